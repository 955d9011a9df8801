import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine audit prove`: that a record is in the log, or that the log only grew.
struct AuditProve: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "prove", abstract: Help.command("audit.prove"))
  }

  @Argument(help: Help.option("audit.index")) var index: String?
  @Option(help: Help.option("audit.prove.post", "ID")) var post: String?
  @Option(help: Help.option("audit.from", "SIZE")) var from: String?
  @Option(help: Help.option("audit.to", "SIZE")) var to: String?
  @Option(help: Help.option("out", "FILE")) var out: String
  @Option(help: Help.option("audit.record.out", "FILE")) var record: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let ways = [index, post, from].compactMap(\.self)
    guard ways.count == 1, to == nil || from != nil, record == nil || from == nil else {
      throw Fault(.usage, Message("audit.prove.what"))
    }
    if let from {
      let size = try AuditList.index(from)
      return try await proveGrowth(from: size, to: to.map(AuditList.index))
    }
    let asked = try index.map(AuditList.index)
    try await Live.run(global) { live in
      let place: Int
      if let asked {
        place = asked
      } else {
        place = try await live.ask(FindPublication(post: post ?? ""))
      }
      let made = try await ProveRecord(index: place).run(live.door, as: live.credential())
      let console = live.console
      try OutputFile.write(made.proof.bytes, to: console.invocation.resolve(out))
      if let record {
        try OutputFile.write(made.record + [0x0A], to: console.invocation.resolve(record))
      }
      let promise = try Checkpoint(text: made.proof.checkpoint.text)
      if console.isJSON {
        return try console.print([
          "index": .integer(Int64(place)), "size": .integer(Int64(promise.size)),
          "root": .string(promise.root.hex), "file": .string(out),
        ])
      }
      console.say("audit.proved", place, promise.size, out)
    }
  }

  private func proveGrowth(from size: Int, to end: Int?) async throws {
    try await Live.run(global) { live in
      let proof = try await ProveGrowth(from: size, to: end).run(
        live.door, as: live.credential())
      let console = live.console
      try OutputFile.write(proof.bytes, to: console.invocation.resolve(out))
      let promise = try Checkpoint(text: proof.checkpoint.text)
      if console.isJSON {
        return try console.print([
          "from": .integer(Int64(size)), "size": .integer(Int64(promise.size)),
          "root": .string(promise.root.hex), "file": .string(out),
        ])
      }
      console.say("audit.proved.growth", size, promise.size, out)
    }
  }
}
