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
      if post.state == .handedOver { try context.stop(post) }
      post.state = .withdrawn
      try context.write(post, Self.action, after: standing)
      try context.noteLeft(post)
    }
    return try context.output(acted.map(\.post.id))
  }
}

extension Context {
  /// Stops the delivery of a post; `locked` while a call is under way, whose answer decides.
  func stop(_ post: StoredPost) throws {
    // What missed its time, or was refused, has nothing left that could be stopped.
    guard let delivery = post.delivery, ![.missed, .refused, .failed].contains(delivery.state)
    else { return }
    let after = try transaction.cancelRoutineDeliveries([post.id], at: now).first
    guard let after, [.cancelled, .discarding].contains(after.state) else {
      throw Fault.onItsWay(post.id)
    }
  }
}
