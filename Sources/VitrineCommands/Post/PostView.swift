import VitrineCore
import VitrineService
import VitrineStorage

/// Posts as people read them: where each stands, what it says, and what comes next.
struct PostView {
  let console: Console

  /// New posts, what the rules say of them, and what their author should know.
  func show(_ made: NewPostsOutput) throws {
    try show(made.posts, id: nil)
    for note in made.notes where !console.isJSON { console.say(note) }
  }

  /// Posts after a step; `id` is what the step was taken on.
  func show(_ output: PostsOutput, id: String?) throws {
    if console.isJSON { return try console.print(json(output, id: id)) }
    // A region's submission is a list; what one store says is shown as it will be read.
    if output.items.count > 4 {
      try console.print(table(output.items), empty: "posts.empty")
    } else {
      for item in output.items { try show(item, withText: id == nil) }
    }
    for finding in output.findings where finding.severity != .info {
      console.warn(finding.finding(about: nil))
      console.say("posts.finding.fix", finding.fix)
    }
    for message in next(output, id: id) { console.say(message) }
  }

  /// Everything about posts, as an approver reads it.
  func show(_ shown: ShowPost.Output, asPublished: Bool) throws {
    let items = shown.posts.items.filter { !asPublished || shown.published[$0.id] != nil }
    if console.isJSON {
      var documents: [JSON] = []
      for item in items { documents.append(.object(members(item, shown))) }
      guard case .object(var whole)? = documents.first else { return }
      whole["items"] = .array(documents)
      return try console.print(.object(whole))
    }
    for item in items {
      if asPublished, let text = shown.published[item.id] {
        try console.print(console.text("posts.published", item.id, text.published))
        try printText(text.body, text.link, [])
      } else {
        try show(item, withText: true)
        try showPeople(item, shown)
      }
    }
  }

  private func show(_ item: PostOutput, withText: Bool) throws {
    try console.print(
      console.text(
        "posts.now", item.id, item.store, item.network,
        console.text("post.state.\(item.state.rawValue)")))
    if let at = item.at,
      [.scheduled, .published, .draft, .submitted, .approved].contains(item.state)
    {
      try console.print(console.text(item.state == .published ? "posts.since" : "posts.at", at))
    }
    if let from = item.movedFrom, let because = item.movedBecause {
      try console.print(console.text("posts.moved", from, because.text(in: console.language)))
    }
    if let link = item.permalink { try console.print("  \(link)") }
    if item.ending != nil { try console.print(console.text("posts.ending")) }
    if let trouble = item.trouble {
      let words = [trouble.reason, trouble.fix, trouble.who].map { $0.text(in: console.language) }
      try console.print(console.text("posts.trouble", words[0], words[1], words[2]))
    }
    if withText { try printText(item.content.text, item.content.link, item.content.media) }
  }

  private func printText(_ text: String, _ link: String?, _ media: [PostPicture]) throws {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      try console.print("  │ \(line)")
    }
    if let link { try console.print("  │ \(link)") }
    for picture in media {
      try console.print("  │ [\(picture.type.rawValue)] \(picture.alt ?? "")")
    }
  }

  private func showPeople(_ item: PostOutput, _ shown: ShowPost.Output) throws {
    func name(_ user: UserID) -> String { shown.names[user] ?? user.rawValue }
    try console.print(console.text("posts.author", name(item.author)))
    if !item.editors.isEmpty {
      try console.print(
        console.text("posts.editors", item.editors.map(name).joined(separator: ", ")))
    }
    try console.print(
      console.text("broadcast.approvals", item.approvers.count, item.approvalsNeeded))
    for step in shown.reasons[item.id] ?? [] {
      let code =
        switch Action(rawValue: step.given.action) {
        case .postReject: "posts.why.rejected"
        case .postEdit: "posts.why.rebased"
        default: "posts.why.down"
        }
      try console.print(
        Message(code: code, arguments: [step.name, step.given.at.description])
          .text(in: console.language))
      let words = step.given.text ?? console.text("broadcast.why.none")
      for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
        try console.print("  │ \(line)")
      }
    }
    if let end = item.validUntil { try console.print(console.text("broadcast.ends", end)) }
    try console.print(console.text("plan.digest", item.digest))
  }

  /// Rows for a list.
  func table(_ items: [PostOutput]) -> Table {
    let hasNotes = items.contains { note(on: $0) != nil }
    var headings = [
      console.text("column.id"), console.text("column.store"), console.text("column.network"),
      console.text("column.state"), console.text("column.when"),
    ]
    if hasNotes { headings.append(console.text("column.note")) }
    var table = Table(headings + [console.text("column.text")])
    for item in items {
      let cells = [
        item.id.rawValue, item.store.rawValue, item.network.rawValue,
        console.text("post.state.\(item.state.rawValue)"), (item.at ?? item.created).description,
      ]
      table.add(cells + (hasNotes ? [note(on: item) ?? ""] : []) + [item.firstLine])
    }
    return table
  }

  /// Why a post is not where somebody put it: its store is frozen, or it made room.
  private func note(on item: PostOutput) -> String? {
    if item.frozenSince != nil { return console.text("posts.note.frozen") }
    guard let from = item.movedFrom, let because = item.movedBecause else { return nil }
    return console.text("posts.moved.note", from, because.text(in: console.language))
  }

  /// What comes next, for each state that is there, once.
  private func next(_ output: PostsOutput, id: String?) -> [Message] {
    var seen: Set<PostState> = []
    return output.items.filter { seen.insert($0.state).inserted }.compactMap { item in
      let whole = output.items.count > 1 ? item.submission?.rawValue : nil
      let name = id ?? whole ?? item.id.rawValue
      switch item.state {
      case .draft:
        return Message(
          item.approvalsNeeded == 0 ? "posts.next.publishDraft" : "posts.next.submit", name)
      case .submitted:
        let digest = id == item.submission?.rawValue ? item.submissionDigest : item.digest
        return Message(
          "posts.next.approve", name, digest,
          max(1, item.approvalsNeeded - item.approvers.count))
      case .approved: return Message("posts.next.publish", name)
      case .rejected: return Message("posts.next.edit", name)
      case .scheduled: return Message("posts.next.cancel", name)
      case .publishing: return Message("posts.next.show", name)
      default: return nil
      }
    }
  }
}

extension PostOutput {
  /// The first line of its text, for lists.
  var firstLine: String {
    content.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }
}
