import VitrineCore
import VitrineStorage

/// Gives posts to the deliveries: at the time that stands in them, or now where none does.
///
/// One that was held, missed or failed is given to them again.
package struct PublishPost: PostStep {
  package static let action = Action.postPublish
  package let id: String
  /// Whether it goes now, whatever time stands in it.
  package let isNow: Bool

  /// Makes the use case.
  package init(id: String, isNow: Bool = false) {
    self.id = id
    self.isNow = isNow
  }

  package func prepare(_ desk: Desk) async throws -> PostRelease {
    try await PostRelease(id, isNow ? .now : .planned, Self.action, desk)
  }

  package func run(_ prepared: PostRelease, in context: Context) throws -> PostsOutput {
    try prepared.handOver(Self.action, in: context)
  }
}
