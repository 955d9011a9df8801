import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine post adapt TEMPLATE --store CODE [--set field=value …]`.
struct PostAdapt: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "adapt", abstract: Help.command("post.adapt"))
  }

  @Argument(help: Help.option("post.template")) var template: String
  @Option(name: .customLong("set"), help: Help.option("post.set", "FIELD=VALUE"))
  var values: [String] = []
  @Flag(help: Help.option("post.editor")) var editor = false
  @OptionGroup var options: PostOptions
  @OptionGroup var pictures: PictureOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let release = try TypedValues.release(options.at)
    var values = try TypedValues.fields(values)
    try await Live.run(global) { live in
      // A picture is named like any other value, and its file is read here.
      var files: [(name: String, path: String)] = []
      let source = try await live.desk.content.template(template)
      for field in source?.fields ?? [] where field.kind == .image {
        if let path = values.removeValue(forKey: field.name) { files.append((field.name, path)) }
      }
      let named = try pictures.read(fields: files, live)
      let answered = try await ask(live, source, given: values, pictures: named)
      let made = try await live.perform(
        AdaptTemplate(
          template: template, targets: try await options.targets(live),
          networks: try options.networks(live), values: answered?.values ?? values,
          pictures: named + (answered?.pictures ?? []), at: release, entry: options.entry))
      guard answered?.isSent == true, let first = made.posts.items.first else {
        return try PostView(console: live.console).show(made)
      }
      let id = first.submission?.rawValue ?? first.id.rawValue
      try PostView(console: live.console).show(try await live.take(SubmitPost(id: id)), id: id)
    }
  }
}
