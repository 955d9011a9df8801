import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine post expired`: public posts whose offer is over, and their takedown.
struct PostExpired: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "expired", abstract: Help.command("post.expired"))
  }

  @Option(help: Help.option("post.ofStore", "CODE")) var store: String?
  @Flag(help: Help.option("post.takedownAll")) var takedown = false
  @Option(help: Help.option("reason", "TEXT")) var reason: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if takedown, reason == nil {
      throw Fault(.usage, Message("posts.takedownReason"), subject: "--reason")
    }
    try await Live.run(global) { live in
      let found = try await live.ask(ExpiredPosts(store: store.map { StoreCode($0.nfc) }))
      let view = PostView(console: live.console)
      guard takedown, let reason, !found.isEmpty else {
        if live.console.isJSON {
          return try live.console.print(JSON.list(found.map(view.json)))
        }
        try live.console.print(view.table(found), empty: "posts.noneExpired")
        if !found.isEmpty { live.console.say("posts.expired.next", found.count) }
        return
      }
      var items: [PostOutput] = []
      for post in found {
        items += try await live.take(TakeDownPost(id: post.id.rawValue, reason: reason)).items
      }
      let after = try await PostRun(live: live).run(items.map(\.id)).posts.items
      if live.console.isJSON {
        try live.console.print(JSON.list(after.map(view.json)))
      } else {
        try live.console.print(view.table(after), empty: "posts.noneExpired")
      }
      guard after.allSatisfy({ $0.state == .takenDown }) else {
        throw ExitCode(Fault.Code.partial.exitCode)
      }
    }
  }
}
