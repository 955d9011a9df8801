import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine broadcast edit ID [FILE.md]`: a new revision; every approval is void.
struct BroadcastEdit: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "edit", abstract: Help.command("broadcast.edit"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Argument(help: Help.option("broadcast.newFile")) var file: String?
  @Option(name: .customLong("to"), help: Help.option("broadcast.to", "SELECTOR"))
  var selector: String?
  @Option(help: Help.option("broadcast.toFile", "FILE")) var toFile: String?
  @Option(help: Help.option("network", "NETWORK")) var network: [String] = []
  @Option(help: Help.option("broadcast.at", "TIME")) var at: String?
  @Flag(help: Help.option("broadcast.atLaunch")) var atLaunch = false
  @Option(help: Help.option("broadcast.until", "INSTANT")) var until: String?
  @Option(help: Help.option("broadcast.pinUntil", "INSTANT")) var pinUntil: String?
  @Flag(help: Help.option("broadcast.noPin")) var noPin = false
  @Option(name: .customLong("set"), help: Help.option("broadcast.set", "FIELD=VALUE"))
  var values: [String] = []
  @Option(help: Help.option("reason", "TEXT")) var reason: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard at == nil || !atLaunch else {
      throw Fault(.usage, Message("broadcast.twoTimes"), subject: "--at-launch")
    }
    guard pinUntil == nil || !noPin else {
      throw Fault(.usage, Message("broadcast.twoPins"), subject: "--no-pin")
    }
    let pinEnd = try pinUntil.map { try Timestamp.argument($0, "--pin-until") }
    let release = try MessageOptions.release(at)
    let fields = values.isEmpty ? nil : try MessageOptions.fields(values)
    try await Live.run(global) { live in
      let source = try file.map { try MessageSource.read($0, live) }
      let hasTargets = selector != nil || toFile != nil
      let targets = hasTargets ? try await MessageOptions.targets(selector, toFile, live) : nil
      let networks = network.isEmpty ? nil : try MessageOptions.networks(network, live)
      let output = try await live.perform(
        EditBroadcast(
          id: BroadcastID(id), source: source, targets: targets, networks: networks,
          time: atLaunch ? .atLaunch : release.map { .at($0) },
          validity: try validity(source, live), values: fields,
          pin: noPin ? .never : pinEnd.map { .until($0) }, reason: reason))
      try StepView(console: live.console).show(output)
      if !live.console.isJSON { live.console.say("broadcast.edit.void", id) }
    }
  }

  /// What a new text says of its validity, unless the command says it; nil keeps what is there.
  private func validity(_ source: MessageSource?, _ live: Live) throws -> EditBroadcast.Validity? {
    if let source { return try source.validity(in: live, until: until) }
    return try until.map {
      EditBroadcast.Validity(from: nil, until: try Timestamp.argument($0, "--until"))
    }
  }
}

/// `vitrine broadcast diff ID`: what the last revision changed, and which pages ask again.
struct BroadcastDiff: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "diff", abstract: Help.command("broadcast.diff"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("broadcast.from", "REVISION")) var from: Int?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let console = live.console
      let diff = try await live.ask(DiffBroadcast(id: BroadcastID(id), from: from))
      if console.isJSON { return try console.print(diff.json(console.language)) }
      if let before = diff.before {
        try console.print(
          console.text(
            "diff.head", before.revision, diff.after.revision, diff.after.editor,
            diff.after.written))
      } else if diff.asking.isEmpty {
        console.say("diff.first", id)
      }
      for change in diff.changes {
        try console.print("\(change.field):")
        for line in change.removed { try console.print("  - \(line)") }
        for line in change.added { try console.print("  + \(line)") }
      }
      guard !diff.asking.isEmpty else { return }
      try console.print(console.text("diff.asking", diff.asking.count))
      for page in diff.asking {
        try console.print("\(page.store) \(page.network):")
        for line in page.content.text.split(
          separator: "\n", omittingEmptySubsequences: false)
        {
          try console.print("  │ \(line)")
        }
      }
    }
  }
}

extension DiffBroadcast.Output {
  /// The difference as scripts read it.
  func json(_ language: Language) -> JSON {
    [
      "from": before.map { .integer(Int64($0.revision)) } ?? .null,
      "to": .integer(Int64(after.revision)), "editor": .string(after.editor.rawValue),
      "at": .string(after.written.description),
      "changes": .array(
        changes.map {
          [
            "field": .string($0.field), "removed": .array($0.removed.map(JSON.string)),
            "added": .array($0.added.map(JSON.string)),
          ]
        }),
      "pagesAsking": .array(asking.map { $0.json(language) }),
    ]
  }
}
