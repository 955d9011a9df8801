import ArgumentParser
import VitrineCore

/// The tree of commands: a noun, then a verb.
struct Vitrine: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "vitrine", abstract: Help.command("vitrine"), version: "0.1.0",
      subcommands: [],
      groupedSubcommands: [
        CommandGroup(
          name: Help.command("group.desk"),
          subcommands: [
            InitCommand.self, DoctorCommand.self, InboxCommand.self, ConfigCommand.self,
            DemoCommand.self,
          ]),
        CommandGroup(
          name: Help.command("group.people"),
          subcommands: [
            UserCommand.self, LoginCommand.self, WhoamiCommand.self, TokenCommand.self,
            GrantCommand.self, AccessCommand.self, PrivacyCommand.self,
          ]),
        CommandGroup(
          name: Help.command("group.stores"), subcommands: [StoreCommand.self, PageCommand.self]),
        CommandGroup(name: Help.command("group.library"), subcommands: [LibraryCommand.self]),
        CommandGroup(name: Help.command("group.calendar"), subcommands: [CalendarCommand.self]),
        CommandGroup(
          name: Help.command("group.messages"),
          subcommands: [
            PostCommand.self, BroadcastCommand.self, FreezeCommand.self, UnfreezeCommand.self,
            WorkerCommand.self,
          ]),
        CommandGroup(
          name: Help.command("group.log"),
          subcommands: [
            AuditCommand.self, KeyCommand.self, WebhookCommand.self,
          ]),
        CommandGroup(
          name: Help.command("group.rehearsal"), subcommands: [SandboxCommand.self]),
      ])
  }
}
