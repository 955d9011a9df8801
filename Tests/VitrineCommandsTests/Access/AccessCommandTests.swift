import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// `vitrine access`, and what else the rules of access look like from a terminal.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct AccessCommandTests {
  private func ask(
    _ desk: Desk, _ verb: String, _ arguments: [String], as person: Person = .admin
  ) async throws -> JSON {
    try await desk.succeed(["access", verb] + arguments, as: person)
  }

  @Test func `yes and no are both answers, with the grant or the rule`() async throws {
    try await withDesk { desk in
      let editor = desk.people[.editor] ?? ""
      let yes = try await ask(
        desk, "check", ["--user", editor, "--action", "broadcast.draft"])
      #expect(yes["decision"] == "allow" && yes["rule"] == .null)
      #expect(yes["grant"]?.text?.hasPrefix("g_") == true)
      let no = try await ask(desk, "check", ["--user", editor, "--action", "post.publish"])
      #expect(no["decision"] == "deny" && no["rule"] == "P" && no["grant"] == .null)
      let unknown = try await ask(desk, "check", ["--user", "u_nobody", "--action", "post.fly"])
      #expect(unknown["rule"] == "F11" && unknown["unknown"]?.items.count == 2)
    }
  }

  @Test(
    arguments: [
      (["--action", "broadcast.launch"], Person.broadcaster, nil),
      (["--action", "broadcast.launch", "--auth-age", "20"], .broadcaster, "F9"),
      (["--action", "broadcast.launch", "--auth-age", "14"], .broadcaster, nil),
      (["--action", "broadcast.launch", "--token-scopes", "broadcast.read"], .broadcaster, "F8"),
      (["--action", "broadcast.launch", "--store", "FR-0001"], .broadcaster, nil),
      (["--action", "broadcast.approve"], .broadcaster, "P"),
      (["--action", "audit.delete"], .auditor, "F12"),
      (["--action", "token.create_self", "--token-scopes", "token.create_self"], .editor, "F8"),
      (["--action", "token.create_self"], .auditor, "P"),
    ] as [([String], Person, String?)])
  func `flags say what the decision must know`(
    _ arguments: [String], _ person: Person, _ rule: String?
  ) async throws {
    try await withDesk { desk in
      try await desk.succeed(["config", "set", "access.stepUpMinutes", "15"], as: .admin)
      let answer = try await ask(
        desk, "check", ["--user", desk.people[person] ?? ""] + arguments)
      #expect(answer["rule"]?.text == rule)
    }
  }

  @Test func `the state of a broadcast and who had a hand in it count`() async throws {
    try await withDesk { desk in
      let id = try await desk.submittedBroadcast("Bonjour")
      func rule(_ person: Person, _ action: String) async throws -> String? {
        try await ask(
          desk, "check",
          ["--user", desk.people[person] ?? "", "--action", action, "--object", id])["rule"]?.text
      }
      #expect(try await rule(.approver, "broadcast.approve") == nil)
      #expect(try await rule(.broadcaster, "broadcast.launch") == "F4")
      #expect(try await rule(.editor, "broadcast.submit") == "F4")
      try await desk.succeed(["broadcast", "approve", id], as: .approver)
      try await desk.succeed(["broadcast", "approve", id], as: .secondApprover)
      #expect(try await rule(.broadcaster, "broadcast.launch") == nil)
      #expect(try await rule(.approver, "broadcast.approve") == "F4")
    }
  }

  @Test func `explain answers in the person's language`() async throws {
    try await withDesk { desk in
      let spoken = await desk.speak(
        ["access", "explain", "--action", "broadcast.launch", "--language", "fr"], as: .editor)
      #expect(spoken.exitCode == 0, "\(spoken.all)")
      #expect(spoken.output.hasPrefix("refusé  P\nrègle P\u{A0}: "), "\(spoken.all)")
      #expect(spoken.output.contains("national_broadcaster"))
    }
  }

  @Test func `one asks about oneself, and about others with the right to review`() async throws {
    try await withDesk { desk in
      let own = try await ask(desk, "check", ["--action", "broadcast.draft"], as: .editor)
      #expect(own["decision"] == "allow")
      let other = await desk.speak(
        ["access", "check", "--user", desk.people[.admin] ?? "", "--action", "user.read"],
        as: .editor)
      #expect(other.exitCode == 77, "\(other.all)")
    }
  }

  @Test func `as-of answers for the day before the grant`() async throws {
    try await withDesk { desk in
      let editor = ["--user", desk.people[.editor] ?? "", "--action", "broadcast.draft"]
      let past = try await ask(desk, "as-of", editor + ["--at", "2020-01-01T00:00:00Z"])
      #expect(past["rule"] == "F1")
      #expect(
        try await ask(desk, "as-of", editor + ["--at", "2099-01-01T00:00:00Z"])["rule"] == .null)
      let without = await desk.speak(["access", "as-of"] + editor)
      #expect(without.exitCode == 64)
    }
  }

  @Test func `break-glass even looks with a ticket only`() async throws {
    try await withStage(12) { stage in
      let desk = stage.desk
      let until = Timestamp(clamping: Int64(Date().timeIntervalSince1970) * 1000)
        .advanced(bySeconds: 1_800)
      let token = try await newcomer(
        "breakglass", "all", desk, "--until", until.description)
      try await desk.succeed(["broadcast", "launch", stage.broadcast], as: .broadcaster)
      let look = ["broadcast", "status", stage.broadcast, "--json"]
      let without = await desk.speak(look, as: nil, with: token)
      #expect(without.exitCode == 77 && without.error?["hint"]?.text?.contains("F13") == true)
      let with = await desk.speak(look + ["--ticket", "INC-42"], as: nil, with: token)
      #expect(with.exitCode == 0, "\(with.all)")
    }
  }

  @Test func `a region's manager connects the pages of their own stores, and no others`()
    async throws
  {
    try await withStage(12) { stage in
      let desk = stage.desk
      let stores = try await desk.succeed(["store", "list"], as: .admin)["items"]?.items ?? []
      let region = try #require(stores.first?["region"]?.text)
      let inside = stores.filter { $0["region"]?.text == region }.count
      try #require(inside < stores.count)
      let token = try await newcomer("region_manager", "region:\(region)", desk)
      let connect = await desk.speak(
        ["page", "connect", "--network", "facebook", "--token-stdin", "--json"], as: nil,
        input: stage.sandbox.userToken, with: token)
      #expect([0, 1].contains(connect.exitCode), "\(connect.all)")
      let answer = try JSON(parsing: connect.output)
      #expect(answer["connected"]?.number == Int64(inside))
      #expect(answer["failed"]?.items.count == stores.count - inside)
      let all = await desk.speak(["page", "check", "--json"], as: nil, with: token)
      #expect(all.exitCode == 77, "\(all.all)")
      let own = await desk.speak(
        ["page", "check", "--select", "region:\"\(region)\"", "--json"], as: nil, with: token)
      #expect(own.exitCode != 77, "\(own.all)")
    }
  }

  /// Somebody new with a role, by their token.
  private func newcomer(
    _ role: String, _ scope: String, _ desk: Desk, _ more: String...
  ) async throws -> [String: String] {
    let made = try await desk.succeed(["user", "create", "Zoé"], as: .admin)
    try await desk.succeed(
      [
        "grant", "create", "--user", made["id"]?.text ?? "", "--role", role, "--scope", scope,
        "--reason", "a test",
      ] + more, as: .admin)
    let login = try await desk.succeed(
      ["login", "--enrol-stdin"], as: nil, input: made["enrolment"]?.text ?? "")
    return ["VITRINE_TOKEN": login["token"]?.text ?? ""]
  }

  @Test func `a token with a list of actions is refused the rest, and an unknown action is named`()
    async throws
  {
    try await withDesk { desk in
      let made = try await desk.succeed(
        ["token", "create", "--scope", "store.read,user.read"], as: .admin)
      let token = ["VITRINE_TOKEN": made["token"]?.text ?? ""]
      #expect(await desk.speak(["store", "list"], as: nil, with: token).exitCode == 0)
      let denied = await desk.speak(
        ["user", "create", "Eve", "--json"], as: nil, with: token)
      #expect(denied.exitCode == 77 && denied.error?["hint"]?.text?.contains("F8") == true)
      let typo = await desk.speak(["token", "create", "--scope", "store.reed", "--json"])
      #expect(typo.exitCode == 64 && typo.error?["hint"]?.text?.contains("store.read") == true)
    }
  }

  @Test func `an auditor lists and ends their own tokens`() async throws {
    try await withDesk { desk in
      let list = try await desk.succeed(["token", "list"], as: .auditor)
      let id = try #require(list["items"]?.items.first?["id"]?.text)
      try await desk.succeed(["token", "revoke", id], as: .auditor)
      #expect(await desk.speak(["whoami"], as: .auditor).exitCode != 0)
    }
  }
}
