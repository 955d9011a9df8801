import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Nobody reaches a page alone, whatever the entry and whatever the person may do.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CalendarAloneTests {
  /// Every role, and the roles that one person may hold together.
  static let hands: [[Role]] =
    Role.allCases.map { [$0] } + [
      [.nationalEditor, .approver], [.nationalEditor, .nationalBroadcaster],
      [.nationalEditor, .approver, .nationalBroadcaster], [.regionManager, .storeManager],
    ]

  @Test(arguments: CalendarBinding.allCases, [true, false])
  func `one person, with any role, brings nothing of the calendar onto a page`(
    _ binding: CalendarBinding, _ isChain: Bool
  ) async throws {
    let desk = try await CalendarDesk.make()
    for (number, roles) in Self.hands.enumerated() {
      let entry = "e\(number)"
      desk.shelf.put(try isChain ? .chained(entry, binding) : .plain(entry, binding))
      let token = try await desk.person(roles)
      let applied = try? await desk.door.perform(ApplyCalendar(CalendarDesk.window), as: token)
      if let plan = applied?.plan {
        _ = try? await desk.door.perform(ApproveCalendar(id: plan, digest: nil), as: token)
      }
      for broadcast in applied?.broadcasts ?? [] {
        _ = try? await desk.door.perform(ApproveBroadcast(id: broadcast, digest: nil), as: token)
        _ = try? await desk.door.perform(
          LaunchBroadcast(id: broadcast, canary: nil, acceptHeld: true), as: token)
      }
      let key = isChain ? "\(entry)/un" : entry
      for post in try await desk.made(key) {
        _ = try? await desk.door.perform(ApprovePost(id: post.id.rawValue, digest: nil), as: token)
        _ = try? await desk.door.perform(PublishPost(id: post.id.rawValue), as: token)
      }
      let under = try await desk.underWay()
      #expect(under == 0, "\(roles.map(\.rawValue)) \(binding.rawValue)")
    }
  }
}

extension CalendarDesk {
  /// Somebody with these roles everywhere.
  fileprivate func person(_ roles: [Role]) async throws -> Secret {
    let made = try await door.perform(
      CreateUser(name: "Seul \(roles.count) \(roles[0].rawValue)", email: nil),
      as: desk.adminToken)
    let login = try await Enrol(code: Secret(made.enrolment)).run(desk.desk)
    for role in roles {
      let until =
        role == .breakglass ? desk.desk.time.now().advanced(bySeconds: 3_600) : nil
      _ = try await door.perform(
        CreateGrant(user: made.id, role: role, scope: .all, until: until, reason: "test"),
        as: desk.adminToken)
    }
    return login.token
  }

  /// How many posts and pages are on their way: handed over, or of a broadcast that was launched.
  fileprivate func underWay() async throws -> Int {
    try await desk.desk.database.read { transaction in
      try transaction.row(
        """
        SELECT COUNT(*) AS count FROM delivery d
        WHERE d.broadcast_id IS NULL OR d.broadcast_id IN (
          SELECT id FROM broadcast WHERE launched_at IS NOT NULL)
        """, [])?.int("count") ?? -1
    }
  }
}

extension CalendarEntry {
  /// A chain with one post.
  fileprivate static func chained(
    _ id: String, _ binding: CalendarBinding
  ) throws -> CalendarEntry {
    var entry = try plain(id, binding)
    entry.steps[0].id = "un"
    entry.steps[0].offset = .days(-1, hour: 600)
    return entry
  }
}
