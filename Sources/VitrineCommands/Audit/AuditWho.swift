import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine audit who`: the people behind a post, from whatever its reader holds.
struct AuditWho: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "who", abstract: Help.command("audit.who"))
  }

  @Option(help: Help.option("audit.post", "ID")) var post: String?
  @Option(help: Help.option("audit.permalink", "URL")) var permalink: String?
  @Option(help: Help.option("audit.remote", "ID")) var remoteID: String?
  @Option(help: Help.option("audit.couldStore", "CODE")) var store: String?
  @Option(help: Help.option("audit.couldAt", "INSTANT")) var at: String?
  @Option(help: Help.option("audit.couldAction", "ACTION")) var action: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if let store { return try await showWhoCould(StoreCode(store)) }
    let handles: [WhoPosted.Handle] = [
      post.map { .post(PostID($0)) }, permalink.map { .link($0) },
      remoteID.map { .remoteID(RemoteID($0)) },
    ].compactMap(\.self)
    guard handles.count == 1, at == nil, action == nil, let handle = handles.first else {
      throw Fault(.usage, Message("audit.who.which"))
    }
    try await Live.run(global) { live in
      let origin = try await live.ask(WhoPosted(handle))
      let view = PostOriginView(origin: origin, console: live.console)
      if live.console.isJSON { return try live.console.print(view.json) }
      try view.show()
    }
  }

  /// Everybody who could post at a store at an instant.
  private func showWhoCould(_ store: StoreCode) async throws {
    guard post == nil, permalink == nil, remoteID == nil, let at else {
      throw Fault(.usage, Message("audit.who.which"))
    }
    let instant = try Timestamp.argument(at, "--at")
    let wanted: Action = try RecordFilterOptions.word(
      action ?? Action.postPublish.rawValue, "audit.badAction", "--action")
    try await Live.run(global) { live in
      let people = try await live.ask(WhoCould(wanted, at: store, on: instant))
      let console = live.console
      if console.isJSON { return try console.print(JSON.list(people.map(\.json))) }
      var table = Table(
        console.text("column.user"), console.text("column.name"), console.text("column.role"),
        console.text("column.scope"))
      for person in people {
        for grant in person.grants {
          table.add(
            person.id.rawValue, person.name, grant.role.rawValue, grant.scope.description)
        }
      }
      try console.print(table, empty: "audit.who.nobody")
    }
  }
}

extension WhoCould.Person {
  /// The person as scripts read it; the keys are a contract.
  fileprivate var json: JSON {
    [
      "id": .string(id.rawValue), "name": .string(name),
      "grants": .array(
        grants.map {
          [
            "id": .string($0.id.rawValue), "role": .string($0.role.rawValue),
            "scope": .string($0.scope.description),
          ]
        }),
    ]
  }
}
