import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// The text of a post that came down stays for its term, and no longer.
@Suite(.temporaryFolder)
struct RetainTextsTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a text goes its term after the takedown, with its words and its picture, and no other does`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(3, driver)
    let gone = try await desk.post("Jean Dupont a gagné", on: 1, pictures: [PageDesk.picture(1)])
    let shown = try await desk.post(
      "Jean Durand a gagné", on: 2, pictures: [PageDesk.picture(1), PageDesk.picture(2)])
    let alone = try await desk.post("Une image seule", on: 3, pictures: [PageDesk.picture(3)])
    try await desk.deliver()
    for post in [gone, alone] { try await desk.takeDown(post) }
    try await desk.deliver()
    desk.clock.advance(seconds: 50 * 86_400)
    #expect(try await RetainTexts(months: 2).run(desk.desk) == 0)
    #expect(try await desk.found("dupont") == [gone])

    desk.clock.advance(seconds: 20 * 86_400)
    #expect(try await RetainTexts(months: 0).run(desk.desk) == 0)
    #expect(try await RetainTexts(months: 2).run(desk.desk) == 2)
    #expect(try await desk.found("dupont").isEmpty)
    #expect(try await desk.found("gagné") == [shown])
    let (texts, row) = try await desk.desk.database.read {
      (try $0.publishedTexts(of: gone), try $0.delivery(of: gone))
    }
    #expect(texts.isEmpty)
    #expect(row?.content.text == "")
    #expect(try await desk.pictureIsKept(1))
    #expect(try await desk.pictureIsKept(2))
    #expect(try await !desk.pictureIsKept(3))
    // Who did it can still be said, and the log is as it was.
    let origin = try await desk.door.ask(WhoPosted(.post(gone)), as: desk.auditor)
    #expect(origin.author?.person == UserID("u_author"))
    #expect(origin.text == nil)
    #expect(try await desk.door.ask(VerifyAudit(), as: desk.auditor).verdict.findings.isEmpty)
    #expect(try await RetainTexts(months: 2).run(desk.desk) == 0)
  }
}

extension PageDesk {
  /// The posts whose kept text has a word.
  fileprivate func found(_ word: String) async throws -> [PostID] {
    var filter = RecordFilter()
    filter.words = SearchWords.of(word)
    let wanted = filter
    return try await desk.database.read { transaction in
      try transaction.records(wanted, below: nil, limit: 10)
        .compactMap { try AuditRecord(bytes: $0.bytes).object.map { PostID($0.id) } }
    }
  }

  fileprivate func pictureIsKept(_ number: UInt8) async throws -> Bool {
    let digest = Self.picture(number).digest
    return try await desk.database.read { try $0.picture(digest) != nil }
  }
}
