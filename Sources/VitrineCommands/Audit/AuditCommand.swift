import ArgumentParser

/// `vitrine audit`: who did what, and the proof of it.
struct AuditCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit", abstract: Help.command("audit"),
      subcommands: [
        AuditList.self, AuditShow.self, AuditWho.self, AuditVerify.self, AuditProve.self,
        AuditCheckpoint.self, AuditCosign.self, AuditKey.self, AuditExport.self,
        AuditReconcile.self,
      ])
  }
}
