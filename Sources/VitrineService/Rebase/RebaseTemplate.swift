import VitrineCore
import VitrineStorage

/// Brings the posts of stores to the template as it stands in the library now.
///
/// What a post becomes is decided by `RebasePlanner`; this writes it down, all of it or nothing. Whoever
/// does it had a hand in each post whose text changed, and approves none of them.
package struct RebaseTemplate: UseCase {
  package static let action = Action.libraryWrite
  /// The template's id.
  package let template: String
  /// Only say what would change.
  package let onlyCheck: Bool
  /// The language in which the stores are told what to decide.
  package let language: Language

  /// Makes the use case.
  package init(template: String, onlyCheck: Bool, language: Language) {
    self.template = template
    self.onlyCheck = onlyCheck
    self.language = language
  }

  /// What becomes of each post, and what it says then.
  package struct Prepared: Sendable {
    let report: RebaseReport
    let source: MessageSource
    let composed: [PostID: PostComposer.Composed]
    let pictures: [StoredPicture]
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    let source = try await desk.template(template)
    let digest = source.digest
    let now = desk.time.now()
    let quarantine = desk.rules.quarantineMilliseconds
    let (posts, bases, register) = try await desk.database.read { transaction in
      let posts = try TemplatePosts(
        of: template, in: transaction, at: now, quarantine: quarantine)
      let bases = try posts.bases(besides: digest, in: transaction)
      return (posts, bases, try Register(in: transaction))
    }
    let renderer = try await RebaseRenderer(source, posts, register, desk)
    let planner = RebasePlanner(
      template: template, corrected: source, digest: digest, bases: bases
    ) { renderer.render($0, $1) }
    return Prepared(
      report: planner.report(on: posts.adapted), source: source, composed: renderer.composed,
      pictures: renderer.libraryPictures)
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> RebaseReport {
    let report = prepared.report
    if !onlyCheck { try write(prepared, in: context) }
    var detail: [String: JSON] = ["approvalsVoid": .integer(Int64(report.voided))]
    for outcome in RebaseReport.Outcome.allCases {
      detail[outcome.rawValue] = .integer(Int64(report.count(outcome)))
    }
    context.record(
      Self.action,
      object: AuditRecord.Object(type: "template", id: template, sha256: report.digest),
      state: onlyCheck ? "checked" : "rebased", detail: detail)
    return report
  }

  /// Writes every post that is not as it was.
  private func write(_ prepared: Prepared, in context: Context) throws {
    let items = prepared.report.items.filter {
      $0.post.state.reach == .open && ($0.outcome != .lost || $0.isVoid)
    }
    guard !items.isEmpty else { return }
    let transaction = context.transaction
    try transaction.insertTemplateVersion(
      StoredTemplateVersion(
        digest: prepared.report.digest, template: template,
        source: try BroadcastRecipe.text(prepared.source)), at: context.now)
    for picture in prepared.pictures { try transaction.insertPicture(picture, at: context.now) }
    let posts = try TemplatePosts(
      of: template, in: transaction, at: context.now,
      quarantine: context.desk.rules.quarantineMilliseconds)
    let current = Dictionary(
      posts.adapted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for item in items {
      // What somebody did to a post meanwhile is not written over: nothing is, and it is planned again.
      guard let post = posts.stored[item.post.id], current[post.id] == item.post else {
        throw Fault(
          .stale, Message("merge.moved", item.post.id), hint: Message("merge.moved.hint", template),
          subject: template)
      }
      let step = PostCorrection(
        item: item, composed: prepared.composed[post.id], template: template,
        digest: prepared.report.digest, language: language)
      try step.write(post, in: context)
    }
  }
}
