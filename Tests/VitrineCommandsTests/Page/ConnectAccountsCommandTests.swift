import Testing
import VitrineCore
import VitrineTestSupport

/// `page connect --tokens-stdin`, as a person types it.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct ConnectAccountsCommandTests {
  private static let connect = ["page", "connect", "--network", "mastodon", "--tokens-stdin"]

  @Test(arguments: [
    ("FR-0001,http://m.example,canaryToken", "not the address of a server"),
    ("FR-0001,https://m.example,canary Token", "the token is empty, or holds spaces"),
    ("FR-0000,https://m.example,canaryToken", "FR-0000"),
    ("FR-0001,https://m.example", "error:"),
  ])
  func `a list that is wrong connects nothing and shows no token`(
    _ row: String, _ says: String
  ) async throws {
    try await withDesk { desk in
      let spoken = await desk.speak(
        Self.connect, as: .admin, input: "store,baseURL,token\n\(row)\n")
      #expect(spoken.exitCode == 65, "\(spoken.all)")
      #expect(spoken.errors.contains(says), "\(spoken.all)")
      #expect(!spoken.all.contains("canary"), "\(spoken.all)")
    }
  }

  @Test func `accounts whose server does not answer are listed, and said to be a rehearsal here`()
    async throws
  {
    try await withDesk { desk in
      // Nothing listens there: the port is reserved, and belongs to nobody.
      let list = "store,baseURL,token\nFR-0001,http://127.0.0.1:1,canaryToken\n"
      let spoken = await desk.speak(Self.connect + ["--json"], as: .admin, input: list)
      #expect(spoken.exitCode == 1, "\(spoken.all)")
      #expect(spoken.errors.contains("sandbox"), "\(spoken.all)")
      let answer = try JSON(parsing: spoken.output)
      #expect(answer["connected"]?.number == 0)
      #expect(answer["failed"]?.items.count == 1)
      #expect(answer["failed"]?.items.first?["name"]?.text == "FR-0001")
      #expect(answer["failed"]?.items.first?["remoteID"]?.text == "127.0.0.1:1")
      #expect(!spoken.all.contains("canary"), "\(spoken.all)")
    }
  }

  @Test(arguments: [
    ["--token-stdin", "--tokens-stdin"], [], ["--tokens-stdin", "--map", "map.csv"],
  ])
  func `it takes one kind of input`(_ options: [String]) async throws {
    try await withDesk { desk in
      let spoken = await desk.speak(
        ["page", "connect", "--network", "mastodon"] + options, as: .admin, input: "x")
      #expect(spoken.exitCode == 64, "\(spoken.all)")
    }
  }
}
