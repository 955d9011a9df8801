import Foundation
import Testing

@testable import VitrineCore

struct CatalogueUseTests {
  private let texts = Catalogue.shared.texts
  private static let codes = Result {
    var folder = URL(filePath: #filePath)
    for _ in 1...4 { folder.deleteLastPathComponent() }
    return try SourceCodes(folder: folder.appendingPathComponent("Sources"))
  }

  /// Codes that end in a value of the product; every value has its text.
  private static let families: [String: [String]] = [
    "access.denied.": AccessRule.allCases.map(\.rawValue),
    "access.why.": AccessRule.allCases.map(\.rawValue),
    "account.": ["invited", "active", "suspended"],
    "delivery.": PublicDeliveryState.allCases.map(\.rawValue),
    "doctor.": ["ok", "warning", "failed"],
    "grant.ending.": ["expired", "revoked", "offboarded"],
    "help.calendar.": ["submit", "approve", "reject"],
    "help.broadcast.": ["submit", "approve", "reject", "pause", "resume", "retry", "close"],
    "help.post.": [
      "submit", "approve", "reject", "withdraw", "cancel",
    ],
    "library.standing.": MessageValidity.Standing.allCases.map(\.rawValue),
    "limits.text-too-long.": NetworkLimits.Unit.allCases.filter { $0 != .graphemes }.map(
      \.rawValue),
    "merge.outcome.": RebaseReport.Outcome.allCases.map(\.rawValue),
    "need.": ["approve", "correct", "launch"],
    "notice.": NoticeEvent.allCases.flatMap { event in
      [event.rawValue, event.rawValue + ".some"]
        + (event.isAboutPage ? [event.rawValue + ".many"] : [])
    },
    "post.need.": ["approve", "correct", "publish"],
    "post.stands.": PostState.allCases.map(\.rawValue),
    "post.state.": PostState.allCases.map(\.rawValue),
    "receipt.": ["lowered", "oneMaker", "secondOpen", "secondLate"],
    "second.": ["open", "given", "late"],
    "status.second.": ["open", "given", "late"],
    "finding.": Finding.Severity.allCases.map(\.rawValue),
    "page.": ["connected", "needs-attention", "disconnected"],
    "reconcile.kind.": ["unrecorded", "missing", "altered"],
    "picture.kind.": PictureKind.Refused.allCases.map(\.rawValue),
    "privacy.data.": personalData,
    "privacy.purpose.": personalData,
    "privacy.readers.": personalData,
    "privacy.term.": personalData,
    "result.": AuditRecord.Outcome.allCases.map(\.rawValue),
    "selector.unknown.": Selector.Key.allCases.map(\.rawValue),
    "state.": BroadcastState.allCases.map(\.rawValue),
    "verify.": ["altered", "missing", "hidden", "unclear"],
    "trouble.": NetworkFailure.Kind.allCases.flatMap {
      [$0.rawValue, $0.rawValue + ".fix", $0.rawValue + ".who"]
    },
  ]
  private static let personalData = PersonalData.allCases.filter { $0 != .nothing }.map(\.rawValue)
  /// Codes whose endings only another target knows, which tests them.
  private static let elsewhere = [
    "calendar.away.", "calendar.binding.", "calendar.kind.", "calendar.legend.", "calendar.step.",
    "config.template.", "library.template.", "yaml.",
  ]
  /// Where the names of commands and options go.
  private static let help = ["help.", "help.option."]

  @Test(arguments: families.keys.sorted())
  func `every value of a family has its text`(_ prefix: String) {
    for ending in Self.families[prefix] ?? [] {
      #expect(texts[prefix + ending] != nil, "\(prefix + ending)")
    }
  }

  @Test func `every code in the sources is in the catalogue`() throws {
    let codes = try Self.codes.get()
    #expect(codes.asked.count > 300)
    for use in codes.asked {
      #expect(texts[use.code] != nil, "\(use.code) in \(use.file)")
    }
  }

  @Test func `every code with an interpolation is of a known family`() throws {
    let known = Self.elsewhere + Self.help + Self.families.keys
    for use in try Self.codes.get().begun {
      #expect(known.contains(use.code), "\(use.code) in \(use.file)")
    }
  }

  @Test func `every text of the catalogue is used`() throws {
    let codes = try Self.codes.get()
    let used = codes.literals.union(codes.asked.map(\.code))
      .union(Self.families.flatMap { family in family.value.map { family.key + $0 } })
    for code in texts.keys where !used.contains(code) {
      #expect(Self.elsewhere.contains { code.hasPrefix($0) }, "nobody uses \(code)")
    }
  }

  @Test func `a scan finds codes on the next line, in choices and inside interpolations`() {
    let source = """
      // Message("not.this")
      try print(Message(
        "a.b", "not.that"))
      say(isGood ? "c.d" : "c.e", 3)
      let line = "\\(mark) \\(console.text("state.\\(state)")) Message("
      print(table, empty: "f.g")
      Trouble("noPage", network)
      """
    var scan = SourceScan(Array(source.utf8))
    scan.run()
    let found = scan.calls.flatMap { call in
      call.literals.map { "\(call.name) \($0.text)\($0.isWhole ? "" : "…")" }
    }
    #expect(
      found == [
        "Message a.b", "say c.d", "say c.e", "console.text state.…", "empty: f.g",
        "Trouble noPage",
      ])
  }
}
