import VitrineCore
import VitrineStorage

/// Gives posts to the deliveries for a time to come: an instant, or an hour on the store's own clock.
package struct SchedulePost: PostStep {
  package static let action = Action.postSchedule
  package let id: String
  /// When.
  package let at: ReleaseTime

  /// Makes the use case.
  package init(id: String, at: ReleaseTime) {
    self.id = id
    self.at = at
  }

  package func prepare(_ desk: Desk) async throws -> PostRelease {
    try await PostRelease(id, .at(at), Self.action, desk)
  }

  package func run(_ prepared: PostRelease, in context: Context) throws -> PostsOutput {
    try prepared.handOver(Self.action, in: context)
  }
}
