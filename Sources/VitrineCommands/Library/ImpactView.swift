import VitrineCore

/// The posts that carry an older text of a template, as people and scripts read them.
struct ImpactView {
  let report: RebaseReport
  let console: Console

  func show() throws {
    if console.isJSON { return try console.print(report.impactJSON) }
    guard !report.items.isEmpty else { return console.say("merge.none", report.template) }
    var table = Table(
      console.text("column.store"), console.text("column.network"), console.text("column.post"),
      console.text("column.state"), console.text("impact.text"))
    for item in report.items {
      let post = item.post
      table.add(
        post.store.rawValue, post.network.rawValue, post.id.rawValue,
        console.text(post.state.textCode), TerminalText.excerpt(oneLine(post.text)))
    }
    try console.print(table, empty: "list.empty")
    let kept = report.items.count { $0.post.state.reach != .open }
    console.say("impact.summary", report.items.count, report.template, kept)
    if kept < report.items.count { console.say("impact.next", report.template) }
  }

  /// The text on one line, so that its beginning says something.
  private func oneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}

extension PostState {
  /// The code of the state's name for people.
  var textCode: String { "post.state." + rawValue }
}
