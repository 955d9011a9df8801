import VitrineCore
import VitrineStorage

/// What waits for this person: to be approved, to be corrected, or to be published.
package struct MyPosts: Query {
  package static let action = Action.postRead

  /// Makes the query.
  package init() {}

  /// Why a post is in the list.
  package enum Need: String, Codable, CaseIterable, Sendable {
    /// It waits for approvals, and the person may give one.
    case approve
    /// It is a draft or was rejected, and the person wrote it.
    case correct
    /// It is approved, and the person may publish it.
    case publish
  }

  /// A post and what it needs of the person.
  package struct Item: Sendable {
    /// The post.
    package let post: PostOutput
    /// What it needs.
    package let need: Need
  }

  package func run(in context: ReadContext) throws -> [Item] {
    let transaction = context.transaction
    let rules = context.desk.rules
    let visible = try Visibility(Self.action, in: context)
    var needs: [(StoredPost, Need)] = []
    var wholes: [SubmissionID: Bool] = [:]
    for post in try transaction.openPosts()
    where visible.isNational || visible.stores.contains(post.store) {
      let standing = try transaction.standing(
        of: post, at: context.now, quarantine: rules.quarantineMilliseconds)
      guard let need = try need(standing, context) else { continue }
      if post.isForSeveral {
        // Of a submission that is approved as a whole the first post stands for all.
        guard wholes.updateValue(true, forKey: post.submission) == nil else { continue }
      }
      needs.append((post, need))
    }
    let outputs = try transaction.outputs(of: needs.map(\.0), rules, at: context.now)
    return zip(outputs, needs).map { Item(post: $0, need: $1.1) }
  }

  private func need(_ standing: PostStanding, _ context: ReadContext) throws -> Need? {
    let user = context.session.user
    switch standing.state {
    case .submitted:
      let isDone = standing.approvals.contains { $0.user == user }
      return try !isDone && may(.postApprove, standing, context) ? .approve : nil
    case .draft, .rejected:
      return try standing.editors.contains(user) && may(.postSubmit, standing, context)
        ? .correct : nil
    case .approved: return try may(.postPublish, standing, context) ? .publish : nil
    default: return nil
    }
  }

  /// Whether the person may take a step, by the same decision as the step itself.
  private func may(
    _ action: Action, _ standing: PostStanding, _ context: ReadContext
  ) throws -> Bool {
    let places = try context.transaction.places(of: [standing.post.store], at: context.now)
    return context.may(action, SubjectMatter(AccessTarget(places: places), post: standing.facts))
  }
}
