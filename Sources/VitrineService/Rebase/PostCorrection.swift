import VitrineCore
import VitrineStorage

/// One post on its way to the corrected template.
struct PostCorrection {
  let item: RebaseReport.Item
  /// What it says then; nil where it cannot be rendered, or needs not be.
  let composed: PostComposer.Composed?
  let template: String
  let digest: String
  let language: Language

  /// Writes the post and its record.
  ///
  /// A revision binds approvals, so a post that says the same keeps its own.
  func write(_ old: StoredPost, in context: Context) throws {
    let transaction = context.transaction
    let standing = try transaction.standing(
      of: old, at: context.now, quarantine: context.desk.rules.quarantineMilliseconds)
    var post = old
    apply(to: &post)
    if item.state != item.post.state {
      if old.state == .handedOver { try context.stop(old) }
      post.state = item.state == .submitted ? .submitted : .draft
      if post.state == .submitted { post.submitted = context.now }
    }
    if item.isVoid { try transaction.deletePostApprovals(of: post.id) }
    if isRewritten {
      post.revision += 1
      try transaction.insertPostRevisions([
        StoredPostRevision(
          of: post, by: context.session.user, at: context.now, isCorrection: true)
      ])
    }
    try context.write(
      post, isRewritten ? .postEdit : .libraryWrite, after: standing,
      approvals: item.isVoid ? [] : nil,
      detail: [
        "step": "rebase", "template": .string(template),
        "templateDigest": post.templateDigest.map(JSON.string) ?? .null,
        "previousTemplateDigest": old.templateDigest.map(JSON.string) ?? .null,
        "previousDigest": .string(old.digest), "outcome": .string(item.outcome.rawValue),
        "at": post.schedule.map(JSON.string) ?? .null,
      ], reason: note(post.id))
  }

  /// Whether there is something for a store or an approver to read.
  private var isRewritten: Bool { item.outcome == .changed || item.outcome == .conflict }

  /// Puts in what the post is made of now.
  private func apply(to post: inout StoredPost) {
    guard item.outcome != .lost else { return }
    post.templateDigest = digest
    post.input.values = item.adaptation.values
    if let composed {
      composed.apply(to: &post, post.schedule)
    } else if isRewritten {
      // What it said belongs to the old template; the revision before keeps it. Without a text it
      // cannot leave, and an edit writes it.
      post.content.text = ""
      post.digest = post.bound
    }
  }

  /// What the store must decide and should know, in full: an answer that is out of the post is in it.
  private func note(_ id: PostID) -> String? {
    var lines: [String] = []
    for conflict in item.conflicts {
      lines.append(Message("merge.note.conflict", conflict.line(in: language)).text(in: language))
      if let value = conflict.value, TerminalText.excerpt(value) != value { lines.append(value) }
    }
    lines += item.notices.map {
      Message("merge.note.notice", $0.message.text(in: language)).text(in: language)
    }
    if item.isUnscheduled { lines.append(Message("merge.note.unscheduled", id).text(in: language)) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
