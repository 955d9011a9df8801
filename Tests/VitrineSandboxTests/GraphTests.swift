import Foundation
import Testing

@testable import VitrineSandbox

/// What Meta's SDK does not reach: headers, odd paths, other encodings, switches.
@Suite(.timeLimit(.minutes(30)))
struct GraphTests {
  @Test(arguments: ["Bearer", "OAuth", "bearer"])
  func `a token in the header is as good as a parameter`(_ scheme: String) async throws {
    try await withSandbox { visitor in
      let answer = try await visitor.send(
        "GET", "/v25.0//me/accounts/",
        headers: ["Authorization": "\(scheme) \(visitor.ready.userToken)"])
      #expect(answer.json["data"]?.items?.count == 4)
      #expect(answer.headers["facebook-api-version"] == "v25.0")
    }
  }

  @Test func `a JSON body is as good as a form`() async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      let answer = try await visitor.send(
        "POST", "/v26.0/\(page.id)/feed",
        json: #"{"message":"Caf\u00e9 ☕","published":false,"access_token":"\#(page.token)"}"#)
      #expect(answer.id.hasPrefix("\(page.id)_"))
      #expect(try await visitor.messages(all: true) == ["Café ☕"])
      #expect(try await visitor.messages() == [])
    }
  }

  @Test(arguments: [
    ("", 400, "104"), ("?access_token=EAAwrong", 401, "190"), ("?access_token=1%7C2", 401, "190"),
  ])
  func `a call without a good token is refused`(_ query: String, _ status: Int, _ error: String)
    async throws
  {
    try await withSandbox { visitor in
      let id = try await visitor.pages()[0].id
      let answer = try await visitor.send("GET", "/v26.0/\(id)\(query)")
      #expect(answer.status == status)
      #expect(answer.error == error)
    }
  }

  @Test func `accounts can answer an empty page that still has a next`() async throws {
    try await withSandbox(.small(7)) { visitor in
      _ = try await visitor.send("POST", "/sandbox/switches", json: #"{"emptyAccountsPage":true}"#)
      var url: String? = "/v26.0/me/accounts?limit=3&access_token=\(visitor.ready.userToken)"
      var sizes: [Int] = []
      while let path = url {
        let answer = try await visitor.send("GET", path)
        sizes.append(answer.json["data"]?.items?.count ?? -1)
        url = answer.json["paging"]?["next"]?.parameterText
          .replacing(visitor.ready.baseURL, with: "")
      }
      #expect(sizes == [3, 0, 3, 1])
    }
  }

  @Test func `a batch member needs a proof of its own token when proofs are required`()
    async throws
  {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      _ = try await visitor.send("POST", "/sandbox/switches", json: #"{"proofRequired":true}"#)
      let right = Credentials(
        appID: visitor.ready.appID, appSecret: visitor.ready.appSecret, userToken: ""
      ).proof(of: page.token)
      let form = "access_token=\(page.token)"
      let batch = try await visitor.batch([
        ("GET", "\(page.id)?\(form)", ""),
        ("GET", "\(page.id)?\(form)&appsecret_proof=\(right)", ""),
        ("GET", "\(page.id)?\(form)&appsecret_proof=\(right.reversed())", ""),
      ])
      let errors = batch.members.map { Visitor.error(in: $0 ?? .null) }
      #expect(errors == ["100", "", "100"])
    }
  }

  @Test func `the members of a batch answer in order with headers and string bodies`() async throws
  {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      let batch = try await visitor.batch([
        ("GET", "\(pages[2].id)?fields=id&access_token=\(pages[2].token)", ""),
        ("GET", "v26.0/\(pages[0].id)?fields=nothing&access_token=\(pages[0].token)", ""),
        ("PATCH", "\(pages[0].id)", ""),
      ])
      let items = try #require(batch.answer.json.items)
      #expect(items.map { $0["code"]?.parameterText } == ["200", "400", "400"])
      #expect(items[0]["body"] == .string(#"{"id":"\#(pages[2].id)"}"#))
      #expect(
        items[1]["headers"]?.items?.contains { $0["name"] == .string("WWW-Authenticate") } == true)
    }
  }

  @Test(arguments: [(51, "GraphBatchException"), (0, "")])
  func `a batch of more than fifty is refused whole`(_ count: Int, _ type: String) async throws {
    try await withSandbox { visitor in
      let batch = try await visitor.batch((0..<count).map { _ in ("GET", "me", "") })
      #expect(batch.answer.json["error"]?["type"]?.parameterText ?? "" == type)
    }
  }

  @Test(arguments: [("noop", ""), ("error", "100")])
  func `a second release does nothing or is an error`(_ choice: String, _ error: String)
    async throws
  {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      let json = #"{"secondRelease":"\#(choice)"}"#
      _ = try await visitor.send("POST", "/sandbox/switches", json: json)
      let draft = try await visitor.stage("Une fois", on: page)
      #expect(try await visitor.release(draft.id, of: page).error == "")
      #expect(try await visitor.release(draft.id, of: page).error == error)
      #expect(try await visitor.messages() == ["Une fois"])
    }
  }

  @Test(arguments: [(true, 1), (false, 0)])
  func `the feed lists drafts or not`(_ listed: Bool, _ count: Int) async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      _ = try await visitor.send(
        "POST", "/sandbox/switches", json: #"{"draftsListed":\#(listed)}"#)
      _ = try await visitor.stage("Brouillon", on: page)
      let feed = try await visitor.send("GET", "/v26.0/\(page.id)/feed?access_token=\(page.token)")
      #expect(feed.json["data"]?.items?.count == count)
    }
  }

  @Test(arguments: [(false, ""), (true, "506/1455006")])
  func `a repeated draft is refused at its release only when so switched`(
    _ refused: Bool, _ error: String
  ) async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      _ = try await visitor.send(
        "POST", "/sandbox/switches", json: #"{"duplicateRefusedAtRelease":\#(refused)}"#)
      let first = try await visitor.stage("Même texte", on: page)
      let second = try await visitor.stage("Même texte", on: page)
      #expect(try await visitor.release(first.id, of: page).error == "")
      #expect(try await visitor.release(second.id, of: page).error == error)
    }
  }

  @Test func `a scheduled post appears at its time`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small()
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let page = try await visitor.pages()[0]
      let due = Int(clock.now().timeIntervalSince1970) + 3600
      let answer = try await visitor.post(
        "À l’heure", on: page, ["published": "false", "scheduled_publish_time": "\(due)"])
      #expect(answer.error == "")
      #expect(try await visitor.messages() == [])
      clock.advance(bySeconds: 3600)
      #expect(try await visitor.messages() == ["À l’heure"])
    }
  }

  @Test func `a post that waits for its hour is listed, and can be released or deleted by its id`()
    async throws
  {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small()
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let page = try await visitor.pages()[0]
      let due = Int(clock.now().timeIntervalSince1970) + 3600
      var ids: [String] = []
      for text in ["Un", "Deux"] {
        let more = [
          "published": "false", "unpublished_content_type": "SCHEDULED",
          "scheduled_publish_time": "\(due)",
        ]
        ids.append(try await visitor.post(text, on: page, more).id)
      }
      let path = "/v26.0/\(page.id)/scheduled_posts?fields=id,scheduled_publish_time"
      let list = try await visitor.send("GET", "\(path)&access_token=\(page.token)")
      #expect(ids.allSatisfy { list.text.contains($0) }, "\(list.text)")
      #expect(list.text.contains("\(due)"))
      #expect(try await visitor.release(ids[0], of: page).error == "")
      let gone = try await visitor.send(
        "DELETE", "/v26.0/\(ids[1])?access_token=\(page.token)")
      #expect(gone.error == "")
      clock.advance(bySeconds: 7200)
      #expect(try await visitor.messages() == ["Un"])
    }
  }

  @Test(arguments: [
    ("published=false&scheduled_publish_time=soon", "100"),
    ("published=true&scheduled_publish_time=1800003600", "100"),
    ("published=false&unpublished_content_type=SCHEDULED", "100"),
    ("published=false&unpublished_content_type=NOVEL", "100"), ("link=ftp://x", "1500"),
    ("link=https://m.facebook.com/x", "200/1609008"), ("attached_media=7", "100"),
    (#"attached_media=[{"media_fbid":"7"}]"#, "100"), ("fields=id,nonsense", "100"),
    ("fields=id{", "2500"),
  ])
  func `a wrong parameter of a post is refused`(_ query: String, _ error: String) async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      let escaped = query.replacing("[", with: "%5B").replacing("]", with: "%5D")
        .replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\"", with: "%22")
      let answer = try await visitor.send(
        "POST", "/v26.0/\(page.id)/feed?\(escaped)", ["message": "x", "access_token": page.token])
      #expect(answer.error == error)
    }
  }

  @Test func `a member of a batch takes its photo from a part beside the batch`() async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      let operation =
        #"[{"method":"POST","relative_url":"\#(page.id)/photos","#
        + #""body":"caption=Affiche&access_token=\#(page.token)","attached_files":"one"}]"#
      let body = """
        --b\r\nContent-Disposition: form-data; name="batch"\r\n\r\n\(operation)\r\n\
        --b\r\nContent-Disposition: form-data; name="one"; filename="a.gif"\r\n\r\nGIF89a\r\n--b--\r\n
        """
      let answer = try await visitor.send(
        "POST", "/v26.0/?access_token=\(visitor.ready.userToken)", body: body,
        headers: ["Content-Type": "multipart/form-data; boundary=b"])
      let member = try #require(answer.json.items?.first?["body"]?.parameterText)
      let post = try #require(try JSONReader.read(member)["post_id"]?.parameterText)
      let picture = try await visitor.send(
        "GET", "/v26.0/\(post)?fields=full_picture&access_token=\(page.token)")
      let address = try #require(picture.json["full_picture"]?.parameterText)
      let image = try await visitor.send(
        "GET", address.replacing(visitor.ready.baseURL, with: ""))
      #expect(image.text == "GIF89a")
      #expect(image.headers["content-type"] == "image/gif")
    }
  }

  @Test(arguments: [("roles", ""), ("assigned_users?business=1", ""), ("assigned_users", "100")])
  func `a system user is assigned to a page, and nobody has a role`(
    _ edge: String, _ error: String
  ) async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      let answer = try await visitor.send(
        "GET", "/v26.0/\(page.id)/\(edge)", headers: ["Authorization": "Bearer \(page.token)"])
      #expect(answer.error == error)
      guard error.isEmpty else { return }
      let people = try #require(answer.json["data"]?.items)
      guard edge != "roles" else { return #expect(people.isEmpty) }
      #expect(people.count == 1)
      #expect(people[0]["user_type"] == .string("SYSTEM_USER"))
      #expect(people[0]["tasks"]?.items?.contains(.string("CREATE_CONTENT")) == true)
    }
  }

  @Test func `somebody is let in on a page by hand, and shown out`() async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      func roles() async throws -> [JSONValue] {
        try await visitor.send(
          "GET", "/v26.0/\(page.id)/roles", headers: ["Authorization": "Bearer \(page.token)"]
        ).json["data"]?.items ?? []
      }
      let made = try await visitor.send(
        "POST", "/sandbox/people", json: #"{"page":"\#(page.id)","name":"Jean Ancien"}"#)
      #expect(try await roles().map { $0["name"] } == [.string("Jean Ancien")])
      #expect(try await roles().first?["id"] == .string(made.id))
      #expect(try await visitor.send("DELETE", "/sandbox/people/\(made.id)").status == 200)
      #expect(try await roles().isEmpty)
      #expect(try await visitor.send("DELETE", "/sandbox/people/\(made.id)").status == 400)
    }
  }

  @Test func `somebody changes a post by hand`() async throws {
    try await withSandbox { visitor in
      let made = try await visitor.send(
        "POST", "/sandbox/posts", json: #"{"page":"FR-2","message":"Avant"}"#)
      let edited = try await visitor.send(
        "PATCH", "/sandbox/posts/\(made.id)", json: #"{"message":"Après"}"#)
      #expect(edited.status == 200)
      #expect(try await visitor.truth().first?["message"] == .string("Après"))
    }
  }

  @Test func `calls are counted by kind, members of a batch one by one`() async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      _ = try await visitor.stageAll(pages)
      let post = try await visitor.post("Compté", on: pages[0])
      _ = try await visitor.release(post.id, of: pages[0])
      let stats = try await visitor.send("GET", "/sandbox/stats").json
      #expect(stats["total"] == .number("4"))
      for (kind, count) in [
        ("accounts", 1), ("stage", 4), ("publish", 1), ("release", 1), ("read", 0),
      ] {
        #expect(stats["calls"]?[kind] == .number("\(count)"), "\(kind)")
      }
    }
  }

  @Test func `somebody posts and deletes by hand`() async throws {
    try await withSandbox { visitor in
      let made = try await visitor.send(
        "POST", "/sandbox/posts", json: #"{"page":"FR-2","message":"À la main"}"#)
      let item = try #require(try await visitor.truth().first)
      #expect(item["application"] == .null)
      #expect(item["store"] == .string("FR-2"))
      #expect(try await visitor.send("DELETE", "/sandbox/posts/\(made.id)").status == 200)
      #expect(try await visitor.truth().isEmpty)
      #expect(try await visitor.truth(all: true).first?["state"] == .string("deleted"))
      #expect(try await visitor.send("DELETE", "/sandbox/posts/\(made.id)").status == 400)
    }
  }

  @Test func `two stores with one code are refused`() async throws {
    let store = SandboxStore(code: "A", name: "A")
    let reason = await refusal(of: SandboxConfiguration(stores: [store, store]))
    #expect(reason == "two stores have the code 'A'")
  }

  @Test func `a port that is taken is said so`() async throws {
    try await withSandbox { visitor in
      var configuration = SandboxConfiguration.small()
      configuration.port = visitor.ready.baseURL.split(separator: ":").last.flatMap { Int($0) } ?? 0
      #expect(await refusal(of: configuration).contains("cannot listen on 127.0.0.1"))
    }
  }
}
