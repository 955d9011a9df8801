import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineCommands

/// The accounts of Instagram that come with Facebook's token, and the folder of their pictures.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct InstagramPagesTests {
  /// Says where pictures are shown.
  private func configure(_ desk: Desk) async throws {
    let folder = desk.folder.appending(path: "www")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (key, value) in [
      ("networks.instagram.mediaFolder", folder.path),
      ("networks.instagram.mediaBaseURL", "https://media.example/vitrine/"),
    ] {
      try await desk.succeed(["config", "set", key, value], as: .admin)
    }
  }

  private func connect(_ stage: Stage, _ network: String) async -> Desk.Spoken {
    await stage.desk.speak(
      ["page", "connect", "--network", network, "--token-stdin", "--json"], as: .admin,
      input: stage.sandbox.userToken)
  }

  private func pages(_ stage: Stage, _ network: String) async throws -> [JSON] {
    try await stage.desk.succeed(["page", "list"], as: .admin)["items"]?.items
      .filter { $0["network"]?.text == network } ?? []
  }

  @Test func `one command connects pages and accounts, once there is a place for pictures`()
    async throws
  {
    try await withStage(12) { stage in
      let alone = try JSON(parsing: await connect(stage, "facebook").output)
      #expect(alone["connected"] == 12)
      let early = await connect(stage, "instagram")
      #expect(early.exitCode == 78, "\(early.all)")
      #expect(early.error?["hint"]?.text?.contains("networks.instagram.mediaFolder") == true)

      try await configure(stage.desk)
      let both = try JSON(parsing: await connect(stage, "facebook").output)
      #expect(both["connected"] == 24, "\(both)")
      let accounts = try await pages(stage, "instagram")
      #expect(accounts.count == 12)
      #expect(accounts.allSatisfy { $0["remoteID"]?.text?.utf8.count == 17 })
      #expect(try await pages(stage, "facebook").count == 12)
      let again = try JSON(parsing: await connect(stage, "instagram").output)
      #expect(again["connected"] == 12)
      let checked = try await stage.desk.succeed(["page", "check"], as: .admin)
      #expect(checked["checked"] == 24 && checked["connected"] == 24, "\(checked)")
    }
  }

  @Test func `a map of pages says whose accounts they are, too`() async throws {
    try await withStage(12) { stage in
      try await configure(stage.desk)
      let one = try await stage.sandbox.page(of: "FR-0001")
      let outcome = try await stage.desk.succeed(
        [
          "page", "connect", "--network", "instagram", "--token-stdin", "--map",
          try stage.desk.write("remoteID,store\n\(one),FR-0001\n", to: "map.csv"),
        ], as: .admin, input: stage.sandbox.userToken)
      #expect(outcome["connected"] == 12)
      let accounts = try await pages(stage, "instagram")
      #expect(Set(accounts.compactMap { $0["store"]?.text }).count == 12)
    }
  }

  @Test func `a picture is written once, whole, and readable for a web server`() async throws {
    let folder = try TemporaryFolder.url()
    let shelf = MediaFolder(folder: folder, address: "https://media.example/v")
    let bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 1, 2, 3]
    let digest = Hash(of: bytes).hex
    let address = try await shelf.put(bytes, digest: digest)
    #expect(address == "https://media.example/v/\(digest).jpg")
    let file = folder.appending(path: "\(digest).jpg")
    #expect(try Data(contentsOf: file) == Data(bytes))
    let facts = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(facts[.posixPermissions] as? Int == 0o644)
    #expect(try await shelf.put(bytes, digest: digest) == address)
    // One that was torn by somebody else is written again.
    try Data([1]).write(to: file)
    _ = try await shelf.put(bytes, digest: digest)
    #expect(try Data(contentsOf: file) == Data(bytes))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test(arguments: ["../../etc/passwd", "", "ABC", String(repeating: "g", count: 64)])
  func `a name that is no digest is not written`(_ digest: String) async throws {
    let folder = try TemporaryFolder.url()
    let shelf = MediaFolder(folder: folder, address: "https://media.example/v")
    await #expect(throws: Fault.self) { try await shelf.put([1], digest: digest) }
    let missing = MediaFolder(
      folder: folder.appending(path: "none"), address: "https://media.example/v")
    await #expect(throws: Fault.self) {
      try await missing.put([1], digest: String(repeating: "a", count: 64))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
