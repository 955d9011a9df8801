import VitrineCore
import VitrineStorage

/// Pulls a post back before it was handed over to the deliveries; it makes room for another one.
///
/// Who only wants to correct it edits it, which voids its approvals too.
package struct WithdrawPost: PostStep {
  package static let action = Action.postEdit
  package let id: String

  /// Makes the use case.
  package init(id: String) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> PostsOutput {
    let acted = try context.acted(on: id, Self.action)
    let open = acted.filter { $0.post.state != .handedOver }
    guard !open.isEmpty else {
      throw Fault(
        .conflict, Message("posts.isScheduled", id), hint: Message("posts.isScheduled.hint", id),
        subject: id)
    }
    for standing in open {
      var post = standing.post
      post.state = .withdrawn
      try context.transaction.deletePostApprovals(of: post.id)
      try context.write(
        post, Self.action, after: standing, approvals: [], detail: ["step": "withdraw"])
      try context.noteLeft(post)
    }
    return try context.output(open.map(\.post.id))
  }
}
