import ArgumentParser
import VitrineCore
import VitrinePublishing
import VitrineService

/// `vitrine broadcast verify ID [--repair]`: still there, still our text? Exit 1 when not everywhere.
struct BroadcastVerify: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: Help.command("broadcast.verify"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Flag(help: Help.option("verify.repair")) var repair = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let view = VerifyView(id: id, console: live.console)
      guard repair else {
        let output = try await live.perform(VerifyBroadcast(id: BroadcastID(id)))
        try view.show(output, repaired: nil)
        return try Self.check(output)
      }
      let done = try await live.perform(RepairBroadcast(id: BroadcastID(id)))
      guard !done.repaired.isEmpty else {
        live.console.say("repair.nothing")
        try view.show(done.found, repaired: [])
        return try Self.check(done.found)
      }
      live.console.say("repair.begun", done.repaired.count)
      let end = try await DeliveryRun(live: live).run(.broadcast(BroadcastID(id)))
      let output = try await live.perform(VerifyBroadcast(id: BroadcastID(id)))
      try view.show(output, repaired: done.repaired)
      if end.how == .stopped { throw ExitCode(end.signalCode) }
      try Self.check(output)
    }
  }

  private static func check(_ output: VerifyBroadcast.Output) throws {
    guard output.same == output.published else {
      throw ExitCode(Fault.Code.partial.exitCode)
    }
  }
}

/// The pages that are not as they were left, and those that were repaired.
struct VerifyView {
  let id: String
  let console: Console

  /// Shows them; `repaired` is nil where nobody asked for a repair.
  func show(_ output: VerifyBroadcast.Output, repaired: [RepairBroadcast.Item]?) throws {
    let parts = [
      ("altered", output.altered), ("missing", output.missing), ("unclear", output.unclear),
    ]
    if console.isJSON {
      var members: [String: JSON] = [
        "id": .string(id), "published": .integer(Int64(output.published)),
        "same": .integer(Int64(output.same)),
      ]
      for (name, items) in parts {
        members[name] = .array(items.map { $0.json(console.language) })
      }
      if let repaired { members["repaired"] = .array(repaired.map(\.json)) }
      return try console.print(.object(members))
    }
    var table = Table(
      console.text("column.store"), console.text("column.network"),
      console.text("column.state"), console.text("column.reason"))
    for (name, items) in parts {
      for item in items {
        table.add(
          item.store.rawValue, item.network.rawValue, console.text("verify.\(name)"),
          item.reason.text(in: console.language))
      }
    }
    if !table.rows.isEmpty { try console.print(table, empty: "list.empty") }
    try console.print(
      console.text(
        "verify.sum", output.published, output.same, output.altered.count,
        output.missing.count, output.unclear.count))
  }
}

extension VerifyBroadcast.Item {
  /// A page as scripts read it; the keys are a contract.
  fileprivate func json(_ language: Language) -> JSON {
    [
      "store": .string(store.rawValue), "network": .string(network.rawValue),
      "post": .string(post.rawValue),
      "postID": remoteID.map { .string($0.rawValue) } ?? .null,
      "permalink": permalink.map(JSON.string) ?? .null,
      "reason": .string(reason.text(in: language)),
    ]
  }
}

extension RepairBroadcast.Item {
  /// A page as scripts read it; the keys are a contract.
  fileprivate var json: JSON {
    [
      "store": .string(store.rawValue), "network": .string(network.rawValue),
      "post": .string(post.rawValue), "cause": .string(cause),
    ]
  }
}
