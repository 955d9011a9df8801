import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine audit reconcile`: what the pages show against what the log tells.
struct AuditReconcile: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "reconcile", abstract: Help.command("audit.reconcile"))
  }

  @Option(help: Help.option("select", "SELECTOR")) var select: String?
  @Option(help: Help.option("reconcile.since", "INSTANT")) var since: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let selector = try select.map(Selector.argument)
    let start = try since.map { try Timestamp.argument($0, "--since") }
    try await Live.run(global) { live in
      live.announceNetwork()
      let person = try await live.perform(BeginReconcile(selector: selector)).person
      let report = try await Reconciler(live.desk, onBehalfOf: person).run(selector, since: start)
      if live.console.isJSON {
        try live.console.print(report.json(live.console.language))
      } else {
        try show(report, live.console)
      }
      if !report.isGood { throw ExitCode(Fault.Code.partial.exitCode) }
    }
  }

  private func show(_ report: ReconcileReport, _ console: Console) throws {
    try console.print(
      console.text(
        "reconcile.sum", report.checked, report.findings(.unrecorded).count,
        report.findings(.missing).count, report.findings(.altered).count, report.since))
    let table = Table(report.findings, console)
    if !table.rows.isEmpty { try console.print(table, empty: "list.empty") }
    guard !report.unchecked.isEmpty else { return }
    try console.print(console.text("reconcile.notChecked", report.unchecked.count))
    var others = Table(
      console.text("column.store"), console.text("column.network"), console.text("column.reason"))
    for item in report.unchecked {
      others.add(
        item.page.store.rawValue, item.page.network.rawValue,
        item.reason.text(in: console.language))
    }
    try console.print(others, empty: "list.empty")
  }
}

extension ReconcileReport {
  /// The comparison as scripts read it; the keys are a contract.
  func json(_ language: Language) -> JSON {
    func list(_ kind: ReconcileFinding.Kind) -> JSON {
      .array(findings(kind).map { $0.json(language) })
    }
    return [
      "checked": .integer(Int64(checked)), "since": .string(since.description),
      "unrecorded": list(.unrecorded), "missing": list(.missing), "altered": list(.altered),
      "notChecked": .array(
        unchecked.map {
          [
            "page": .string($0.page.id.rawValue), "store": .string($0.page.store.rawValue),
            "network": .string($0.page.network.rawValue),
            "reason": .string($0.reason.text(in: language)),
          ]
        }),
    ]
  }
}

extension ReconcileFinding {
  /// A finding as scripts read it; the keys are a contract.
  func json(_ language: Language) -> JSON {
    func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
    var members: [String: JSON] = [
      "page": .string(page.id.rawValue), "store": .string(page.store.rawValue),
      "network": .string(page.network.rawValue), "postID": .string(remoteID.rawValue),
      "post": text(post?.rawValue), "broadcast": text(broadcast?.rawValue),
      "permalink": text(permalink), "text": .string(self.text),
      "createdTime": text(created?.description), "application": text(application),
      "adminCreator": text(adminCreator), "noticedAt": .string(noticed.description),
      "lastSeenAt": text(lastSeen?.description), "isNew": .bool(isNew),
      "evidence": .string(evidence.text(in: language)),
    ]
    if let change {
      members["difference"] = ["was": .string(change.was), "is": .string(change.is)]
    }
    return .object(members)
  }
}
