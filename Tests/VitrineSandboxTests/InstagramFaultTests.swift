import Foundation
import Testing

@testable import VitrineSandbox

/// The faults that there are, met by containers; and what a restart keeps of them.
@Suite(.timeLimit(.minutes(30)))
struct InstagramFaultTests {
  @Test func `a lost answer leaves a published container behind`() async throws {
    try await withSandbox(.small(faults: ["lost-answer,op=release,count=1"])) { visitor in
      let account = try await visitor.accounts()[0]
      let container = try await visitor.container("Perdu", on: account).id
      await #expect(throws: (any Error).self) {
        try await visitor.publish(container, on: account)
      }
      #expect(try await visitor.status(of: container, as: account) == "PUBLISHED")
      #expect(try await visitor.messages() == ["Perdu"])
    }
  }

  @Test func `a late execution publishes after its answer was lost`() async throws {
    try await withSandbox(.small(faults: ["late-execution,op=release,delay=40,count=1"])) {
      visitor in
      let account = try await visitor.accounts()[0]
      let container = try await visitor.container("Tardif", on: account).id
      await #expect(throws: (any Error).self) {
        try await visitor.publish(container, on: account)
      }
      // The time limit of the suite ends this when the post never comes.
      while try await visitor.status(of: container, as: account) != "PUBLISHED" {
        await Task.yield()
      }
      #expect(try await visitor.truth().count == 1)
    }
  }

  @Test(arguments: [("null-member", 1), ("null-member-done", 2)])
  func `in a batch each member meets its own fault`(_ kind: String, _ posts: Int) async throws {
    try await withSandbox { visitor in
      let accounts = Array(try await visitor.accounts().prefix(2))
      var operations: [(method: String, url: String, body: String)] = []
      for account in accounts {
        let container = try await visitor.container("Pour \(account.id)", on: account).id
        operations.append(
          (
            "POST", "\(account.id)/media_publish",
            Visitor.encode(["creation_id": container, "access_token": account.page.token])
          ))
      }
      try await visitor.arm("\(kind),op=release,pages=\(accounts[1].id)")
      let batch = try await visitor.batch(operations)
      #expect(batch.members.map { $0 == nil } == [false, true])
      #expect(try await visitor.truth().count == posts)
    }
  }

  @Test func `a throttle of an account leaves its page alone`() async throws {
    try await withSandbox(.small(faults: ["throttle,op=stage,pages=FR-1,count=1"])) { visitor in
      let account = try await visitor.accounts()[0]
      let refused = try await visitor.container("x", on: account)
      #expect(refused.error == "80002")
      #expect(refused.headers["x-business-use-case-usage"]?.contains(account.id) == true)
      #expect(try await visitor.look(account.id, "id", as: account).error == "80002")
      #expect(try await visitor.stage("x", on: account.page).error == "")
    }
  }

  @Test func `a list can lag behind a publication`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small(faults: ["list-lag,op=release,delay=5000"])
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let account = try await visitor.accounts()[0]
      let container = try await visitor.container("x", on: account).id
      let post = try await visitor.publish(container, on: account).id
      func listed() async throws -> Int? {
        try await visitor.look("\(account.id)/media", "id", as: account).json["data"]?.items?.count
      }
      #expect(try await listed() == 0)
      #expect(try await visitor.look(post, "caption", as: account).error == "")
      clock.advance(bySeconds: 6)
      #expect(try await listed() == 1)
    }
  }

  @Test func `a restart keeps containers and posts`() async throws {
    try await withFolder { folder in
      var configuration = SandboxConfiguration.small()
      configuration.dataFile = folder.appending(path: "sandbox.jsonl")
      let (waiting, published, post) = try await withSandbox(configuration) { visitor in
        let account = try await visitor.accounts()[0]
        let published = try await visitor.container("Un", on: account, ["alt_text": "a"]).id
        return (
          try await visitor.container("Deux", on: account).id, published,
          try await visitor.publish(published, on: account).id
        )
      }
      try await withSandbox(configuration) { visitor in
        let account = try await visitor.accounts()[0]
        #expect(try await visitor.status(of: published, as: account) == "PUBLISHED")
        #expect(try await visitor.look(post, "caption", as: account).error == "")
        #expect(try await visitor.publish(published, on: account).id == post)
        let second = try await visitor.publish(waiting, on: account)
        #expect(second.error == "" && second.id != post)
        let truth = try await visitor.truth()
        #expect(truth.map { $0["message"]?.parameterText } == ["Un", "Deux"])
        #expect(truth.allSatisfy { $0["network"] == .string("instagram") })
        #expect(truth[0]["media"]?.items?.first?["alt"] == .string("a"))
        let feed = try await visitor.look("\(account.page.id)/feed", "id", as: account)
        #expect(feed.json["data"]?.items?.isEmpty == true)
        let photos = try await visitor.look("\(account.page.id)/photos", "id", as: account)
        #expect(photos.json["data"]?.items?.isEmpty == true)
      }
    }
  }
}
