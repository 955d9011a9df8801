import Foundation
import Testing

@testable import VitrineSandbox

/// Containers, and what becomes of them.
@Suite(.timeLimit(.minutes(30)))
struct InstagramTests {
  @Test func `a container becomes a post that visitors see, and that the page does not list`()
    async throws
  {
    try await withSandbox { visitor in
      let account = try await visitor.accounts()[0]
      let container = try await visitor.container(
        "Bonjour à tous", on: account, ["alt_text": "Un étal"])
      #expect(try await visitor.truth(all: true).isEmpty)
      #expect(try await visitor.status(of: container.id, as: account) == "FINISHED")
      let post = try await visitor.publish(container.id, on: account)
      #expect(post.status == 200 && post.id != container.id)
      #expect(try await visitor.status(of: container.id, as: account) == "PUBLISHED")
      let read = try await visitor.look(post.id, "id,caption,timestamp,permalink", as: account)
      #expect(read.json["caption"] == .string("Bonjour à tous"))
      #expect(read.json["timestamp"]?.parameterText.hasSuffix("+0000") == true)
      let truth = try #require(try await visitor.truth().first)
      #expect(truth["network"] == .string("instagram"))
      #expect(truth["id"] == .string(post.id))
      #expect(truth["store"] == .string("FR-1"))
      #expect(truth["media"]?.items?.first?["alt"] == .string("Un étal"))
      #expect(truth["media"]?.items?.first?["url"] == .string("https://media.example/a.jpg"))
      let feed = try await visitor.look("\(account.page.id)/feed", "id", as: account)
      #expect(feed.json["data"]?.items?.isEmpty == true)
      let photos = try await visitor.look("\(account.page.id)/photos", "id", as: account)
      #expect(photos.json["data"]?.items?.isEmpty == true)
      let html = try await visitor.send("GET", "/p/\(account.page.id)").text
      #expect(html.contains("Bonjour à tous") && html.contains("@\(account.username)"))
      #expect(html.contains("src=\"https://media.example/a.jpg\""))
    }
  }

  @Test func `a carousel shows its pictures in their order`() async throws {
    try await withSandbox { visitor in
      let account = try await visitor.accounts()[1]
      var items: [String] = []
      for name in ["b", "a"] {
        let item = try await visitor.container(
          "", on: account,
          [
            "image_url": "https://media.example/\(name).jpg", "alt_text": name,
            "is_carousel_item": "true",
          ])
        items.append(item.id)
      }
      #expect(try await visitor.publish(items[0], on: account).error == "100")
      let container = try await visitor.container(
        "Deux", on: account,
        ["media_type": "CAROUSEL", "children": items.joined(separator: ",")])
      #expect(try await visitor.publish(container.id, on: account).status == 200)
      let media = try #require(try await visitor.truth().first?["media"]?.items)
      #expect(media.map { $0["alt"]?.parameterText } == ["b", "a"])
      let calls = try await visitor.send("GET", "/sandbox/stats").json["calls"]
      #expect(calls?["photo"] == .number("2") && calls?["stage"] == .number("1"))
      #expect(calls?["release"] == .number("2"))
    }
  }

  @Test func `a container that takes its time is published once it is ready`() async throws {
    try await withSandbox { visitor in
      try await visitor.set(#"{"containerPolls":2}"#)
      let account = try await visitor.accounts()[0]
      let container = try await visitor.container("Patience", on: account).id
      #expect(try await visitor.publish(container, on: account).error == "9007/2207027")
      #expect(try await visitor.status(of: container, as: account) == "IN_PROGRESS")
      #expect(try await visitor.status(of: container, as: account) == "FINISHED")
      #expect(try await visitor.publish(container, on: account).error == "")
    }
  }

  @Test(arguments: [("same", ""), ("error", "100")])
  func `a second publication makes no second post`(_ choice: String, _ error: String) async throws {
    try await withSandbox { visitor in
      try await visitor.set(#"{"secondPublish":"\#(choice)"}"#)
      let account = try await visitor.accounts()[0]
      let container = try await visitor.container("Une fois", on: account).id
      let first = try await visitor.publish(container, on: account)
      let second = try await visitor.publish(container, on: account)
      #expect(second.error == error)
      #expect(second.id == (error.isEmpty ? first.id : ""))
      #expect(try await visitor.truth().count == 1)
    }
  }

  @Test func `a container expires after a day, and what it became does not`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small()
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let account = try await visitor.accounts()[0]
      let late = try await visitor.container("Trop tard", on: account).id
      let early = try await visitor.container("À temps", on: account).id
      #expect(try await visitor.publish(early, on: account).status == 200)
      clock.advance(bySeconds: 86_401)
      #expect(try await visitor.status(of: late, as: account) == "EXPIRED")
      #expect(try await visitor.publish(late, on: account).error == "24/2207008")
      #expect(try await visitor.status(of: early, as: account) == "PUBLISHED")
      #expect(try await visitor.messages() == ["À temps"])
    }
  }

