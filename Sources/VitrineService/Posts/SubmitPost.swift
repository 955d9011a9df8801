import VitrineCore
import VitrineStorage

/// Hands a post over to whoever may approve it; without any approval to wait for it is approved at once.
///
/// The rules look at it first, for the day of its publication: an error stops it here, with everything
/// that they say.
package struct SubmitPost: PostStep {
  package static let action = Action.postSubmit
  package let id: String

  /// Makes the use case.
  package init(id: String) { self.id = id }

  /// What the rules say, and of which revisions.
  package struct Prepared: Sendable {
    let revisions: [PostID: Int]
    let findings: [PostID: [RuleFinding]]
  }

  /// Whose words, and where: all stores of the submission, or the one.
  private struct Question: Hashable {
    let writer: UserID
    let store: StoreCode?
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    let now = desk.time.now()
    let subjects = try await desk.database.read { transaction in
      try transaction.reviewSubjects(
        transaction.posts(named: id).filter { [.draft, .rejected].contains($0.state) })
    }
    for subject in subjects {
      if let template = subject.post.template {
        try subject.source.checkValid(template, desk.rules, at: subject.post.due ?? now)
      }
      if let end = subject.post.validUntil, end <= now {
        throw Fault.afterOffer(subject.post.store, end, subject: id)
      }
    }
    let review = PostReview(
      subjects, try await desk.content.ruleBook(), now: now, release: { $0.due })
    try review.refuseErrors(id)
    return Prepared(
      revisions: Dictionary(
        uniqueKeysWithValues: subjects.map { ($0.post.id, $0.post.revision) }),
      findings: review.findings)
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> PostsOutput {
    let acted = try context.acted(on: id, Self.action)
    let stores = acted.stores
    // One question a writer and place: asked for each post, a thousand posts would ask a million times.
    var needed: [Question: Int] = [:]
    for standing in acted {
      var post = standing.post
      guard prepared.revisions[post.id] == post.revision else { throw Fault.postChanged(id) }
      let writer =
        try context.transaction.postRevisions(of: post.id).last { !$0.isCorrection }?.editor
        ?? post.author
      let question = Question(writer: writer, store: post.isForSeveral ? nil : post.store)
      post.approvalsNeeded =
        try needed[question]
        ?? context.approvalsNeeded(
          writer: writer, stores: question.store.map { [$0] } ?? stores)
      needed[question] = post.approvalsNeeded
      post.state = post.approvalsNeeded == 0 ? .approved : .submitted
      post.submitted = context.now
      try context.transaction.deletePostApprovals(of: post.id)
      try context.write(post, Self.action, after: standing, approvals: [])
    }
    return try context.output(acted.map(\.post.id), findings: prepared.findings)
  }
}

extension MessageSource {
  /// Refuses to publish what a template says outside of the template's time.
  func checkValid(_ template: String, _ rules: DeskRules, at time: Timestamp) throws {
    try checkNotOver(template, rules, time)
    let start = try validity.from?.instant { try $0.beginning(in: rules.timeZone) }
    guard let start, start > time else { return }
    throw Fault(
      .invalid, Message("posts.templateEarly", template, start),
      hint: Message("posts.templateEarly.hint", start), subject: template)
  }
}
