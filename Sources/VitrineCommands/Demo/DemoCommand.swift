import ArgumentParser
import Foundation
import VitrineCore
import VitrineStorage

/// `vitrine demo`: the main job, end to end, in a folder of its own against a sandbox.
struct DemoCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "demo", abstract: Help.command("demo"))
  }

  @Option(help: Help.option("demo.stores", "N")) var stores = 1_212
  @Option(help: Help.option("demo.register", "FILE.csv")) var register: String?
  @Option(help: Help.option("demo.message", "FILE.md")) var message: String?
  @Option(help: Help.option("demo.folder", "DIR")) var folder: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard (10...100_000).contains(stores) else {
      throw Fault(.usage, Message("console.range", "--stores", 10, 100_000))
    }
    let console = global.console()
    let stage = try DemoStage(
      console: console, folder: try makeFolder(console),
      register: try found(register, "examples/stores.csv"),
      message: try found(message, "content-library/messages/retrait-jouets.md"))
    do {
      try await DemoScript(stage: stage, stores: stores).play()
      stage.stopSandbox()
    } catch {
      stage.stopSandbox()
      throw error
    }
  }

  /// The folder of this run: the one that was named, or a new one among the temporary files.
  private func makeFolder(_ console: Console) throws -> URL {
    let url =
      folder.map { console.invocation.resolve($0) }
      ?? FileManager.default.temporaryDirectory.appendingPathComponent(
        "vitrine-demo-\(ProcessInfo.processInfo.processIdentifier)")
    try OutputFile.makeEmptyFolder(url)
    return URL(fileURLWithPath: url.path, isDirectory: true)
  }

  /// A file of the repository, looked for upwards from where the person is and from the program.
  private func found(_ named: String?, _ path: String) throws -> URL {
    let invocation = Invocation.current
    if let named { return invocation.resolve(named) }
    let program = invocation.resolve(invocation.program).resolvingSymlinksInPath()
    for start in [invocation.folder, program] {
      var folder = start
      for _ in 0..<16 {
        let candidate = folder.appendingPathComponent(path)
        if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        folder = folder.deletingLastPathComponent()
      }
    }
    throw Fault(.notFound, Message("demo.missing", path), hint: Message("demo.missing.hint"))
  }
}
