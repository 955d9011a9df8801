/// Whose work a post is, for the records of its delivery: ids only.
package struct PostCredit: Hashable, Codable, Sendable {
  /// Who wrote it.
  package var author: UserID
  /// Who changed it afterwards.
  package var editors: [UserID]
  /// Who approved it, each as `user@sha256:digest`.
  package var approvals: [String]

  /// Makes a credit.
  package init(author: UserID, editors: [UserID] = [], approvals: [String] = []) {
    self.author = author
    self.editors = editors
    self.approvals = approvals
  }
}
