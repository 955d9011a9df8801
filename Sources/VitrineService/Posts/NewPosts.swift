import VitrineCore

/// Posts that are rendered and not stored yet.
package struct NewPosts: Sendable {
  let prepared: PostMaking.Prepared
  /// The place in the calendar that they take, if they take one.
  let place: EntryPlace

  func store(in context: Context) throws -> NewPostsOutput {
    if let store = place.mandatoryAt { try context.demandMandatory(.postEdit, store) }
    return NewPostsOutput(posts: try prepared.store(in: context), notes: prepared.notes)
  }
}

/// New posts, and what their author should know.
package struct NewPostsOutput: Codable, Sendable {
  /// The posts.
  package let posts: PostsOutput
  /// What is not wrong, and good to know.
  package let notes: [Message]
}
