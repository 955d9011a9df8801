import Testing
import VitrineTestSupport

@testable import VitrineCore

struct AuditRecordTests {
  private static let full = AuditRecord(
    id: "r_1", time: Timestamp(clamping: 1_772_442_000_123), action: "post.publish",
    actor: .init(
      id: UserID("u_7f3a"), roles: ["store_manager@store:S0001"], tokenID: TokenID("tk_1"),
      auth: "pat"),
    onBehalfOf: UserID("u_2"), target: .init(type: "page", id: "pg_1", store: "S0001"),
    object: .init(type: "post", id: "p_1", sha256: "00ff"), broadcastID: BroadcastID("b_1"),
    result: .denied, reasonCode: "F4",
    remote: .init(network: .facebook, postID: "1_2", traceID: "t"), requestID: "q_1",
    source: .init(client: "cli/1.4"), approvals: ["u_2@sha256:00ff"], attempt: 2,
    previousState: "sending", state: "published", detail: ["count": 3, "why": "é \" / \u{7F}"])

  private static let fullText =
    #"{"action":"post.publish","actor":{"auth":"pat","id":"u_7f3a","roles":["store_manager@store:S0001"],"#
    + #""tokenID":"tk_1","type":"user"},"approvals":["u_2@sha256:00ff"],"attempt":2,"broadcastID":"b_1","#
    + #""detail":{"count":3,"why":"é \" / \u007f"},"id":"r_1","#
    + #""object":{"id":"p_1","sha256":"00ff","type":"post"},"onBehalfOf":"u_2","#
    + #""previousState":"sending","reasonCode":"F4","#
    + #""remote":{"network":"facebook","postID":"1_2","traceID":"t"},"requestID":"q_1","result":"denied","#
    + #""source":{"client":"cli/1.4"},"state":"published","#
    + #""target":{"id":"pg_1","store":"S0001","type":"page"},"time":"2026-03-02T09:00:00.123Z","v":1}"#

  private static let small = AuditRecord(
    id: "r_2", time: Timestamp(clamping: 0), action: "store.import",
    actor: .init(id: UserID("system"), type: .system))

  private static let smallText =
    #"{"action":"store.import","actor":{"id":"system","type":"system"},"id":"r_2","#
    + #""result":"success","time":"1970-01-01T00:00:00.000Z","v":1}"#

  @Test(arguments: [(full, fullText), (small, smallText)])
  func `a record has these bytes and reads back from them`(record: AuditRecord, text: String) throws
  {
    #expect(String(decoding: try record.bytes(), as: UTF8.self) == text)
    #expect(try AuditRecord(bytes: Array(text.utf8)) == record)
  }

  @Test func `every result reads back`() throws {
    for result in AuditRecord.Outcome.allCases {
      var record = Self.small
      record.result = result
      #expect(try AuditRecord(bytes: record.bytes()) == record)
    }
  }

  @Test func `a record may have 65,535 bytes and not one more`() throws {
    var record = Self.small
    record.requestID = ""
    let room = AuditRecord.byteLimit - (try record.bytes().count)
    record.requestID = String(repeating: "x", count: room)
    #expect(try AuditRecord(bytes: record.bytes()) == record)
    record.requestID?.append("x")
    #expect { try record.bytes() } throws: { ($0 as? Fault)?.code == .invalid }
  }

