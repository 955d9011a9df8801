import VitrineCore
import VitrineStorage

/// What becomes of the posts of somebody who leaves, or whose approvals are not believed any more.
extension Context {
  /// Gives the posts that a person handed over back to the drafts, and returns them.
  func returnSubmittedPosts(of author: UserID) throws -> [PostID] {
    let ids = try transaction.submittedPosts(of: author)
    for id in ids {
      guard var post = try transaction.post(id) else { continue }
      post.state = .draft
      try transaction.deletePostApprovals(of: id)
      try transaction.updatePost(post, at: now)
    }
    return ids
  }

  /// Voids a person's approvals of posts in these states, and returns the posts.
  ///
  /// One that is short of approvals then waits for them again.
  func voidOpenPostApprovals(
    of user: UserID, in states: [EditorialState] = [.draft, .submitted, .approved, .rejected]
  ) throws -> [PostID] {
    let voided = try transaction.voidPostApprovals(of: user, in: states)
    for id in voided {
      guard var post = try transaction.post(id), post.state == .approved else { continue }
      let standing = try transaction.standing(of: post, at: now, quarantine: .max)
      let hands = standing.editors
      guard standing.approvals.count(where: { !hands.contains($0.user) }) < post.approvalsNeeded
      else { continue }
      post.state = .submitted
      try transaction.updatePost(post, at: now)
    }
    return voided
  }
}
