import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine broadcast verify ID`: still there, still our text? Exit 1 when not everywhere.
struct BroadcastVerify: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: Help.command("broadcast.verify"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let output = try await live.perform(VerifyBroadcast(id: BroadcastID(id)))
      let console = live.console
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
        try console.print(.object(members))
      } else {
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
      guard output.same == output.published else {
        throw ExitCode(Fault.Code.partial.exitCode)
      }
    }
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
