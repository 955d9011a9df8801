import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine post create --store CODE --text-file FILE`: a text of the store's own.
struct PostCreate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "create", abstract: Help.command("post.create"))
  }

  @Option(help: Help.option("post.textFile", "FILE")) var textFile: String
  @Option(help: Help.option("post.link", "URL")) var link: String?
  @OptionGroup var options: PostOptions
  @OptionGroup var pictures: PictureOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let release = try TypedValues.release(options.at)
    let address = try Self.address(link)
    try await Live.run(global) { live in
      let made = try await live.perform(
        CreatePost(
          text: try Self.text(textFile, live), link: address,
          targets: try await options.targets(live), networks: try options.networks(live),
          pictures: try pictures.read(live), at: release, entry: options.entry))
      try PostView(console: live.console).show(made)
    }
  }

  /// The text of a file, or of standard input for `-`.
  static func text(_ file: String, _ live: Live) throws -> String {
    let bytes =
      file == "-"
      ? try live.console.invocation.input(1 << 20)
      : try RegularFile.read(live.console.invocation.resolve(file).path, limit: 1 << 20)
    let decoded = FileText(bytes, file: file)
    guard decoded.findings.isEmpty else {
      throw Fault(
        .invalid, Message("broadcast.badText", file), subject: file, findings: decoded.findings)
    }
    return decoded.text
  }

  /// An address as networks take it: https, host in ASCII.
  static func address(_ link: String?) throws -> String? {
    guard let link, !link.isEmpty else { return link }
    do throws(WebLink.Problem) {
      return try WebLink(link).text
    } catch {
      throw Fault(.usage, error.message, subject: "--link")
    }
  }
}
