import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A broadcast that is edited: what becomes of its approvals, and who may approve it afterwards.
@Suite(.temporaryFolder)
struct EditTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `an edit voids every approval and starts a new revision`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await BroadcastDesk.make(driver)
    let id = try await desk.approved()
    let before = try await desk.status(id)
    #expect(before.broadcast.state == .approved && before.approvers.count == 2)
    let edited = try await desk.door.perform(
      EditBroadcast(id: id, source: BroadcastDesk.message("Bonsoir {{store.name}}")),
      as: desk.editor.token)
    #expect(edited.state == .draft && edited.revision == 2 && edited.approvers.isEmpty)
    let after = try await desk.status(id)
    #expect(after.broadcast.digest != before.broadcast.digest)
    #expect(after.pages.allSatisfy { $0.content.text.hasPrefix("Bonsoir") })
    #expect(after.pages.count == 6)
    #expect(await fault { try await desk.launch(id) }?.code == .denied)
  }

  @Test func `whoever edited it can no longer approve it`() async throws {
    let desk = try await BroadcastDesk.make()
    _ = try await desk.door.perform(
      CreateGrant(
        user: desk.second.id, role: .approver, scope: .all, until: nil, reason: "holiday"),
      as: desk.desk.adminToken)
    let id = try await desk.draft()
    _ = try await desk.door.perform(
      EditBroadcast(id: id, source: BroadcastDesk.message("Bonsoir")), as: desk.second.token)
    // The first author again, so that the second is an editor of an earlier revision only.
    _ = try await desk.door.perform(
      EditBroadcast(id: id, source: BroadcastDesk.message("Bonne nuit")), as: desk.editor.token)
    try await desk.submit(id)
    let refused = await fault {
      try await desk.door.perform(
        ApproveBroadcast(id: id, digest: nil), as: desk.second.token)
    }
    #expect(refused?.code == .denied && refused?.hint?.arguments.first == "F3")
    try await desk.approve(id, 0)
  }

  @Test func `an edit that changes nothing leaves the approvals alone`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    let same = await fault {
      try await desk.door.perform(
        EditBroadcast(id: id, source: BroadcastDesk.message()), as: desk.editor.token)
    }
    #expect(same?.code == .invalid && same?.message.code == "broadcast.noChange")
    #expect(try await desk.status(id).approvers.count == 2)
  }

  @Test func `what is under way is not edited`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    _ = try await desk.launch(id)
    let refused = await fault {
      try await desk.door.perform(
        EditBroadcast(id: id, source: BroadcastDesk.message("Bonsoir")), as: desk.editor.token)
    }
    #expect(refused?.code == .denied && refused?.hint?.arguments.first == "F4")
  }

  @Test func `a difference names each thing that an edit changed`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.draft(BroadcastDesk.message("Un\nDeux\nTrois"))
    _ = try await desk.door.perform(
      EditBroadcast(
        id: id,
        source: BroadcastDesk.message("Un\nDeux et demi\nTrois", link: "https://a.example/"),
        targets: try BroadcastDesk.targets("region:Bretagne")), as: desk.second.token)
    let diff = try await desk.door.ask(DiffBroadcast(id: id, from: nil), as: desk.editor.token)
    #expect(diff.before?.revision == 1 && diff.after.editor == desk.second.id)
    #expect(
      diff.changes == [
        DiffBroadcast.Change(field: "text", removed: ["Deux"], added: ["Deux et demi"]),
        DiffBroadcast.Change(field: "link", removed: [], added: ["https://a.example/"]),
        DiffBroadcast.Change(field: "stores", removed: ["all"], added: ["region:Bretagne"]),
      ])
    let none = await fault {
      try await desk.door.ask(DiffBroadcast(id: id, from: 7), as: desk.editor.token)
    }
    #expect(none?.code == .notFound)
  }

  /// A random edit of the text, the link, the targets or the time of a broadcast.
  private static func edit(
    _ id: BroadcastID, _ number: Int, _ generator: inout SeededGenerator
  ) throws -> EditBroadcast {
    let word = String((0..<8).map { _ in "abcdefgh".randomElement(using: &generator) ?? "a" })
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      // One letter of the text.
      return EditBroadcast(
        id: id, source: BroadcastDesk.message("Bonjour {{store.name}} \(word)\(number)"))
    case 1:
      return EditBroadcast(
        id: id,
        source: BroadcastDesk.message(link: "https://\(word)\(number).example/"))
    case 2:
      let codes = (1...6).filter { _ in Bool.random(using: &generator) }
      let picked = codes.isEmpty ? [1] : codes
      let selector = picked.map { "store:FR-000\($0)" }.joined(separator: " | ")
      return EditBroadcast(
        id: id, source: BroadcastDesk.message("\(number) {{store.city}}"),
        targets: try BroadcastDesk.targets(selector))
    case 3:
      let day = Timestamp(clamping: 1_900_000_000_000 + Int64(number) * 60_000)
      return EditBroadcast(id: id, time: .at(.instant(day)))
    default:
      return EditBroadcast(
        id: id,
        validity: EditBroadcast.Validity(
          from: nil, until: Timestamp(clamping: 2_000_000_000_000 + Int64(number))))
    }
  }

  @Test func `two hundred random edits after an approval void it two hundred times`()
    async throws
  {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    var generator = SeededGenerator(seed: 2_025)
    var voided = 0
    for number in 0..<200 {
      let before = try await desk.status(id)
      try #require(before.broadcast.state == .approved && before.approvers.count == 2)
      let edit = try Self.edit(id, number, &generator)
      _ = try await desk.door.perform(edit, as: desk.editor.token)
      let after = try await desk.status(id)
      // The same yes as before, to the digest that was read, is refused.
      let stale = await fault {
        _ = try await desk.door.perform(SubmitBroadcast(id: id), as: desk.editor.token)
        _ = try await desk.door.perform(
          ApproveBroadcast(id: id, digest: before.broadcast.digest), as: desk.approvers[0].token)
      }
      if after.approvers.isEmpty, after.broadcast.state == .draft, stale?.code == .stale,
        after.broadcast.digest != before.broadcast.digest
      {
        voided += 1
      }
      for approver in 0..<2 { try await desk.approve(id, approver) }
    }
    #expect(voided == 200)
  }

  /// What a digest covers besides, tested without the door, since pictures cannot be sent yet.
  @Test func `two hundred random changes of pictures change what an approval binds`() {
    var generator = SeededGenerator(seed: 7)
    var digests: Set<String> = []
    for number in 0..<200 {
      let file = "photos/\(number).jpg"
      let alt = Bool.random(using: &generator) ? "photo \(number)" : nil
      var media = [MessageMedia(file: file, alt: alt)]
      if Bool.random(using: &generator) { media.append(MessageMedia(file: "b.jpg", alt: nil)) }
      let source = MessageSource(
        title: "T", media: media.shuffled(using: &generator), body: SourceText("Bonjour", line: 1))
      let posts: [PlannedPost] = []
      digests.insert(posts.digest(source: source.digest, at: nil, until: nil))
    }
    #expect(digests.count == 200)
  }
}
