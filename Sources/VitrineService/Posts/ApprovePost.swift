import VitrineCore
import VitrineStorage

/// Says yes to what was read; the last yes that is needed makes it approved.
package struct ApprovePost: PostStep {
  package static let action = Action.postApprove
  package let id: String
  /// The digest of what the person read, if the person says it.
  package let digest: String?

  /// Makes the use case.
  package init(id: String, digest: String?) {
    self.id = id
    self.digest = digest
  }

  package func run(_ prepared: Void, in context: Context) throws -> PostsOutput {
    let transaction = context.transaction
    let acted = try context.acted(on: id, Self.action)
    guard let first = acted.first else { throw Fault.unknownPost(id) }
    let whole = try transaction.posts(of: first.post.submission).wholeDigest
    let isWhole = first.post.isForSeveral || acted.count > 1 || id == first.post.submission.rawValue
    if let digest, digest != (isWhole ? whole : first.post.digest) { throw Fault.postChanged(id) }
    for standing in acted {
      var post = standing.post
      try transaction.insertPostApproval(
        of: post, digest: post.isForSeveral ? whole : post.digest, by: context.session.user,
        at: context.now)
      let given = try transaction.standing(
        of: post, at: context.now, quarantine: context.desk.rules.quarantineMilliseconds)
      let hands = given.editors
      if given.approvals.count(where: { !hands.contains($0.user) }) >= post.approvalsNeeded {
        post.state = .approved
      }
      try context.write(post, Self.action, after: standing, approvals: given.approvals)
    }
    return try context.output(acted.map(\.post.id))
  }
}
