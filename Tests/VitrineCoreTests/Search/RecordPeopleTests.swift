import Testing

@testable import VitrineCore

/// Who is found by a record.
struct RecordPeopleTests {
  private func record(
    _ action: Action, by actor: String = "u_1", type: AuditRecord.Actor.Kind = .user
  ) -> AuditRecord {
    AuditRecord(
      id: "r_1", time: Timestamp(clamping: 0), action: action.rawValue,
      actor: AuditRecord.Actor(id: UserID(actor), type: type))
  }

  private func entries(_ record: AuditRecord) -> Set<String> {
    Set(record.people.map { "\($0.person) \($0.role.rawValue)" })
  }

  @Test func `a publication by a worker is found by everybody behind it`() {
    var publication = record(.postPublish, by: "w_1", type: .system)
    publication.onBehalfOf = UserID("u_l")
    publication.authors = [UserID("u_a")]
    publication.editors = [UserID("u_e")]
    publication.approvals = ["u_x@sha256:00", "u_y@sha256:00"]
    #expect(
      entries(publication) == [
        "u_l launcher", "u_a author", "u_e editor", "u_x approver", "u_y approver",
      ])
  }

  @Test(arguments: [
    (Action.broadcastDraft, "author"), (.broadcastEdit, "editor"), (.broadcastApprove, "approver"),
    (.broadcastLaunch, "launcher"), (.postDraft, "author"), (.postPublish, "launcher"),
  ])
  func `what a person does makes that person something`(_ action: Action, _ role: String) {
    #expect(entries(record(action)) == ["u_1 actor", "u_1 \(role)"])
  }

  @Test func `a denied attempt makes nobody an author or approver`() {
    var attempt = record(.broadcastApprove)
    attempt.result = .denied
    attempt.authors = [UserID("u_a")]
    #expect(entries(attempt) == ["u_1 actor"])
  }

  @Test func `a grant is found by the person who got it`() {
    var grant = record(.grantCreate)
    grant.target = AuditRecord.Target(type: "user", id: "u_2")
    #expect(entries(grant) == ["u_1 actor", "u_2 subject"])
  }

  @Test func `authors and editors read back from the bytes`() throws {
    var draft = record(.broadcastDraft)
    draft.authors = [UserID("u_1")]
    draft.editors = [UserID("u_2"), UserID("u_3")]
    #expect(try AuditRecord(bytes: draft.bytes()) == draft)
  }
}
