import ArgumentParser
import VitrineCore

/// `vitrine webhook`: what networks tell unasked.
struct WebhookCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "webhook", abstract: Help.command("webhook"), subcommands: [WebhookReplay.self])
  }
}
