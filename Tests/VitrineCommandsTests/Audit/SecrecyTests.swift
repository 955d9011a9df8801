import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// No token and no secret in anything that is printed or kept.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct SecrecyTests {
  @Test func `no secret is in any output, file, table or record, whatever went wrong`() async throws
  {
    try await withStage(100) { stage in
      let desk = stage.desk
      try await stage.sandbox.arm([
        "error,code=190,subcode=463,pages=\(try await stage.sandbox.page(of: "FR-0007"))",
        "error,code=200,op=stage,pages=\(try await stage.sandbox.page(of: "FR-0008"))",
        "html-500,rate=0.05,count=5", "reset,rate=0.05,count=3",
      ])
      for arguments in [[], ["--accept-held"]] {
        let run = try desk.start(
          ["broadcast", "launch", stage.broadcast] + arguments, as: .broadcaster)
        #expect(try await run.outcome().exitCode == 1)
      }
      _ = await desk.speak(["page", "check"])
      let wrong = await desk.speak(
        ["page", "connect", "--network", "facebook", "--token-stdin"],
        input: stage.sandbox.userToken + "x")
      #expect(wrong.exitCode == 77, "\(wrong.all)")
      await stage.sandbox.stop()
      _ = await desk.speak(
        ["page", "connect", "--network", "facebook", "--token-stdin"],
        input: stage.sandbox.userToken)
      for (arguments, person) in [
        (["page", "list"], Person.admin), (["page", "list", "--json"], .admin),
        (["broadcast", "status", stage.broadcast, "--pages", "--json"], .editor),
        (["broadcast", "receipt", stage.broadcast, "--out", "receipt"], .editor),
        (["audit", "list", "--limit", "10000", "--json"], .auditor),
        (["audit", "export", "--out", "export"], .auditor), (["doctor"], .admin),
        (["config", "show", "--origin"], .admin), (["token", "list"], .editor),
        (["user", "list", "--json"], .admin), (["whoami", "--json"], .broadcaster),
      ] {
        let spoken = await desk.speak(arguments, as: person)
        #expect([0, 1].contains(spoken.exitCode), "\(arguments) \(spoken.all)")
      }

      let template = try await Self.pageTokens(stage)
      let secrets =
        [stage.sandbox.userToken, stage.sandbox.appSecret] + template + desk.tokens.values
      #expect(secrets.count > 100)
      var files = 0
      for file in try Self.files(under: desk.folder) {
        // The app's secret lives in its own file; the sandbox's ready file is the network's.
        let name = file.lastPathComponent
        if name == "facebook-app-secret" || name.hasPrefix("sandbox-") { continue }
        let bytes = try Data(contentsOf: file)
        files += 1
        for secret in secrets where bytes.range(of: Data(secret.utf8)) != nil {
          Issue.record("a secret (…\(secret.suffix(4))) is in \(file.path)")
        }
      }
      #expect(files > 20)
    }
  }

  /// The pages' tokens, from a sandbox like the one that is gone: they depend on the stores alone.
  private static func pageTokens(_ stage: Stage) async throws -> [String] {
    let template = try await Template.of(stage.pages, .sqlite)
    let sandbox = try await SandboxProcess.start(
      stores: template.stores, folder: try Scratch.url())
    defer { Task { await sandbox.stop() } }
    let tokens = try await sandbox.pageTokens()
    #expect(tokens.count == stage.pages)
    return tokens
  }

  private static func files(under folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.map { folder.appending(path: $0) }.filter { url in
      (try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType)
        == .typeRegular
    }
  }
}