  @Test(arguments: [
    ("", " "), (#""v":1"#, #""v":2"#), (#","v":1"#, ""), (#""v":1"#, #""v":1,"x":1"#),
    (#""v":1"#, #""v":"1""#), (#""type":"system""#, #""type":"robot""#),
    (#""success""#, #""great""#), (#""success""#, #"null"#), (#""id":"system","#, ""),
    (#""id":"system","#, #""id":"system","name":"x","#), (#"{"action""#, #"{ "action""#),
    ("00.000Z", "00Z"), ("00.000Z", "00.000+00:00"), ("1970-01-01", "1970-02-30"),
    (#""v":1}"#, #""v":1} "#), (#""v":1}"#, #""v":1}{}"#), (#""v":1}"#, #""v":1"#),
    (#"store.import"#, #"store\u002eimport"#), (#""id":"r_2""#, #""approvals":[],"id":"r_2""#),
    (#""id":"r_2""#, #""detail":{},"id":"r_2""#), (#""id":"r_2""#, #""approvals":[1],"id":"r_2""#),
    (#""id":"r_2""#, #""attempt":1.5,"id":"r_2""#), (#""id":"r_2""#, #""attempt":"1","id":"r_2""#),
    (#""id":"r_2""#, #""id":"r_2","object":null"#), (#""id":"r_2""#, #""id":"r_2","object":[]"#),
    (#""id":"r_2""#, #""id":"r_2","id":"r_2""#),
  ])
  func `bytes that Vitrine would not have written are refused`(text: String, other: String) {
    let changed =
      text.isEmpty ? other + Self.smallText : Self.smallText.replacing(text, with: other)
    #expect(changed != Self.smallText)
    #expect { try AuditRecord(bytes: Array(changed.utf8)) } throws: {
      ($0 as? Fault)?.code == .corrupt
    }
    if text != "" { #expect(Self.smallText.contains(text)) }
  }

  @Test func `the fault names the part that is wrong`() throws {
    let text = Self.smallText.replacing(#""type":"system""#, with: #""type":"robot""#)
    #expect { try AuditRecord(bytes: Array(text.utf8)) } throws: {
      ($0 as? Fault)?.message == Message("audit.record.badPart", "actor.type")
    }
  }

  @Test func `the columns to search by come from the record`() throws {
    let columns = AuditColumns(
      time: 1_772_442_000_123, actorID: "u_7f3a", action: "post.publish", targetID: "pg_1",
      store: "S0001", objectID: "p_1", broadcastID: "b_1", result: "denied")
    #expect(Self.full.filterColumns == columns)
    #expect(Self.small.filterColumns.store == nil)
    var store = Self.small
    store.target = .init(type: "store", id: "S0007")
    #expect(store.filterColumns.store == "S0007")
  }

  @Test func `the quick scan finds the columns of the thorough reader`() throws {
    let awkward = [
      "", "a\"b", "a\\b", "é\u{301}", "\n", ",", "}", "]", "{", "\u{7F}", "👩‍👧", ":\"id\":",
    ]
    var random = SeededGenerator(seed: 42)
    for _ in 0..<2000 {
      func text() -> String {
        (0..<Int.random(in: 0...3, using: &random))
          .compactMap { _ in awkward.randomElement(using: &random) }.joined()
      }
      func maybe() -> String? { Bool.random(using: &random) ? text() : nil }
      var record = AuditRecord(
        id: text(),
        time: Timestamp(clamping: .random(in: 0...253_402_300_799_999, using: &random)),
        action: text(), actor: .init(id: UserID(text()), roles: [text(), text()], auth: maybe()))
      record.target = maybe().map {
        .init(type: $0.isEmpty ? "store" : $0, id: text(), store: maybe())
      }
      record.object = maybe().map { .init(type: $0, id: text(), sha256: maybe()) }
      record.broadcastID = maybe().map(BroadcastID.init(rawValue:))
      record.reasonCode = maybe()
      record.approvals = [text(), text()].filter { !$0.isEmpty }
      record.detail = ["actor": .object(["id": .string(text())]), "list": [["x", 1], nil, true]]
      let bytes = try record.bytes()
      #expect(AuditColumns(record: bytes) == record.filterColumns)
      #expect(try AuditRecord(bytes: bytes).filterColumns == record.filterColumns)
    }
  }

  @Test func `the quick scan survives any cut and any changed byte`() throws {
    let bytes = try Self.full.bytes()
    for length in bytes.indices {
      #expect(AuditColumns(record: Array(bytes.prefix(length))) == nil)
      for byte in "{}[],:\"\\".utf8 {
        var changed = bytes
        changed[length] = byte
        _ = AuditColumns(record: changed)
      }
    }
  }

  @Test func `a commitment is HMAC-SHA256`() throws {
    // RFC 4231, test cases 1 and 2.
    #expect(
      Commitment.hash(Array("Hi There".utf8), salt: [UInt8](repeating: 0x0B, count: 20)).hex
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      Commitment.hash(Array("what do ya want for nothing?".utf8), salt: Array("Jefe".utf8)).hex
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }
}
