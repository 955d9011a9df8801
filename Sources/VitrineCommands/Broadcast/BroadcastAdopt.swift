import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine broadcast adopt ID --page P --post URL`.
struct BroadcastAdopt: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "adopt", abstract: Help.command("broadcast.adopt"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("adopt.page", "PAGE")) var page: String
  @Option(help: Help.option("adopt.post", "POST")) var post: String
  @Flag(help: Help.option("adopt.altered")) var altered = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      live.announceNetwork()
      let output = try await live.perform(
        AdoptPost(id: BroadcastID(id), page: page, post: post, acceptsOtherText: altered))
      let console = live.console
      if console.isJSON { return try console.print(output.json) }
      try console.print(
        console.text("adopt.done", output.remoteID, output.store, output.broadcast.id))
      if let permalink = output.permalink { try console.print(permalink) }
      if output.isAltered { console.say("adopt.altered", output.broadcast.id) }
      if output.leavesDraft { console.say("adopt.draft") }
    }
  }
}

extension AdoptPost.Output {
  /// What was taken over, as scripts read it; the keys are a contract.
  fileprivate var json: JSON {
    [
      "id": .string(broadcast.id.rawValue), "state": .string(broadcast.state.rawValue),
      "store": .string(store.rawValue), "network": .string(network.rawValue),
      "page": .string(page.rawValue), "post": .string(post.rawValue),
      "postID": .string(remoteID.rawValue),
      "permalink": permalink.map(JSON.string) ?? .null,
      "publishedAt": .string(published.description), "altered": .bool(isAltered),
      "possibleOrphanDraft": .bool(leavesDraft),
    ]
  }
}
