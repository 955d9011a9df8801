import Testing

@testable import VitrineCore

struct RebasePlannerTests {
  private static let before = TemplateRebaseTests.template(
    [
      MessageField(
        name: "horaires", kind: .text, label: "Quels horaires ?",
        standard: "Ouvert le dimanche de 9 h a 12 h", maximum: "60")
    ])
  private static let after = TemplateRebaseTests.template(
    [
      MessageField(
        name: "horaires", kind: .text, label: "Quels horaires ?",
        standard: "Ouvert le dimanche de 9 h à 12 h", maximum: "60")
    ])

  private func post(
    _ id: String, _ state: PostState, _ hours: String?, store: String = "FR-0001",
    approvals: Int = 0, template: String = "old"
  ) -> AdaptedPost {
    let values = hours.map { ["horaires": $0] } ?? [:]
    return AdaptedPost(
      id: PostID(id), store: StoreCode(store), network: .facebook, state: state,
      adaptation: Adaptation(values: values), template: template,
      rendered: says(values, Self.before), text: says(values, Self.before), approvals: approvals)
  }

  private func says(_ values: [String: String], _ source: MessageSource) -> String {
    values["horaires"] ?? source.fields.first?.standard ?? ""
  }

  private func report(_ posts: AdaptedPost..., renders: Bool = true) -> RebaseReport {
    RebasePlanner(
      template: "horaires", corrected: Self.after, digest: "new", bases: ["old": Self.before]
    ) { _, adaptation in renders ? says(adaptation.values, Self.after) : nil }
    .report(on: posts)
  }

  static let own = "Fermé dimanche"

  @Test(
    arguments: [
      // Where it stood, approvals, what the store wrote, what becomes of it, where it stands, approvals void.
      (PostState.approved, 1, nil, RebaseReport.Outcome.changed, PostState.submitted, 1),
      (.scheduled, 2, nil, .changed, .submitted, 2),
      (.scheduled, 0, nil, .changed, .scheduled, 0),
      (.submitted, 0, nil, .changed, .submitted, 0),
      (.draft, 0, nil, .changed, .draft, 0),
      (.rejected, 0, nil, .changed, .rejected, 0),
      (.approved, 1, "Ouvert le dimanche de 9 h à 12 h", .same, .approved, 0),
      (.approved, 1, own, .conflict, .draft, 1),
      (.scheduled, 0, own, .conflict, .draft, 0),
      (.rejected, 0, own, .conflict, .rejected, 0),
      (.published, 1, own, .kept, .published, 0),
      (.publishing, 1, nil, .kept, .publishing, 0),
      (.held, 1, nil, .kept, .held, 0),
      (.unknown, 1, nil, .kept, .unknown, 0),
    ] as [(PostState, Int, String?, RebaseReport.Outcome, PostState, Int)])
  func `what becomes of a post follows from its state and its text`(
    state: PostState, approvals: Int, hours: String?, outcome: RebaseReport.Outcome,
    after: PostState, voided: Int
  ) throws {
    let report = report(post("p_1", state, hours, approvals: approvals))
    let item = try #require(report.items.first)
    #expect(item.outcome == outcome)
    #expect(item.state == after)
    #expect(item.voided == voided)
  }

  @Test(arguments: [PostState.failed, .missed, .withdrawn, .takenDown])
  func `a post that will not be seen is left out`(_ state: PostState) {
    #expect(report(post("p_1", state, nil)).items.isEmpty)
  }

  @Test func `a post of the corrected version is left out`() {
    #expect(report(post("p_1", .approved, nil, template: "new")).items.isEmpty)
  }

  @Test func `a post of a version that nobody knows is left as it is`() {
    let report = report(post("p_1", .approved, "à 9 h", approvals: 1, template: "older"))
    #expect(report.items.map(\.outcome) == [.lost])
    #expect(report.items.map(\.adaptation.values) == [["horaires": "à 9 h"]])
    #expect(report.voided == 0)
  }

  @Test func `a post that cannot be rendered any more is a draft, with the reason`() {
    let report = report(post("p_1", .approved, nil, approvals: 1), renders: false)
    #expect(report.items.map(\.state) == [.draft])
    #expect(report.items.first?.conflicts.map(\.kind) == ["unrendered"])
    #expect(self.report(post("p_1", .draft, nil), renders: false).items.first?.conflicts == [])
  }

  @Test func `posts come by store, network and id, in whatever order they were given`() {
    let report = report(
      post("p_3", .draft, nil, store: "FR-0002"), post("p_2", .draft, nil),
      post("p_1", .draft, nil))
    #expect(report.items.map(\.post.id.rawValue) == ["p_1", "p_2", "p_3"])
  }

  @Test func `scripts read the counts, the conflicts and their places`() throws {
    let report = report(
      post("p_1", .approved, "Ouvert le dimanche de 9 h vers 13 h", approvals: 1),
      post("p_2", .published, nil))
    let json = report.json(in: .fr).text
    for part in [
      #""approvalsVoid":1,"changed":0,"conflict":1"#, #""kept":1"#, #""kind":"overlap""#,
      #""ours":{"column":27,"line":1,"text":"vers 13"}"#, #""stateBefore":"approved""#,
      #""next":null"#,
    ] {
      #expect(json.contains(part), "\(part) in \(json)")
    }
    let impact = report.impactJSON.text
    #expect(
      impact.contains(
        #""state":"published","store":"FR-0001","text":"Ouvert le dimanche de 9 h a 12 h""#))
    #expect(impact.contains(#""version":"old""#))
  }
}
