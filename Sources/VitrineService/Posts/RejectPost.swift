import VitrineCore
import VitrineStorage

/// Says no, with a reason; every yes is void.
package struct RejectPost: PostStep {
  package static let action = Action.postReject
  package let id: String
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(id: String, reason: String) {
    self.id = id
    self.reason = reason
  }

  package func run(_ prepared: Void, in context: Context) throws -> PostsOutput {
    try Reason.check(reason)
    let acted = try context.acted(on: id, Self.action)
    for standing in acted {
      var post = standing.post
      post.state = .rejected
      try context.transaction.deletePostApprovals(of: post.id)
      try context.write(post, Self.action, after: standing, approvals: [], reason: reason)
    }
    return try context.output(acted.map(\.post.id))
  }
}
