import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine audit verify`: the database, an exported folder, or a single proof.
struct AuditVerify: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: Help.command("audit.verify"))
  }

  @Option(help: Help.option("audit.checkpoint", "FILE")) var checkpoint: [String] = []
  @Option(help: Help.option("audit.export", "DIR")) var export: String?
  @Option(help: Help.option("audit.proof", "FILE")) var proof: String?
  @Option(help: Help.option("audit.record", "FILE")) var record: String?
  @Option(help: Help.option("audit.key", "VKEY")) var key: String?
  @Option(help: Help.option("audit.witness", "VKEY")) var witness: [String] = []
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let key = try key.map { try KeyArgument.verifier($0, "--key") }
    let witnesses = try witness.map { try KeyArgument.witness($0, "--witness") }
    if let proof { return try verify(proof: proof, key, witnesses) }
    guard record == nil else {
      throw Fault(.usage, Message("console.needs", "--record", "--proof"), subject: "--record")
    }
    let kept = try checkpoint.map { try KeptCheckpoint(bytes: AuditFile.read($0)) }
    if let export {
      let verified = try VerifyExport(
        folder: Invocation.current.resolve(export), key: key, kept: kept, witnesses: witnesses
      ).run()
      return try show(verified, global.console())
    }
    try await Live.run(global) { live in
      let verified = try await live.ask(
        VerifyAudit(
          kept: kept, key: key, witnesses: witnesses + live.configuration.auditWitnesses))
      try show(verified, live.console)
    }
  }

  private func show(_ verified: VerifiedLog, _ console: Console) throws {
    let verdict = verified.verdict
    for remark in verified.remarks { console.say(remark) }
    if console.isJSON {
      try console.print([
        "records": .integer(Int64(verdict.records)), "root": .string(verdict.root.hex),
        "good": .bool(verdict.isGood),
        "firstBadIndex": verdict.firstBadIndex.map { .integer(Int64($0)) } ?? .null,
        "findings": .array(
          verdict.findings.map { .string($0.message.text(in: console.language)) }),
        "witnesses": .array(
          verified.sightings.map {
            [
              "name": .string($0.name), "size": .integer(Int64($0.size)),
              "time": .string($0.time.description),
            ]
          }),
      ])
    } else {
      try console.print(verdict.message.text(in: console.language))
      for finding in verdict.findings {
        try console.print("  " + finding.message.text(in: console.language))
      }
      for sighting in verified.sightings {
        try console.print(
          console.text("audit.verify.seen", sighting.name, sighting.size, sighting.time))
      }
    }
    if !verdict.isGood { throw ExitCode(Fault.Code.partial.exitCode) }
  }

  /// A proof stands by itself: no desk, no database, only the key and what it is about.
  private func verify(
    proof file: String, _ key: NoteVerifier?, _ witnesses: [NoteVerifier]
  ) throws {
    guard let key else {
      throw Fault(.usage, Message("console.needs", "--proof", "--key"), subject: "--key")
    }
    let console = global.console()
    let bytes = try AuditFile.read(file)
    if bytes.starts(with: "old ".utf8) {
      guard let known = checkpoint.first else {
        throw Fault(
          .usage, Message("console.needs", "--proof", "--checkpoint"), subject: "--checkpoint")
      }
      let old = try KeptCheckpoint(bytes: AuditFile.read(known)).checkpoint(origin: key.name)
      let new = try ConsistencyProof(bytes: bytes).verify(
        from: old, log: key, witnesses: witnesses)
      if console.isJSON {
        return try console.print([
          "good": true, "from": .integer(Int64(old.size)), "size": .integer(Int64(new.size)),
          "root": .string(new.root.hex),
        ])
      }
      return try console.print(console.text("audit.verify.grew", old.size, new.size, new.root))
    }
    guard let record else {
      throw Fault(.usage, Message("console.needs", "--proof", "--record"), subject: "--record")
    }
    let proof = try TLogProof(bytes: bytes)
    var content = try AuditFile.read(record)
    // A record has no line feed; files that hold one line usually end in one.
    if content.last == 0x0A { content.removeLast() }
    let promise = try proof.verify(record: content, log: key, witnesses: witnesses)
    if console.isJSON {
      return try console.print([
        "good": true, "index": .integer(Int64(proof.index)), "size": .integer(Int64(promise.size)),
        "root": .string(promise.root.hex),
      ])
    }
    try console.print(
      console.text("audit.verify.included", proof.index, promise.size, promise.root))
  }
}
