import VitrineCore

/// Posts that are rendered and not stored yet.
package struct NewPosts: Sendable {
  let prepared: PostMaking.Prepared

  func store(in context: Context) throws -> NewPostsOutput {
    NewPostsOutput(posts: try prepared.store(in: context), notes: prepared.notes)
  }
}

/// New posts, and what their author should know.
package struct NewPostsOutput: Codable, Sendable {
  /// The posts.
  package let posts: PostsOutput
  /// What is not wrong, and good to know.
  package let notes: [Message]
}
