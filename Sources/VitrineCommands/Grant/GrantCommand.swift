import ArgumentParser

/// `vitrine grant`: who may do what, where, and why.
struct GrantCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grant", abstract: Help.command("grant"),
      subcommands: [GrantCreate.self, GrantList.self, GrantRevoke.self])
  }
}
