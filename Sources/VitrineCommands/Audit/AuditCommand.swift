import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine audit`: who did what, and the proof of it.
struct AuditCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit", abstract: Help.command("audit"),
      subcommands: [
        AuditList.self, AuditShow.self, AuditVerify.self, AuditCheckpoint.self, AuditKey.self,
        AuditExport.self,
      ])
  }
}

/// `vitrine audit list`.
struct AuditList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("audit.list"))
  }

  @Option(help: Help.option("audit.store", "CODE")) var store: String?
  @Option(help: Help.option("audit.actor", "ID")) var actor: String?
  @Option(help: Help.option("audit.action", "ACTION")) var action: String?
  @Option(help: Help.option("audit.object", "ID")) var object: String?
  @Option(help: Help.option("audit.result", "RESULT")) var result: String?
  @Option(help: Help.option("audit.since", "INSTANT")) var since: String?
  @Option(help: Help.option("audit.until", "INSTANT")) var until: String?
  @Option(help: Help.option("limit", "N")) var limit = 50
  @Option(help: Help.option("audit.cursor", "C")) var cursor: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard (1...10_000).contains(limit) else {
      throw Fault(.usage, Message("console.range", "--limit", 1, 10_000))
    }
    let filter = try self.filter()
    let below = try cursor.map(Self.index)
    try await Live.run(global) { live in
      let records = try await live.ask(
        ListRecords(filter: filter, below: below, limit: limit))
      let next = records.count == limit ? records.last.map { String($0.index) } : nil
      let console = live.console
      if console.isJSON {
        return try console.print(JSON.list(try records.map { try $0.json() }, next: next))
      }
      let names = try? await live.ask(ListUsers())
      let people = Dictionary(
        (names ?? []).map { ($0.account.id.rawValue, $0.account.name) },
        uniquingKeysWith: { first, _ in first })
      var table = Table(
        console.text("column.index"), console.text("column.time"), console.text("column.actor"),
        console.text("column.action"), console.text("column.store"), console.text("column.object"),
        console.text("column.result"))
      for record in records {
        let columns = record.columns
        table.add(
          String(record.index), Timestamp(clamping: columns.time).description,
          try Self.who(record, people, console), columns.action, columns.store ?? "",
          columns.objectID ?? "", console.text("result.\(columns.result)"))
      }
      try console.print(table, empty: "audit.empty")
      if let next { console.say("audit.more", next) }
    }
  }

  /// Who acted; for a worker, in whose name.
  private static func who(
    _ record: StoredRecord, _ people: [String: String], _ console: Console
  ) throws -> String {
    let actor = record.columns.actorID
    guard case .object(let members) = try record.json(),
      case .string(let person)? = members["onBehalfOf"]
    else { return people[actor] ?? actor }
    return console.text("audit.onBehalfOf", people[person] ?? person)
  }

  private func filter() throws -> RecordFilter {
    var filter = RecordFilter()
    filter.store = store.map(StoreCode.init(_:))
    filter.actor = actor.map(UserID.init(_:))
    filter.object = object
    filter.since = try since.map { try Timestamp.argument($0, "--since") }
    filter.until = try until.map { try Timestamp.argument($0, "--until") }
    if let action {
      guard Action(rawValue: action) != nil else {
        let meant = EditDistance.suggestion(for: action, among: Action.allCases.map(\.rawValue))
        throw Fault(
          .usage, Message("audit.badAction", TerminalText.excerpt(action)),
          hint: meant.map { Message("did.you.mean", $0) }, subject: "--action")
      }
      filter.action = action
    }
    if let result {
      guard AuditRecord.Outcome(rawValue: result) != nil else {
        throw Fault(
          .usage, Message("audit.badResult", TerminalText.excerpt(result)), subject: "--result")
      }
      filter.result = result
    }
    return filter
  }

  /// A cursor or index given as text.
  static func index(_ text: String) throws -> Int {
    guard !text.isEmpty, text.utf8.count <= 18,
      text.utf8.allSatisfy({ (48...57).contains($0) }), let index = Int(text)
    else {
      throw Fault(.usage, Message("audit.badIndex", TerminalText.excerpt(text)), subject: text)
    }
    return index
  }
}

extension StoredRecord {
  /// The record as scripts read it: its own keys, and its index.
  func json() throws -> JSON {
    guard case .object(var members) = try JSON(bytes: bytes) else {
      throw Fault(.corrupt, Message("audit.notRecord", index), subject: String(index))
    }
    members["index"] = .integer(Int64(index))
    return .object(members)
  }
}

/// `vitrine audit show INDEX`.
struct AuditShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("audit.show"))
  }

  @Argument(help: Help.option("audit.index")) var index: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let position = try AuditList.index(index)
    try await Live.run(global) { live in
      let record = try await live.ask(ShowRecord(index: position))
      if live.console.isJSON { return try live.console.print(try record.json()) }
      try live.console.print(String(decoding: record.bytes, as: UTF8.self))
    }
  }
}

/// `vitrine audit verify`.
struct AuditVerify: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: Help.command("audit.verify"))
  }

  @Option(help: Help.option("audit.checkpoint", "FILE")) var checkpoint: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let kept = try checkpoint.map {
      try RegularFile.read(Invocation.current.resolve($0).path, limit: 1 << 20)
    }
    try await Live.run(global) { live in
      let verdict = try await live.ask(VerifyAudit(kept: kept))
      let console = live.console
      if console.isJSON {
        try console.print([
          "records": .integer(Int64(verdict.records)), "root": .string(verdict.root.hex),
          "good": .bool(verdict.isGood),
          "firstBadIndex": verdict.firstBadIndex.map { .integer(Int64($0)) } ?? .null,
          "findings": .array(
            verdict.findings.map { .string($0.message.text(in: console.language)) }),
        ])
      } else {
        try console.print(verdict.message.text(in: console.language))
        for finding in verdict.findings {
          try console.print("  " + finding.message.text(in: console.language))
        }
      }
      if !verdict.isGood { throw ExitCode(Fault.Code.partial.exitCode) }
    }
  }
}

/// `vitrine audit key`: the key by which outsiders verify.
struct AuditKey: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "key", abstract: Help.command("audit.key"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      guard let signer = live.desk.signer else {
        throw Fault(
          .configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
      }
      let key = try signer.verifier().vkey
      if live.console.isJSON { return try live.console.print(["vkey": .string(key)]) }
      try live.console.print(key)
    }
  }
}
