import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine audit show INDEX`: one record, with the names and the reason that belong to it.
struct AuditShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("audit.show"))
  }

  @Argument(help: Help.option("audit.index")) var index: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let position = try AuditList.index(index)
    try await Live.run(global) { live in
      let list = try await live.ask(ShowRecord(index: position))
      let console = live.console
      let view = RecordListView(list: list, console: console)
      guard let item = list.items.first else { return }
      if console.isJSON { return try console.print(try view.json(item)) }
      // The exact bytes, as they are hashed; what can be erased stands below.
      try console.print(String(decoding: item.stored.bytes, as: UTF8.self))
      for person in Set(item.record.people.map(\.person)).sorted() {
        guard let name = list.names[person] else { continue }
        try console.print("  \(person)  \(name)")
      }
      if item.record.detail["reason"] != nil {
        try console.print(
          console.text("audit.reason", item.reason ?? console.text("audit.reason.erased")))
      }
    }
  }
}