  @Test(arguments: [
    (["image_url": ""], "100"), (["image_url": "ftp://media.example/a.jpg"], "9004/2207052"),
    (["image_url": "https://media.example/"], "9004/2207052"),
    (["image_url": "https:///a.jpg"], "9004/2207052"),
    (["caption": String(repeating: "a", count: 2200)], ""),
    (["caption": String(repeating: "a", count: 2201)], "36004/2207010"),
    (["caption": String(repeating: "#a ", count: 31)], "36004/2207010"),
    (["caption": String(repeating: "@a ", count: 21)], "36004/2207010"),
    (["media_type": "REELS"], "100/2207023"),
    (["media_type": "CAROUSEL", "children": "1"], "100/2207028"),
    (["media_type": "CAROUSEL", "children": "1,2,3,4,5,6,7,8,9,10,11"], "100/2207028"),
    (["media_type": "CAROUSEL", "children": "1,2"], "24/2207006"),
  ])
  func `a container that cannot be is refused`(
    _ more: [String: String], _ error: String
  ) async throws {
    try await withSandbox { visitor in
      let account = try await visitor.accounts()[0]
      #expect(try await visitor.container("x", on: account, more).error == error)
    }
  }

  @Test func `a picture that is no JPEG fails later, with its reason`() async throws {
    try await withSandbox { visitor in
      let account = try await visitor.accounts()[0]
      let container = try await visitor.container(
        "x", on: account, ["image_url": "https://media.example/a.png?v=.jpg"]
      ).id
      let status = try await visitor.look(container, "status_code,status", as: account)
      #expect(status.json["status_code"] == .string("ERROR"))
      #expect(status.json["status"]?.parameterText.hasSuffix("2207005") == true)
      #expect(try await visitor.publish(container, on: account).error == "-1/2207032")
    }
  }

  @Test func `the quota of a day ends publishing, and frees itself`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small()
    configuration.now = clock.now
    configuration.switches.instagramQuota = 1
    try await withSandbox(configuration) { visitor in
      let accounts = try await visitor.accounts()
      func publish(_ caption: String, _ account: Visitor.Account) async throws -> String {
        let container = try await visitor.container(caption, on: account).id
        return try await visitor.publish(container, on: account).error
      }
      #expect(try await publish("Un", accounts[0]) == "")
      #expect(try await publish("Deux", accounts[0]) == "9/2207042")
      #expect(try await publish("Ailleurs", accounts[1]) == "")
      let limit = try await visitor.look(
        "\(accounts[0].id)/content_publishing_limit", "quota_usage,config", as: accounts[0])
      let figures = try #require(limit.json["data"]?.items?.first)
      #expect(figures["quota_usage"] == .number("1"))
      #expect(figures["config"]?["quota_total"] == .number("1"))
      clock.advance(bySeconds: 86_401)
      #expect(try await publish("Trois", accounts[0]) == "")
    }
  }

  @Test func `a post is listed newest first in parts, deleted, and then gone`() async throws {
    try await withSandbox { visitor in
      let account = try await visitor.accounts()[0]
      var posts: [String] = []
      for number in 1...3 {
        let container = try await visitor.container("\(number)", on: account).id
        posts.append(try await visitor.publish(container, on: account).id)
      }
      let path = "/v26.0/\(account.id)/media?limit=2&access_token=\(account.page.token)"
      let first = try await visitor.send("GET", path).json
      #expect(first["data"]?.items?.map { $0["id"]?.parameterText } == [posts[2], posts[1]])
      let after = try #require(first["paging"]?["cursors"]?["after"]?.parameterText)
      #expect(first["paging"]?["next"] != nil)
      let rest = try await visitor.send(
        "GET", path + "&after=\(FormDecoding.encode(after))"
      ).json
      #expect(rest["data"]?.items?.map { $0["id"]?.parameterText } == [posts[0]])
      #expect(rest["paging"]?["next"] == nil)
      let target = "/v26.0/\(posts[1])?access_token=\(account.page.token)"
      try await visitor.set(#"{"instagramDeletes":false}"#)
      #expect(try await visitor.send("DELETE", target).error == "100")
      try await visitor.set(#"{"instagramDeletes":true}"#)
      #expect(try await visitor.send("DELETE", target).error == "")
      #expect(try await visitor.send("DELETE", target).error == "100/33")
      #expect(try await visitor.messages() == ["1", "3"])
      #expect(try await visitor.messages(all: true) == ["1", "2", "3"])
    }
  }

  @Test func `another page's token neither sees nor publishes`() async throws {
    try await withSandbox { visitor in
      let accounts = try await visitor.accounts()
      let container = try await visitor.container("x", on: accounts[0]).id
      var stranger = accounts[0]
      stranger.page.token = accounts[1].page.token
      #expect(try await visitor.container("y", on: stranger).error == "10")
      #expect(try await visitor.publish(container, on: stranger).error == "10")
      #expect(try await visitor.look(container, "status_code", as: stranger).error == "10")
      #expect(try await visitor.publish(container, on: accounts[1]).error == "24/2207006")
    }
  }

  @Test func `pages can be without accounts`() async throws {
    try await withSandbox { visitor in
      let account = try await visitor.accounts()[0]
      try await visitor.set(#"{"instagramAccounts":false}"#)
      #expect(try await visitor.accounts().isEmpty)
      #expect(try await visitor.look(account.id, "id", as: account).error == "100/33")
    }
  }
}
