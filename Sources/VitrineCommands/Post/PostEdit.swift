import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine post edit ID`: a new revision; every approval is void.
struct PostEdit: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "edit", abstract: Help.command("post.edit"))
  }

  @Argument(help: Help.option("post.id")) var id: String
  @Option(name: .customLong("set"), help: Help.option("post.set", "FIELD=VALUE"))
  var values: [String] = []
  @Option(help: Help.option("post.textFile", "FILE")) var textFile: String?
  @Option(help: Help.option("post.link", "URL")) var link: String?
  @OptionGroup var pictures: PictureOptions
  @Flag(help: Help.option("post.noMedia")) var noMedia = false
  @Option(help: Help.option("post.at", "TIME")) var at: String?
  @Flag(help: Help.option("post.noTime")) var noTime = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard at == nil || !noTime else {
      throw Fault(.usage, Message("posts.twoTimes"), subject: "--no-time")
    }
    guard pictures.isEmpty || !noMedia else {
      throw Fault(.usage, Message("posts.mediaAndNone"), subject: "--no-media")
    }
    var changes = PostChanges()
    changes.values = try TypedValues.fields(values)
    changes.link = try PostCreate.address(link)
    changes.time = noTime ? .whenever : try TypedValues.release(at).map { .at($0) }
    try await Live.run(global) { live in
      changes.text = try textFile.map { try PostCreate.text($0, live) }
      if noMedia {
        changes.pictures = []
      } else if !pictures.isEmpty {
        changes.pictures = try pictures.read(live)
      }
      let output = try await live.take(EditPost(id: id, changes: changes))
      try PostView(console: live.console).show(output, id: id)
      if !live.console.isJSON { live.console.say("posts.edit.void", id) }
    }
  }
}
