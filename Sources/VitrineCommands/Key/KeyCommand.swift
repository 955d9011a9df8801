import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine key`: the keys that seal the pages' tokens.
struct KeyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key", abstract: Help.command("key"), subcommands: [KeyRotate.self])
  }
}

/// `vitrine key rotate`: a new key, every token under it, and the old key gone.
struct KeyRotate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "rotate", abstract: Help.command("key.rotate"))
  }

  @Flag(help: Help.option("key.prepare")) var prepare = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let console = live.console
      let folder = live.workspace.resolve(live.configuration.keysFolder)
      let rotation = KeyRotation(live.door, keys: KeyFolder(folder))
      if prepare {
        let version = try await rotation.prepare(as: live.credential())
        if console.isJSON { return try console.print(["prepared": .integer(Int64(version))]) }
        return try console.print(console.text("keys.prepared", "kek-\(version)", folder.path))
      }
      let report = try await rotation.run(as: live.credential())
      if console.isJSON {
        try console.print(report.json)
      } else {
        try show(report, console)
      }
      if !report.unreadable.isEmpty { throw ExitCode(Fault.Code.partial.exitCode) }
    }
  }

  private func show(_ report: KeyRotation.Report, _ console: Console) throws {
    if report.isResumed { console.say("keys.resumed") }
    try console.print(
      console.text("keys.rotated", "kek-\(report.version)", report.pages, report.connections))
    for version in report.removed {
      try console.print(console.text("keys.removed", "kek-\(version)"))
    }
    guard !report.unreadable.isEmpty else { return }
    try console.print(console.text("keys.unreadable", report.unreadable.count))
    var table = Table(console.text("column.store"), console.text("column.page"))
    for item in report.unreadable { table.add(item.store?.rawValue ?? "", item.id) }
    try console.print(table, empty: "list.empty")
  }
}

extension KeyRotation.Report {
  /// The rotation as scripts read it.
  var json: JSON {
    [
      "version": .integer(Int64(version)), "resumed": .bool(isResumed),
      "pages": .integer(Int64(pages)), "connections": .integer(Int64(connections)),
      "removed": .array(removed.map { .integer(Int64($0)) }),
      "unreadable": .array(
        unreadable.map {
          ["id": .string($0.id), "store": $0.store.map { .string($0.rawValue) } ?? .null]
        }),
    ]
  }
}
