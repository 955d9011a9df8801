import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Who may take which step, and what each refusal says and leaves behind.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct ApprovalTests {
  /// Runs a step and returns what it said.
  private func step(
    _ desk: Desk, _ verb: String, _ id: String, as person: Person, _ more: String...
  ) async -> Desk.Spoken {
    await desk.speak(["broadcast", verb, id, "--json"] + more, as: person)
  }

  private func expectDenied(
    _ spoken: Desk.Spoken, _ rule: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(spoken.exitCode == 77, "\(spoken.all)", sourceLocation: sourceLocation)
    #expect(spoken.code == "denied", "\(spoken.all)", sourceLocation: sourceLocation)
    #expect(
      spoken.error?["hint"]?.text?.contains("rule \(rule);") == true, "\(spoken.all)",
      sourceLocation: sourceLocation)
  }

  @Test func `two others approve and a third one launches`() async throws {
    try await withStage(12) { stage in
      let desk = stage.desk
      let id = try await desk.draftBroadcast("Bonjour {{store.name}}")
      #expect(await step(desk, "approve", id, as: .approver).exitCode == 77)
      let submitted = try await desk.succeed(["broadcast", "submit", id], as: .editor)
      #expect(submitted["state"] == "submitted" && submitted["approvalsNeeded"] == 2)
      let first = try await desk.succeed(["broadcast", "approve", id], as: .approver)
      #expect(first["state"] == "submitted")
      expectDenied(await step(desk, "launch", id, as: .broadcaster), "F4")
      // The same yes twice is one yes.
      _ = await step(desk, "approve", id, as: .approver)
      #expect(
        try await desk.succeed(["broadcast", "show", id], as: .editor)["state"] == "submitted")
      let second = try await desk.succeed(["broadcast", "approve", id], as: .secondApprover)
      #expect(second["state"] == "approved")
      #expect(second["approvers"]?.items.count == 2)
      let launch = try await desk.run(["broadcast", "launch", id, "--json"], as: .broadcaster)
      #expect(launch.exitCode == 0, "\(launch.all)")
    }
  }

  @Test(arguments: [
    ("launch", Person.admin, "P"), ("launch", .approver, "P"), ("launch", .editor, "P"),
    ("launch", .auditor, "P"), ("approve", .admin, "P"), ("approve", .editor, "P"),
    ("approve", .broadcaster, "P"), ("approve", .auditor, "P"), ("submit", .admin, "P"),
    ("cancel", .approver, "P"), ("resume", .editor, "P"), ("retry", .editor, "P"),
  ])
  func `a step that is not a person's own is refused and recorded`(
    _ verb: String, _ person: Person, _ rule: String
  ) async throws {
    try await withDesk { desk in
      let id = try await desk.submittedBroadcast("Bonjour")
      let before = try await desk.succeed(["audit", "verify"], as: .auditor)["records"]?.number
      expectDenied(await step(desk, verb, id, as: person), rule)
      let after = try await desk.succeed(["audit", "verify"], as: .auditor)["records"]?.number
      #expect(after == before.map { $0 + 1 })
      let denied = try await desk.succeed(
        ["audit", "list", "--result", "denied", "--limit", "1"], as: .auditor)["items"]?.items.first
      #expect(denied?["actor"]?["id"]?.text == desk.people[person])
      #expect(denied?["reasonCode"]?.text == rule)
      let state = try await desk.succeed(["broadcast", "show", id], as: .editor)["state"]
      #expect(state == "submitted")
    }
  }

  @Test func `an author who is an approver too cannot approve their own`() async throws {
    try await withDesk { desk in
      let editor = try #require(desk.people[.editor])
      try await desk.succeed(
        [
          "grant", "create", "--user", editor, "--role", "approver", "--scope", "all", "--reason",
          "holiday",
        ], as: .admin)
      let id = try await desk.submittedBroadcast("Bonjour")
      expectDenied(await step(desk, "approve", id, as: .editor), "F3")
    }
  }

  @Test func `an approver who is a broadcaster too cannot launch what they approved`() async throws
  {
    try await withDesk { desk in
      let approver = try #require(desk.people[.approver])
      try await desk.succeed(
        [
          "grant", "create", "--user", approver, "--role", "national_broadcaster", "--scope",
          "all", "--reason", "holiday",
        ], as: .admin)
      let id = try await desk.approvedBroadcast("Bonjour")
      expectDenied(await step(desk, "launch", id, as: .approver), "F3")
    }
  }

  @Test func `an administrator cannot become somebody who publishes`() async throws {
    try await withDesk { desk in
      for (person, role) in [
        (Person.admin, "national_broadcaster"), (.broadcaster, "national_admin"),
        (.auditor, "approver"), (.admin, "approver"),
      ] {
        let spoken = await desk.speak([
          "grant", "create", "--user", desk.people[person] ?? "", "--role", role, "--scope", "all",
          "--reason", "x", "--json",
        ])
        #expect(spoken.exitCode == 77, "\(spoken.all)")
      }
    }
  }

  @Test func `a yes to something else than what stands there is stale`() async throws {
    try await withDesk { desk in
      let id = try await desk.submittedBroadcast("Bonjour")
      let wrong = String(repeating: "0", count: 64)
      let stale = await step(desk, "approve", id, as: .approver, "--digest", wrong)
      #expect(stale.exitCode == 75, "\(stale.all)")
      #expect(stale.code == "stale")
      #expect(stale.subject == id)
      let shown = try await desk.succeed(["broadcast", "show", id], as: .approver)
      #expect(shown["approvers"]?.items.isEmpty == true)
      let digest = try #require(shown["digest"]?.text)
      let good = await step(desk, "approve", id, as: .approver, "--digest", digest)
      #expect(good.exitCode == 0, "\(good.all)")
    }
  }

  @Test func `a plan that was saved goes stale with the register`() async throws {
    try await withDesk { desk in
      let file = try desk.write("---\ntitle: T\n---\n\nBonjour {{store.name}}\n", to: "m.md")
      let plan = desk.folder.appending(path: "plan.json").path
      try await desk.succeed(
        ["broadcast", "plan", file, "--to", "all", "--out", plan], as: .editor)
      let stores = try desk.write(
        RegisterInputTests.header + RegisterInputTests.row(code: "FR-0001"), to: "changed.csv")
      try await desk.succeed(["store", "import", stores], as: .admin)
      let spoken = await desk.speak(
        ["broadcast", "create", file, "--from-plan", plan, "--json"], as: .editor)
      #expect(spoken.exitCode == 75, "\(spoken.all)")
      #expect(spoken.code == "stale")
      #expect(spoken.error?["hint"]?.text?.contains("vitrine broadcast plan") == true)
    }
  }

  @Test func `a rejected broadcast cannot be launched, and a cancelled one cannot come back`()
    async throws
  {
    try await withDesk { desk in
      let rejected = try await desk.submittedBroadcast("Bonjour")
      _ = try await desk.succeed(["broadcast", "approve", rejected], as: .secondApprover)
      let no = await step(desk, "reject", rejected, as: .approver, "--reason", "a wrong date")
      #expect(no.exitCode == 0, "\(no.all)")
      expectDenied(await step(desk, "launch", rejected, as: .broadcaster), "F4")

      let cancelled = try await desk.approvedBroadcast("Bonjour")
      let cancel = await step(desk, "cancel", cancelled, as: .broadcaster)
      #expect(cancel.exitCode == 0, "\(cancel.all)")
      let launch = await step(desk, "launch", cancelled, as: .broadcaster)
      #expect([75, 77].contains(launch.exitCode), "\(launch.all)")
      let status = try await desk.succeed(["broadcast", "status", cancelled], as: .editor)
      #expect(status["cancelled"] == 12 && status["state"] == "cancelled", "\(status)")
    }
  }

  @Test func `a person whose grant is revoked stops at the next command`() async throws {
    try await withDesk { desk in
      let broadcaster = try #require(desk.people[.broadcaster])
      let grants = try await desk.succeed(["grant", "list", "--user", broadcaster], as: .admin)
      let grant = try #require(grants["items"]?.items.first?["id"]?.text)
      try await desk.succeed(
        ["grant", "revoke", grant, "--reason", "no longer needed"], as: .admin)
      let id = try await desk.anyBroadcast()
      expectDenied(await step(desk, "launch", id, as: .broadcaster), "P")
    }
  }
}
