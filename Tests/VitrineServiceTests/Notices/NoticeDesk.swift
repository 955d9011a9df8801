import VitrineCore
import VitrineStorage

@testable import VitrineService

extension TestDesk {
  /// Every notice of a person, newest first.
  func inbox(_ token: Secret) async throws -> [Notice] {
    try await door.ask(ReadInbox(includesRead: true, limit: 1_000), as: token).items
      .map(\.notice)
  }

  /// How many notices there are of each event, whoever has them.
  func noticeCounts() async throws -> [String: Int] {
    try await desk.database.read { transaction in
      try transaction.rows("SELECT event, COUNT(*) AS count FROM notice GROUP BY event")
        .reduce(into: [:]) { $0[try $1.text("event")] = try $1.int("count") }
    }
  }

  /// The pages that have a notice about them, each as often as it has one.
  func toldPages() async throws -> [String] {
    try await desk.database.read { transaction in
      try transaction.rows(
        """
        SELECT subject_id FROM notice WHERE event_key LIKE 'delivery:%' ORDER BY subject_id
        """
      ).map { try $0.text("subject_id") }
    }
  }

  /// Lets so much time pass and looks what is late.
  @discardableResult
  func watch(after seconds: Int64) async throws -> Int {
    clock.advance(seconds: seconds)
    return try await NoticeWatch().run(desk)
  }
}
