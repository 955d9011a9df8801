import VitrineCore
import VitrinePublishing
import VitrineService

/// Performs the deliveries of some posts in this process, as `broadcast launch` does for a broadcast.
struct PostRun {
  let live: Live

  /// Runs until nothing is left to do for them; returns how it ended, and where they stand then.
  func run(_ posts: [PostID]) async throws
    -> (end: (how: Runner.End, signalCode: Int32), posts: PostsOutput)
  {
    let end = try await DeliveryRun(live: live).run(.posts(posts))
    var items: [PostOutput] = []
    for post in posts { items += try await live.ask(ShowPost(id: post.rawValue)).posts.items }
    return (end, PostsOutput(items: items))
  }
}
