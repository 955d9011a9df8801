import ArgumentParser
import VitrineCore

/// `vitrine broadcast`: one mandatory message on every page.
struct BroadcastCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "broadcast", abstract: Help.command("broadcast"),
      subcommands: [
        BroadcastPlan.self, BroadcastCreate.self, BroadcastList.self, BroadcastShow.self,
        BroadcastEdit.self, BroadcastAmend.self, BroadcastDiff.self,
        BroadcastSubmit.self, BroadcastApprove.self, BroadcastReject.self, BroadcastLaunch.self,
        BroadcastStatusCommand.self, BroadcastPause.self, BroadcastResume.self,
        BroadcastCancel.self, BroadcastTakedown.self, BroadcastRetry.self, BroadcastAdopt.self,
        BroadcastClose.self, BroadcastVerify.self, BroadcastReceipt.self,
        BroadcastReport.self,
      ])
  }
}
