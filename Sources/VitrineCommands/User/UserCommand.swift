import ArgumentParser

/// `vitrine user`: the people of the desk, from the invitation to the day they leave.
struct UserCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "user", abstract: Help.command("user"),
      subcommands: [
        UserCreate.self, UserImport.self, UserList.self, UserShow.self, UserEnrol.self,
        UserSuspend.self, UserResume.self, UserRevokeAll.self, UserExport.self, UserErase.self,
        UserLanguage.self,
      ])
  }
}
