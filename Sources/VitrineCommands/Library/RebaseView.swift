import VitrineCore

/// What a rebase did to the posts of stores: outcomes, then what each store must decide or know.
struct RebaseView {
  let report: RebaseReport
  let console: Console
  /// Whether nothing was changed yet.
  var isRehearsal = false

  func show() throws {
    if console.isJSON { return try console.print(report.json(in: console.language)) }
    guard !report.items.isEmpty else { return console.say("merge.none", report.template) }
    var table = Table(
      console.text("column.store"), console.text("column.network"), console.text("column.post"),
      console.text("column.state"), console.text("column.result"))
    for item in report.items {
      var result =
        item.outcome == .same && item.isVoid
        ? console.text("merge.whole") : console.text("merge.outcome.\(item.outcome.rawValue)")
      if item.voided > 0 { result += ", " + console.text("merge.voided", item.voided) }
      table.add(
        item.post.store.rawValue, item.post.network.rawValue, item.post.id.rawValue,
        console.text(item.state.textCode), result)
    }
    try console.print(table, empty: "list.empty")
    try showRemarks()
    console.say(
      "merge.summary", report.count(.same), report.count(.changed), report.count(.conflict),
      report.count(.kept) + report.count(.lost), report.voided)
    showNext()
  }

  /// What comes next, for whom there is something to do.
  private func showNext() {
    func count(_ condition: (RebaseReport.Item) -> Bool) -> Int {
      report.items.count(where: condition)
    }
    let kept = count { $0.outcome == .kept }
    if isRehearsal {
      if kept < report.items.count { console.say("merge.next.rehearsal", report.template) }
    } else {
      let steps = [
        ("merge.next.decide", report.count(.conflict)),
        ("merge.next.approve", count { $0.isVoid && $0.state == .submitted }),
        (
          "merge.next.publish",
          count { $0.isUnscheduled && $0.state == .draft && $0.outcome != .conflict }
        ),
      ]
      for (code, count) in steps where count > 0 {
        console.say(Message(code: code, arguments: ["\(count)"]))
      }
    }
    if kept > 0 { console.say("merge.next.kept", kept) }
  }

  /// The conflicts of every store, and then the notices: one line each, in full.
  private func showRemarks() throws {
    for item in report.items {
      for conflict in item.conflicts {
        let line = conflict.line(in: console.language)
        try console.print(
          console.text("merge.line.conflict", item.post.store, item.post.network, line))
      }
    }
    for item in report.items {
      for notice in item.notices {
        let line = notice.message.text(in: console.language)
        try console.print(
          console.text("merge.line.notice", item.post.store, item.post.network, line))
      }
    }
  }
}
