import Synchronization
import Testing
import VitrineCore

@testable import VitrineCommands

struct RebaseViewTests {
  /// What a view printed and said.
  private struct Spoken {
    var output: [String]
    var errors: [String]
  }

  private static let report = RebaseReport(
    template: "horaires", digest: "new",
    items: [
      item("p_1", "FR-0001", .scheduled, .changed, .submitted, approvals: 2),
      item(
        "p_2", "FR-0002", .approved, .conflict, .draft, approvals: 1,
        conflicts: [
          RebaseConflict(
            field: "horaires", label: "Quels horaires ?", value: "à 8 h\u{1B}[31m", problem: .gone)
        ],
        notices: [
          RebaseNotice(field: "lieu", label: "Où ?", change: .renamed(from: "endroit"))
        ]),
      item("p_3", "FR-0003", .published, .kept, .published, approvals: 1),
    ])

  private static func item(
    _ id: String, _ store: String, _ before: PostState, _ outcome: RebaseReport.Outcome,
    _ state: PostState, approvals: Int, conflicts: [RebaseConflict] = [],
    notices: [RebaseNotice] = []
  ) -> RebaseReport.Item {
    RebaseReport.Item(
      post: AdaptedPost(
        id: PostID(id), store: StoreCode(store), network: .facebook, state: before,
        adaptation: Adaptation(values: [:]), template: "old", rendered: "d",
        text: "Ouvert dimanche.\nÀ bientôt !", approvals: approvals),
      outcome: outcome, state: state, adaptation: Adaptation(values: [:]), rendered: "d",
      conflicts: conflicts, notices: notices)
  }

  private func spoken(
    isJSON: Bool = false, _ language: Language = .en, show: (Console) throws -> Void
  ) throws -> Spoken {
    let output = Mutex("")
    let errors = Mutex("")
    var invocation = Invocation.process
    invocation.isOutputTerminal = false
    invocation.output = { text in
      output.withLock { $0 += text }
      return true
    }
    invocation.error = { text in errors.withLock { $0 += text } }
    try show(
      Console(
        invocation: invocation, language: language, isJSON: isJSON, isQuiet: false,
        hasColor: false, progress: .none))
    return Spoken(
      output: output.withLock { $0 }.split(separator: "\n").map(String.init),
      errors: errors.withLock { $0 }.split(separator: "\n").map(String.init))
  }

  @Test func `a rebase shows each post, then what stores must decide and know`() throws {
    let spoken = try spoken { try RebaseView(report: Self.report, console: $0).show() }
    #expect(spoken.output.count == 6)
    #expect(spoken.output[1].hasSuffix("new text, 2 approvals void"))
    #expect(spoken.output[2].hasSuffix("to be decided by the store, 1 approval void"))
    #expect(spoken.output[3].hasSuffix("keeps the text it was made from"))
    #expect(
      spoken.output[4] == "FR-0002 facebook: to decide: Quels horaires ?: the template has no such "
        + #"question any more; the answer was 'à 8 h\u{1B}[31m'"#)
    #expect(spoken.output[5].hasPrefix("FR-0002 facebook: to know: Où ?: the field 'endroit'"))
    #expect(
      spoken.errors == [
        "0 up to date, 1 with new text, 1 for the stores to decide, 1 unchanged; 3 approvals void",
        "next: 1 store post waits for an answer; 'vitrine post show ID' says which, and 'vitrine post "
          + "edit ID' gives it",
        "next: 1 post waits for approvals again; 'vitrine post list --state submitted' lists them",
        "1 post is out with the old text; 'vitrine post takedown ID' takes one down",
      ])
  }

  @Test func `a rehearsal says that nothing has changed`() throws {
    let spoken = try spoken {
      try RebaseView(report: Self.report, console: $0, isRehearsal: true).show()
    }
    #expect(
      spoken.errors.dropFirst() == [
        "nothing has changed yet; 'vitrine library rebase horaires' does it",
        "1 post is out with the old text; 'vitrine post takedown ID' takes one down",
      ])
  }

  @Test func `the same in French has the marks of French`() throws {
    let spoken = try spoken(.fr) { try RebaseView(report: Self.report, console: $0).show() }
    #expect(
      spoken.output[4].hasPrefix(
        "FR-0002 facebook\u{A0}: à décider\u{A0}: Quels horaires ?\u{A0}: le"))
    #expect(spoken.errors[0].hasSuffix("3 accords annulés"))
  }

  @Test func `an impact shows the old text of each post, and what to do`() throws {
    let spoken = try spoken { try ImpactView(report: Self.report, console: $0).show() }
    #expect(spoken.output.count == 4)
    #expect(spoken.output.dropFirst().allSatisfy { $0.hasSuffix("Ouvert dimanche. À bientôt !") })
    #expect(
      spoken.errors == [
        "3 posts carry an older text of 'horaires', 1 of them out",
        "'vitrine library rebase horaires' corrects those that are not out",
      ])
  }

  @Test func `nothing to correct is said and is no table`() throws {
    let none = RebaseReport(template: "horaires", digest: "new", items: [])
    let rebase = try spoken { try RebaseView(report: none, console: $0).show() }
    let impact = try spoken { try ImpactView(report: none, console: $0).show() }
    for spoken in [rebase, impact] {
      #expect(spoken.output.isEmpty)
      #expect(spoken.errors == ["no post carries an older text of 'horaires'"])
    }
  }

  @Test func `scripts get one document, also of nothing`() throws {
    let none = RebaseReport(template: "horaires", digest: "new", items: [])
    let rebase = try spoken(isJSON: true) { try RebaseView(report: none, console: $0).show() }
    #expect(
      rebase.output == [
        #"{"items":[],"next":null,"summary":{"approvalsVoid":0,"changed":0,"conflict":0,"kept":0,"#
          + #""lost":0,"same":0},"template":"horaires","version":"new"}"#
      ])
    let impact = try spoken(isJSON: true) { try ImpactView(report: none, console: $0).show() }
    #expect(
      impact.output == [#"{"items":[],"next":null,"template":"horaires","version":"new"}"#])
  }
}
