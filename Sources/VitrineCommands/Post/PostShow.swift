import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine post show ID [--as-published]`: what a post says and where it stands.
struct PostShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("post.show"))
  }

  @Argument(help: Help.option("post.id")) var id: String
  @Flag(help: Help.option("post.asPublished")) var asPublished = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let shown = try await live.ask(ShowPost(id: id))
      if asPublished, shown.published.isEmpty {
        throw Fault(
          .notFound, Message("posts.notPublished", id),
          hint: Message("posts.notPublished.hint", id),
          subject: id)
      }
      try PostView(console: live.console).show(shown, asPublished: asPublished)
    }
  }
}
