import Foundation
import Testing

@testable import VitrineSandbox

/// Each kind of fault, seen by a client through a real socket.
@Suite(.timeLimit(.minutes(30)))
struct FaultTests {
  @Test func `a lost answer leaves the post behind`() async throws {
    try await withSandbox(.small(faults: ["lost-answer,op=stage,count=1"])) { visitor in
      let page = try await visitor.pages()[0]
      await #expect(throws: (any Error).self) { try await visitor.stage("Perdu", on: page) }
      #expect(try await visitor.messages(all: true) == ["Perdu"])
      #expect(try await visitor.stage("Suivant", on: page).status == 200)
    }
  }

  @Test func `one lost answer loses the whole batch, and all of it has happened`() async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      try await visitor.arm("lost-answer,op=stage,pages=\(pages[2].id),count=1")
      await #expect(throws: (any Error).self) { try await visitor.stageAll(pages) }
      #expect(try await visitor.messages(all: true).count == 4)
    }
  }

  @Test func `a late execution happens after its answer was lost`() async throws {
    try await withSandbox(.small(faults: ["late-execution,op=publish,delay=40,count=1"])) {
      visitor in
      let page = try await visitor.pages()[0]
      await #expect(throws: (any Error).self) { try await visitor.post("Tardif", on: page) }
      // The time limit of the suite ends this when the post never comes.
      while try await visitor.messages() != ["Tardif"] { await Task.yield() }
    }
  }

  @Test(arguments: [("null-member", 3), ("null-member-done", 4)])
  func `a null member did nothing, or did it`(_ kind: String, _ drafts: Int) async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      try await visitor.arm("\(kind),pages=\(pages[1].id)")
      let batch = try await visitor.stageAll(pages)
      #expect(batch.members.map { $0 == nil } == [false, true, false, false])
      #expect(try await visitor.truth(all: true).count == drafts)
    }
  }

  @Test func `null members leave single calls alone`() async throws {
    try await withSandbox(.small(faults: ["null-member"])) { visitor in
      let page = try await visitor.pages()[0]
      #expect(try await visitor.stage("Seul", on: page).error == "")
    }
  }

  @Test(arguments: [
    ("error,code=190,subcode=463", 401, "190/463"), ("error,code=190,subcode=460", 401, "190/460"),
    ("error,code=190,subcode=492", 401, "190/492"),
    ("error,code=368,subcode=1390008", 400, "368/1390008"),
    ("error,code=4", 403, "4"), ("error,code=80001", 400, "80001"), ("error,code=1", 500, "1"),
    ("error,code=2", 500, "2"), ("error,code=10", 403, "10"),
    ("error,code=100,subcode=33", 400, "100/33"),
    ("error,code=506,subcode=1455006", 400, "506/1455006"), ("spam-block", 400, "368/1390008"),
    ("error,code=777", 400, "777"),
  ])
  func `an error carries its numbers and does nothing`(
    _ fault: String, _ status: Int, _ numbers: String
  ) async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      try await visitor.arm("\(fault),op=publish,pages=\(pages[0].id)")
      let answer = try await visitor.post("Refusé", on: pages[0])
      #expect(answer.status == status)
      #expect(answer.error == numbers)
      #expect(answer.headers["www-authenticate"] != nil)
      #expect(try await visitor.messages(all: true) == [])
      #expect(try await visitor.post("Ailleurs", on: pages[1]).error == "")
    }
  }

  @Test func `an error with its effect done leaves the post behind`() async throws {
    try await withSandbox(.small(faults: ["error,code=2,op=publish,count=1,done=true"])) {
      visitor in
      let page = try await visitor.pages()[0]
      #expect(try await visitor.post("Pourtant là", on: page).error == "2")
      #expect(try await visitor.messages() == ["Pourtant là"])
    }
  }

  @Test func `a dead user token stops the search for pages too`() async throws {
    try await withSandbox { visitor in
      try await visitor.arm("error,code=190,subcode=460")
      let answer = try await visitor.send(
        "GET", "/v26.0/me/accounts?access_token=\(visitor.ready.userToken)")
      #expect(answer.error == "190/460")
    }
  }

  @Test func `a throttled page says so, counts further calls and comes back`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small()
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let pages = try await visitor.pages()
      try await visitor.arm("throttle,op=stage,pages=\(pages[0].id),delay=300000,count=1")
      for _ in 0..<3 {
        let answer = try await visitor.stage("Trop", on: pages[0])
        #expect(answer.error == "80001")
        let usage = try JSONReader.read(answer.headers["x-business-use-case-usage"] ?? "")
        #expect(usage[pages[0].id]?.items?.first?["call_count"] == .number("100"))
        #expect(
          usage[pages[0].id]?.items?.first?["estimated_time_to_regain_access"] == .number("5"))
      }
      #expect(try await visitor.stage("Libre", on: pages[1]).error == "")
      #expect(
        try await visitor.send("GET", "/sandbox/stats").json["whileThrottled"] == .number("2"))
      clock.advance(bySeconds: 301)
      #expect(try await visitor.stage("Enfin", on: pages[0]).error == "")
    }
  }

  @Test func `a throttled app stops every page`() async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      try await visitor.arm("throttle,code=4,op=stage,count=1")
      #expect(try await visitor.stage("Un", on: pages[0]).error == "4")
      let answer = try await visitor.stage("Deux", on: pages[1])
      #expect(answer.error == "4")
      let usage = try JSONReader.read(answer.headers["x-app-usage"] ?? "")
      #expect(usage["call_count"] == .number("100"))
      _ = try await visitor.send("DELETE", "/sandbox/faults")
      #expect(try await visitor.stage("Trois", on: pages[1]).error == "")
    }
  }

  @Test func `a page that spends its budget is throttled for the rest of the day`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small()
    configuration.now = clock.now
    configuration.callsPerPage = 3
    try await withSandbox(configuration) { visitor in
      let page = try await visitor.pages()[0]
      for number in 1...3 {
        #expect(try await visitor.stage("Appel \(number)", on: page).error == "")
      }
      #expect(try await visitor.stage("De trop", on: page).error == "80001")
      clock.advance(bySeconds: 86_401)
      #expect(try await visitor.stage("Demain", on: page).error == "")
    }
  }

  @Test func `a spam block holds writes for its time and lets reads through`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small(faults: ["spam-block,count=1,delay=3600000"])
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let page = try await visitor.pages()[0]
      for _ in 0..<2 { #expect(try await visitor.post("Bloqué", on: page).error == "368/1390008") }
      let feed = try await visitor.send("GET", "/v26.0/\(page.id)/feed?access_token=\(page.token)")
      #expect(feed.status == 200)
      clock.advance(bySeconds: 3601)
      #expect(try await visitor.post("Libre", on: page).error == "")
    }
  }

  @Test func `an HTML error page comes after the effect`() async throws {
    try await withSandbox(.small(faults: ["html-500,op=publish,count=1"])) { visitor in
      let page = try await visitor.pages()[0]
      let answer = try await visitor.post("Malgré tout", on: page)
      #expect(answer.status == 502)
      #expect(answer.headers["content-type"]?.hasPrefix("text/html") == true)
      #expect(try await visitor.messages() == ["Malgré tout"])
    }
  }

  @Test func `a lagging list learns of a post later, reading by id at once`() async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small(faults: ["list-lag,delay=20000"])
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let page = try await visitor.pages()[0]
      let post = try await visitor.post("Bientôt", on: page)
      let list = "/v26.0/\(page.id)/published_posts?access_token=\(page.token)"
      #expect(try await visitor.send("GET", list).json["data"]?.items?.count == 0)
      let read = try await visitor.send("GET", "/v26.0/\(post.id)?access_token=\(page.token)")
      #expect(read.id == post.id)
      clock.advance(bySeconds: 21)
      #expect(try await visitor.send("GET", list).json["data"]?.items?.count == 1)
    }
  }

  @Test func `a slow answer takes its time`() async throws {
    try await withSandbox(.small(faults: ["slow,op=stage,delay=250"])) { visitor in
      let page = try await visitor.pages()[0]
      let clock = ContinuousClock()
      let elapsed = try await clock.measure { _ = try await visitor.stage("Lent", on: page) }
      #expect(elapsed >= .milliseconds(250))
    }
  }

  @Test func `latency holds back every answer`() async throws {
    var configuration = SandboxConfiguration.small()
    configuration.latencyMilliseconds = 120
    try await withSandbox(configuration) { visitor in
      let clock = ContinuousClock()
      let elapsed = try await clock.measure { _ = try await visitor.pages() }
      #expect(elapsed >= .milliseconds(120))
    }
  }

  @Test(arguments: [("hang,op=stage", 0), ("hang,op=stage,done=true", 1)])
  func `a call that hangs is never answered`(_ fault: String, _ drafts: Int) async throws {
    try await withSandbox(.small(faults: [fault])) { visitor in
      let page = try await visitor.pages()[0]
      await #expect(throws: (any Error).self) {
        try await visitor.send(
          "POST", "/v26.0/\(page.id)/feed",
          ["message": "Muet", "published": "false", "access_token": page.token], milliseconds: 300)
      }
      #expect(try await visitor.truth(all: true).count == drafts)
    }
  }

  @Test func `a member that hangs comes back null after two seconds`() async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      try await visitor.arm("hang,op=stage,pages=\(pages[0].id)")
      let clock = ContinuousClock()
      let start = clock.now
      let batch = try await visitor.stageAll(pages)
      #expect(start.duration(to: clock.now) >= .seconds(2))
      #expect(batch.members.map { $0 == nil } == [true, false, false, false])
      #expect(try await visitor.truth(all: true).count == 3)
    }
  }

  @Test func `a reset comes before any effect, in a batch for all`() async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      try await visitor.arm("reset,op=stage,pages=\(pages[3].id),count=2")
      await #expect(throws: (any Error).self) { try await visitor.stage("Coupé", on: pages[3]) }
      await #expect(throws: (any Error).self) { try await visitor.stageAll(pages) }
      #expect(try await visitor.truth(all: true).isEmpty)
    }
  }

  @Test func `a rate fires for its share and a seed repeats it`() async throws {
    func failures() async throws -> [Bool] {
      try await withSandbox(.small(1, faults: ["error,code=1,op=read,rate=0.3"])) { visitor in
        let page = try await visitor.pages()[0]
        let post = try await visitor.post("Lu", on: page)
        var failed: [Bool] = []
        for _ in 0..<60 {
          let path = "/v26.0/\(post.id)?access_token=\(page.token)"
          failed.append(try await visitor.send("GET", path).error == "1")
        }
        return failed
      }
    }
    let first = try await failures()
    #expect((6...30).contains(first.count { $0 }))
    #expect(try await failures() == first)
  }
}
