import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine privacy`: what is kept about people, and for how long.
struct PrivacyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "privacy", abstract: Help.command("privacy"),
      subcommands: [PrivacyInventory.self, PrivacyRetain.self])
  }
}

/// `vitrine privacy inventory`: says what the program keeps, so it needs no right and asks no desk.
struct PrivacyInventory: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "inventory", abstract: Help.command("privacy.inventory"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let console = live.console
      let months = live.configuration.namesMonths
      let columns = PersonalColumns.all.filter(\.isPersonal)
      func text(_ message: Message) -> String { message.text(in: console.language) }
      if console.isJSON {
        return try console.print([
          "items": .array(
            columns.map {
              [
                "table": .string($0.table), "column": .string($0.column),
                "data": .string($0.data.rawValue), "purpose": .string(text($0.purpose)),
                "term": .string(text($0.term(namesMonths: months))),
                "readers": .string(text($0.readers)),
              ]
            }),
          "next": nil,
          "notKept": [
            [
              "data": "ipAddress", "months": .integer(Int64(live.configuration.addressesMonths)),
              "detail": .string(console.text("privacy.noAddresses")),
            ]
          ],
        ])
      }
      for data in PersonalData.allCases {
        let places = columns.filter { $0.data == data }
        guard let first = places.first else { continue }
        try console.print(text(Message("privacy.data.\(data.rawValue)")))
        try console.print("  " + text(first.purpose))
        try console.print("  " + text(first.term(namesMonths: months)))
        try console.print("  " + text(first.readers))
        for (table, columns) in Dictionary(grouping: places, by: \.table)
          .sorted(by: { $0.key < $1.key })
        {
          try console.print(
            "    \(table): \(columns.map(\.column).joined(separator: ", "))")
        }
      }
      try console.print(console.text("privacy.noAddresses"))
    }
  }
}

/// `vitrine privacy retain`.
struct PrivacyRetain: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "retain", abstract: Help.command("privacy.retain"))
  }

  @Flag(help: Help.option("privacy.dryRun")) var dryRun = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let console = live.console
      let months = live.configuration.namesMonths
      if dryRun {
        let due = try await live.ask(ListRetention(months: months))
        if console.isJSON { return try console.print(JSON.list(due.map(\.json))) }
        var table = Table(
          console.text("column.id"), console.text("column.name"), console.text("column.since"))
        for person in due {
          table.add(
            person.account.id.rawValue, person.account.name, person.since.description)
        }
        return try console.print(table, empty: "privacy.nothingDue")
      }
      let output = try await live.door.retain(RetainNames(months: months), as: live.credential())
      if console.isJSON {
        return try console.print([
          "erased": .array(output.erased.map { .string($0.rawValue) })
        ])
      }
      console.say("privacy.retained", output.erased.count, months)
    }
  }
}

extension ListRetention.Due {
  /// Somebody whose name is due, as scripts read it.
  fileprivate var json: JSON {
    [
      "id": .string(account.id.rawValue), "name": .string(account.name),
      "since": .string(since.description),
    ]
  }
}
