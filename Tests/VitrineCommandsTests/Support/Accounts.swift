import Testing
import VitrineCore

/// What `broadcast status --pages` says, beside what the sandbox knows.
struct Accounts: Sendable {
  /// Where the broadcast stands.
  let state: String
  /// How many pages stand in each column.
  let counts: [String: Int]
  /// The pages by store.
  let pages: [String: JSON]
  /// The posts that a visitor sees, by store.
  let visible: [String: [SandboxProcess.Post]]

  static let columns = [
    "published", "refused", "held", "failed", "unknown", "pending", "cancelled", "takenDown",
  ]

  func count(_ column: String) -> Int { counts[column] ?? -1 }
}

extension Stage {
  /// Reads both, and checks what must hold at any moment: the numbers add up, no page shows the
  /// message twice, and no page is lost.
  @discardableResult
  func audit(
    pendingAllowed: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Accounts {
    let json = try await desk.succeed(
      ["broadcast", "status", broadcast, "--pages"], as: .editor, sourceLocation: sourceLocation)
    let accounts = Accounts(
      state: json["state"]?.text ?? "",
      counts: Dictionary(
        uniqueKeysWithValues: Accounts.columns.map { ($0, Int(json[$0]?.number ?? -1)) }),
      pages: Dictionary(
        (json["pages"]?.items ?? []).map { ($0["store"]?.text ?? "", $0) },
        uniquingKeysWith: { first, _ in first }),
      visible: Dictionary(grouping: try await sandbox.posts(), by: \.store))
    func line(_ store: String) -> String { accounts.pages[store]?.text ?? "no line" }

    #expect(
      accounts.counts.values.reduce(0, +) == pages && json["targeted"]?.number == Int64(pages),
      "\(accounts.counts)", sourceLocation: sourceLocation)
    #expect(accounts.pages.count == pages, sourceLocation: sourceLocation)
    for column in Accounts.columns {
      let count = accounts.pages.values.count { $0["state"]?.text == column }
      #expect(count == accounts.count(column), "\(column)", sourceLocation: sourceLocation)
    }
    for (store, posts) in accounts.visible where posts.count > 1 {
      Issue.record("twice on \(store): \(line(store))", sourceLocation: sourceLocation)
    }
    for (store, page) in accounts.pages {
      let posts = accounts.visible[store] ?? []
      let state = page["state"]?.text ?? ""
      switch state {
      case "published":
        #expect(
          posts.map(\.id) == [page["postID"]?.text ?? ""], "\(line(store))",
          sourceLocation: sourceLocation)
      case "held", "refused", "failed", "unknown":
        #expect(
          page["reason"]?.text?.isEmpty == false && page["fix"]?.text?.isEmpty == false
            && page["who"]?.text?.isEmpty == false,
          "no reason: \(line(store))", sourceLocation: sourceLocation)
        if state == "refused" || state == "failed" {
          #expect(posts.isEmpty, "\(line(store))", sourceLocation: sourceLocation)
        }
      case "pending":
        #expect(pendingAllowed, "lost: \(line(store))", sourceLocation: sourceLocation)
      case "cancelled":
        #expect(posts.isEmpty, "\(line(store))", sourceLocation: sourceLocation)
      default:
        Issue.record("\(line(store))", sourceLocation: sourceLocation)
      }
    }
    return accounts
  }

  /// Everything is public exactly once, and the log is whole.
  func expectComplete(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let accounts = try await audit(sourceLocation: sourceLocation)
    #expect(
      accounts.count("published") == pages && accounts.state == "finished",
      "\(accounts.state) \(accounts.counts)", sourceLocation: sourceLocation)
    #expect(accounts.visible.count == pages, sourceLocation: sourceLocation)
    try await expectGoodLog(sourceLocation: sourceLocation)
  }

  /// The log verifies.
  func expectGoodLog(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let spoken = await desk.speak(["audit", "verify"], as: .auditor)
    #expect(spoken.exitCode == 0, "\(spoken.all)", sourceLocation: sourceLocation)
    #expect(
      spoken.output.firstMatch(of: /verified [0-9,]+ records, root [0-9a-f]{64}/) != nil,
      "\(spoken.all)", sourceLocation: sourceLocation)
  }
}
