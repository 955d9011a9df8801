import ArgumentParser
import VitrineCore

/// `vitrine post`: what stores say on their own pages.
struct PostCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "post", abstract: Help.command("post"),
      subcommands: [
        PostAdapt.self, PostCreate.self, PostShow.self, PostList.self, PostEdit.self,
        PostSubmit.self, PostApprove.self, PostReject.self, PostWithdraw.self, PostPublish.self,
        PostCancel.self, PostTakedown.self, PostExpired.self,
      ])
  }
}
