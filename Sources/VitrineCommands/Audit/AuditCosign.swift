import ArgumentParser
import Foundation
import VitrineCore
import VitrineStorage

/// `vitrine audit cosign`: what a witness does, on a machine of its own without a desk.
struct AuditCosign: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "cosign", abstract: Help.command("audit.cosign"))
  }

  @Argument(help: Help.option("audit.cosign.checkpoint")) var checkpoint: String?
  @Option(help: Help.option("audit.cosign.key", "FILE")) var key: String
  @Option(help: Help.option("audit.cosign.newKey", "NAME")) var newKey: String?
  @Option(help: Help.option("audit.cosign.log", "VKEY")) var log: String?
  @Option(help: Help.option("audit.cosign.last", "FILE")) var last: String?
  @Option(help: Help.option("audit.cosign.proof", "FILE")) var proof: String?
  @Option(help: Help.option("audit.cosign.time", "INSTANT")) var time: String?
  @Option(help: Help.option("out", "FILE")) var out: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console()
    if let newKey { return try makeKey(newKey, console) }
    guard let checkpoint, let log else {
      throw Fault(.usage, Message("audit.cosign.what"), hint: Message("audit.cosign.what.hint"))
    }
    let invocation = console.invocation
    let signer = try NoteSigner(skey: SecretFile.read(invocation.resolve(key)))
    let logKey = try KeyArgument.verifier(log, "--log")
    let memory = WitnessMemory(invocation.resolve(last ?? "\(key).last"), log: logKey)
    let (note, growth) = try read(checkpoint)
    let now = try time.map { try Timestamp.argument($0, "--time") } ?? TimeSource.system.now()
    let seen = try memory.read()
    let made = try Witness(signer: signer, log: logKey).cosign(
      note, seen: seen, proof: growth, at: now)
    // Remembered before it leaves: what was signed and forgotten could be contradicted later.
    try memory.write(made.note)
    if let out { try OutputFile.write(made.note.bytes, to: invocation.resolve(out)) }
    if seen == nil { console.say("audit.cosign.first", made.checkpoint.origin) }
    let text = String(decoding: made.note.bytes, as: UTF8.self)
    if console.isJSON {
      return try console.print([
        "checkpoint": .string(text), "origin": .string(made.checkpoint.origin),
        "size": .integer(Int64(made.checkpoint.size)), "root": .string(made.checkpoint.root.hex),
        "since": seen.map { .integer(Int64($0.size)) } ?? .null, "witness": .string(signer.name),
      ])
    }
    if out == nil { try console.printExactly(text) }
  }

  /// The new checkpoint, and the proof; one file can hold both.
  private func read(_ file: String) throws -> (SignedNote, ConsistencyProof?) {
    let bytes = try AuditFile.read(file)
    if bytes.starts(with: "old ".utf8) {
      let growth = try ConsistencyProof(bytes: bytes)
      return (growth.checkpoint, growth)
    }
    let growth = try proof.map { try ConsistencyProof(bytes: AuditFile.read($0)) }
    return (try SignedNote(bytes: bytes), growth)
  }

  private func makeKey(_ name: String, _ console: Console) throws {
    let url = console.invocation.resolve(key)
    guard !FileManager.default.fileExists(atPath: url.path) else {
      throw Fault(.io, Message("audit.cosign.keyExists", key), subject: key)
    }
    let signer = try NoteSigner(name: name, random: .system)
    try SecretFile.create(url, contents: "\(signer.skey.exposed)\n")
    let vkey = try signer.verifier(.cosignature).vkey
    if console.isJSON { return try console.print(["vkey": .string(vkey)]) }
    try console.print(vkey)
  }
}

/// The last checkpoint that a witness saw, in a file of its own: all that it has to keep.
struct WitnessMemory {
  private let file: URL
  private let log: NoteVerifier

  init(_ file: URL, log: NoteVerifier) {
    self.file = file
    self.log = log
  }

  /// What was seen, or `nil` before the first time.
  ///
  /// A file that is no checkpoint of the log is an error, never a first time.
  func read() throws -> Checkpoint? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try Checkpoint(SignedNote(bytes: AuditFile.read(file.path)), log: log)
  }

  /// Replaces what was seen, at once or not at all.
  func write(_ note: SignedNote) throws {
    try SecretFile.replace(file, contents: String(decoding: note.bytes, as: UTF8.self))
  }
}
