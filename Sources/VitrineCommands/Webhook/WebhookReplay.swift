import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine webhook replay FILE`: takes in what the network sent, from a file.
struct WebhookReplay: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "replay", abstract: Help.command("webhook.replay"))
  }

  @Argument(help: Help.option("webhook.file", "FILE")) var file: String
  @Option(help: Help.option("webhook.signatureFile", "FILE")) var signatureFile: String?
  @Option(help: Help.option("webhook.header", "SIGNATURE")) var header: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let signed = try WebhookFile(path: file, header: header, signatureFile: signatureFile).read()
    try await Live.run(global) { live in
      live.announceNetwork()
      let person = try await live.perform(BeginReplay(signed)).person
      let output = try await ReceiveWebhook(live.desk, onBehalfOf: person).run(signed)
      let console = live.console
      if console.isJSON {
        try console.print(output.json(console.language))
      } else {
        try show(output, console)
      }
      guard output.findings.isEmpty, output.unread == 0 else {
        throw ExitCode(Fault.Code.partial.exitCode)
      }
    }
  }

  private func show(_ output: ReceiveWebhook.Output, _ console: Console) throws {
    try console.print(
      console.text(
        "webhook.sum", output.changes, output.ignored, output.findings(.unrecorded).count,
        output.findings(.missing).count, output.findings(.altered).count))
    let table = Table(output.findings, console)
    if !table.rows.isEmpty { try console.print(table, empty: "list.empty") }
    if output.unread > 0 { console.say("webhook.unread", output.unread) }
  }
}

extension ReceiveWebhook.Output {
  /// What news came to, as scripts read it; the keys are a contract.
  fileprivate func json(_ language: Language) -> JSON {
    func list(_ kind: ReconcileFinding.Kind) -> JSON {
      .array(findings(kind).map { $0.json(language) })
    }
    return [
      "entries": .integer(Int64(entries)), "changes": .integer(Int64(changes)),
      "ignored": .integer(Int64(ignored)), "notRead": .integer(Int64(unread)),
      "unrecorded": list(.unrecorded), "altered": list(.altered), "missing": list(.missing),
    ]
  }
}
