import Synchronization
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A desk with a calendar that tests write as head office would, and the people of head office.
struct CalendarDesk {
  let posts: PostDesk
  let shelf: CalendarShelf
  /// Writes the calendar.
  let editor: PostDesk.Somebody
  /// Launches broadcasts.
  let broadcaster: PostDesk.Somebody
  /// Says yes or no, too.
  let second: PostDesk.Somebody

  var desk: TestDesk { posts.desk }
  var door: Door { posts.door }
  var approver: PostDesk.Somebody { posts.approver }

  /// It is the morning of 15 January 2027, nine o'clock in Paris.
  static func make(
    _ driver: DriverUnderTest = .sqlite, postsPerDay: Int = 0
  ) async throws -> CalendarDesk {
    let shelf = CalendarShelf()
    let posts = try await PostDesk.make(
      driver, calendars: shelf.port(PostDesk.library), postsPerDay: postsPerDay)
    return CalendarDesk(
      posts: posts, shelf: shelf, editor: try await posts.desk.person("Élise", .nationalEditor),
      broadcaster: try await posts.desk.person("Bruno", .nationalBroadcaster),
      second: try await posts.desk.person("Agnès", .approver))
  }

  /// The first days of February, in which the entries of the tests lie.
  static let window = PlanCalendar(
    from: CivilDate(year: 2027, month: 1, day: 15), through: CivilDate(year: 2027, month: 3, day: 1)
  )

  func plan(_ question: PlanCalendar = window) async throws -> CalendarPlan {
    try await question.run(door, as: editor.token)
  }

  @discardableResult
  func apply(
    _ question: PlanCalendar = window, digest: String? = nil, as person: PostDesk.Somebody? = nil
  ) async throws -> ApplyCalendar.Output {
    try await door.perform(
      ApplyCalendar(question, plannedDigest: digest), as: (person ?? editor).token)
  }

  @discardableResult
  func approve(
    _ plan: CalendarPlanID, digest: String? = nil, as person: PostDesk.Somebody? = nil
  ) async throws -> CalendarStepOutput {
    try await door.perform(
      ApproveCalendar(id: plan, digest: digest), as: (person ?? approver).token)
  }

  /// Applies and approves what the calendar says.
  func release(_ question: PlanCalendar = window) async throws {
    guard let plan = try await apply(question).plan else { return }
    try await approve(plan)
  }

  /// The posts of an entry that were not withdrawn.
  func made(_ entry: String) async throws -> [CalendarPost] {
    try await desk.desk.database.read { try $0.calendarPosts(of: entry) }
  }
}

/// Calendars in the place of files.
final class CalendarShelf: Sendable {
  fileprivate let calendar = Mutex(EditorialCalendar.empty)
  private let cache = Mutex<[String: [UInt8]]>([:])

  /// Writes an entry, in the place of one of the same id.
  func put(_ entry: CalendarEntry) {
    calendar.withLock { calendar in
      calendar.entries.removeAll { $0.id == entry.id }
      calendar.entries.append(entry)
    }
  }

  func remove(_ id: String) {
    calendar.withLock { calendar in calendar.entries.removeAll { $0.id == id } }
  }

  func port(_ templates: [String: MessageSource]) -> CalendarPort {
    CalendarPort(
      calendar: { [self] _ in calendar.withLock { $0 } },
      templates: {
        Dictionary(
          uniqueKeysWithValues: templates.map { id, source in (id, source.named(id)) })
      },
      cached: { [self] name in cache.withLock { $0[name] } },
      cache: { [self] name, bytes in cache.withLock { $0[name] = bytes } })
  }
}

extension MessageSource {
  /// The same under an id, as a file's name would give it.
  func named(_ id: String) -> MessageSource {
    MessageSource(
      title: title, link: link, media: media, networks: networks, body: body, texts: texts,
      validity: validity, isUrgent: isUrgent, category: category, fields: fields,
      storeNote: storeNote, writtenID: id, formats: formats, regions: regions, usage: usage,
      families: families, offer: offer, file: file)
  }
}

extension CalendarEntry {
  /// A plain entry on a day, at nine where each store is.
  static func plain(
    _ id: String, at time: String = "2027-02-05T09:00", _ binding: CalendarBinding = .default,
    product: String = "Reblochon", stores: Selector = .all, zone: String? = nil,
    modes: [StoreMode: CalendarReach] = [:], repeating rule: String? = nil,
    deadline: CalendarDeadline = .usual
  ) throws -> CalendarEntry {
    guard let local = LocalTime(time) else { throw BadTime() }
    let clock: CalendarTime.Clock = zone.map { .zone($0) } ?? .store
    let place = CalendarPlace(file: "calendars/test.yaml", line: 1, column: 1)
    return CalendarEntry(
      id: id, anchor: CalendarTime(local, on: clock),
      rule: try rule.map(RecurrenceRule.parse),
      steps: [
        CalendarStep(
          work: .post(template: "produit"), offset: .days(0, hour: nil), clock: clock,
          values: ["produit": product, "prix": "4 euros"], stores: stores, binding: binding,
          deadline: deadline, modes: modes, place: place)
      ], place: place)
  }

  private struct BadTime: Error {}
}

extension CalendarDesk {
  /// A fourth store, three hours ahead in winter.
  func openStoreInReunion() async throws {
    let stores = try await desk.desk.database.read { try $0.stores() }
    let far = Store(
      code: StoreCode("RE-0001"), name: "Magasin RE-0001", format: .supermarket,
      city: "Saint-Denis", department: "974", region: "La Réunion", timeZone: "Indian/Reunion")
    _ = try await door.perform(
      ImportStores(stores: stores + [far], allowedRemovals: 0, onlyCheck: false),
      as: desk.adminToken)
  }
}

extension CalendarShelf {
  /// What the files say for some days.
  func occurrences(from first: CivilDate, through last: CivilDate) -> [CalendarOccurrence] {
    calendar.withLock { $0.occurrences(from: first, through: last) }
  }
}
