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
    ) { _, adaptation in
      RebasePlanner.Rendered(digest: renders ? says(adaptation.values, Self.after) : nil)
    }
    .report(on: posts)
  }

  static let own = "Fermé dimanche"

  @Test(
    arguments: [
      // Where it stood, approvals, what the store wrote, what becomes of it, where it stands, approvals void.
      (PostState.approved, 1, nil, RebaseReport.Outcome.changed, PostState.submitted, 1),
      (.scheduled, 2, nil, .changed, .submitted, 2),
      (.scheduled, 0, nil, .changed, .draft, 0),
      (.scheduled, 1, "Ouvert le dimanche de 9 h à 12 h", .same, .scheduled, 0),
      (.approved, 0, nil, .changed, .approved, 0),
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
    let draft = self.report(post("p_1", .draft, nil), renders: false)
    #expect(draft.items.first?.conflicts.map(\.kind) == ["unrendered"])
  }

  @Test func `what a rule or a limit says no to is for the store, and says why`() throws {
    let finding = Finding(
      .error, Message("posts.noText"), rule: "sobriety", fix: Message("posts.rule.fix", "mend it"))
    func conflicts(_ rendered: RebasePlanner.Rendered, _ hours: String?) -> [String]? {
      let planner = RebasePlanner(
        template: "horaires", corrected: Self.after, digest: "new", bases: ["old": Self.before]
      ) { _, _ in rendered }
      let item = planner.report(on: [post("p_1", .approved, hours, approvals: 1)]).items.first
      #expect(item?.state == .draft && item?.voided == 1)
      return item?.conflicts.map(\.kind)
    }
    #expect(conflicts(RebasePlanner.Rendered(digest: "x", barriers: [finding]), nil) == ["barred"])
    #expect(
      conflicts(RebasePlanner.Rendered(digest: nil, barriers: [finding]), Self.own)
        == ["overlap", "barred"])
    // An answer that does not fit is a conflict already.
    #expect(
      conflicts(
        RebasePlanner.Rendered(digest: nil, isFilled: false, barriers: [finding]), Self.own)
        == ["overlap"])
    let conflict = RebaseConflict(
      field: "", label: "", value: nil, problem: .barred(finding))
    #expect(conflict.line(in: .en).hasSuffix("what to do: mend it"))
  }

  private func part(
    _ id: String, _ state: PostState, _ hours: String?, approvals: Int = 1, template: String = "old"
  ) -> AdaptedPost {
    var post = post(id, state, hours, approvals: approvals, template: template)
    post.whole = SubmissionID("s_1")
    return post
  }

  @Test func `a submission that was approved as a whole loses all its approvals, or none`() {
    let mended = "Ouvert le dimanche de 9 h à 12 h"
    let none = report(part("p_1", .approved, mended), part("p_2", .scheduled, mended))
    #expect(none.voided == 0 && none.items.map(\.state) == [.approved, .scheduled])
    let one = report(
      part("p_1", .approved, nil), part("p_2", .scheduled, mended),
      part("p_3", .approved, "à 9 h", template: "new"), part("p_4", .published, nil))
    #expect(one.items.map(\.outcome) == [.changed, .same, .same, .kept])
    #expect(one.items.map(\.state) == [.submitted, .submitted, .submitted, .published])
    #expect(one.voided == 3)
    let conflict = report(part("p_1", .approved, Self.own), part("p_2", .approved, mended))
    #expect(conflict.items.map(\.state) == [.draft, .draft])
    let apart = report(part("p_1", .approved, nil), post("p_2", .approved, mended, approvals: 1))
    #expect(apart.items.map(\.voided) == [1, 0])
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
