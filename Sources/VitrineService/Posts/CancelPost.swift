import VitrineCore
import VitrineStorage

/// Stops a post that is approved or scheduled and not public; a draft on the page is deleted.
package struct CancelPost: PostStep {
  package static let action = Action.postCancel
  package let id: String

  /// Makes the use case.
  package init(id: String) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> PostsOutput {
    let acted = try context.acted(on: id, Self.action)
    for standing in acted {
      var post = standing.post
      if post.state == .handedOver {
        guard try context.transaction.cancelPostDelivery(post.id, at: context.now) else {
          throw Fault.onItsWay(post.id)
        }
      }
      post.state = .withdrawn
      try context.write(post, Self.action, after: standing)
    }
    return try context.output(acted.map(\.post.id))
  }
}
