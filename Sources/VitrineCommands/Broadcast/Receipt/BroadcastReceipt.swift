import ArgumentParser
import Foundation
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine broadcast receipt ID --out DIR`: every targeted page accounted for, to keep.
struct BroadcastReceipt: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "receipt", abstract: Help.command("broadcast.receipt"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("out.folder", "DIR")) var out: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let folder = Invocation.current.resolve(out)
    try await Live.run(global) { live in
      let status = try await live.ask(BroadcastStatus(id: BroadcastID(id), withPages: true))
      let receipt = try await live.ask(ReadReceipt(id: BroadcastID(id)))
      let proof = try await ProveBroadcast(id: BroadcastID(id)).run(
        live.door, as: live.credential())
      let console = live.console
      var page = ReceiptPage(
        status, receipt, proof, organisation: live.configuration.organisation.name,
        zone: live.configuration.organisation.timeZone, language: console.language)
      let view = StatusView(status: status, console: console)
      try await OutputFile.writeFolder(folder) {
        try OutputFile.write(
          Array((Self.json(view.json, receipt, console).text + "\n").utf8),
          to: $0.appending(path: "receipt.json"))
        try OutputFile.write(
          Self.csv(status, console.language), to: $0.appending(path: "pages.csv"))
        try OutputFile.write(page.bytes(), to: $0.appending(path: "receipt.html"))
        if let proof { try Self.write(proof, to: $0) }
      }
      if console.isJSON { return try console.print(["folder": .string(folder.path)]) }
      try view.show()
      for approval in receipt.approvals {
        try console.print(console.text("receipt.approved", approval.name, approval.at))
      }
      for finding in receipt.findings { try console.print(finding.text(in: console.language)) }
      console.say("receipt.written", folder.path)
    }
  }

  /// The checkpoint, the key, and each record with its proof.
  private static func write(_ proof: ProveBroadcast.Output, to folder: URL) throws {
    try OutputFile.write(proof.checkpoint.bytes, to: folder.appending(path: "checkpoint"))
    try OutputFile.write(
      Array("\(proof.key.vkey)\n".utf8), to: folder.appending(path: "log.vkey"))
    let proofs = folder.appending(path: "proofs")
    try FileManager.default.createDirectory(at: proofs, withIntermediateDirectories: false)
    for item in proof.records {
      let name = String(item.proof.index)
      try OutputFile.write(item.proof.bytes, to: proofs.appending(path: "\(name).tlog-proof"))
      try OutputFile.write(item.record + [0x0A], to: proofs.appending(path: "\(name).json"))
    }
  }

  /// The status with whose approvals it rests on, and what an auditor would ask.
  private static func json(
    _ status: JSON, _ receipt: ReadReceipt.Output, _ console: Console
  ) -> JSON {
    guard case .object(var members) = status else { return status }
    members["approvals"] = .array(
      receipt.approvals.map {
        [
          "user": .string($0.user.rawValue), "name": .string($0.name),
          "sha256": .string($0.digest), "at": .string($0.at.description),
        ]
      })
    members["secondApprovalDue"] = receipt.secondDue.map { .string($0.description) } ?? .null
    members["findings"] = .array(receipt.findings.map(console.json))
    return .object(members)
  }

  /// The pages as a spreadsheet reads them, with formulas made harmless.
  private static func csv(_ status: BroadcastStatus.Output, _ language: Language) -> [UInt8] {
    let header = [
      "store", "network", "state", "postID", "permalink", "publishedAt", "reason", "fix", "who",
      "earlierTextMinutes",
    ]
    let rows = status.pages.map { page -> [String] in
      let trouble = page.trouble
      let words = [trouble?.reason, trouble?.fix, trouble?.who].map {
        $0?.text(in: language) ?? ""
      }
      let minutes = page.earlier.map { String($0.minutes) } ?? ""
      let place = [page.store.rawValue, page.network.rawValue, page.state.rawValue]
      let found = [
        page.remoteID?.rawValue ?? "", page.permalink ?? "", page.published?.description ?? "",
      ]
      return place + found + words + [minutes]
    }
    var writer = CSVWriter()
    writer.write(header)
    for row in rows { writer.write(row) }
    return writer.bytes
  }
}
