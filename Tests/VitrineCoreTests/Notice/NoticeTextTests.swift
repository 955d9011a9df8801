import Testing

@testable import VitrineCore

/// What notices say, alone and many at once, and whose job a trouble is.
struct NoticeTextTests {
  private func held(_ number: Int, _ broadcast: BroadcastID? = BroadcastID("b_1")) -> Notice {
    let trouble = Trouble("token", "190/463", "expired")
    return Notice(
      to: UserID("u_1"), .held, key: "delivery:p_\(number)",
      about: Notice.Subject(type: "post", id: "p_\(number)"), broadcast: broadcast,
      store: StoreCode("FR-000\(number)"),
      Message("notice.held", "Rappel", "FR-000\(number)", "facebook"), reason: trouble.reason,
      fix: trouble.fix, at: Timestamp(clamping: 0))
  }

  @Test func `one page is named, many are counted`() {
    #expect(
      held(1).text(in: .en)
        == #""Rappel" is held at FR-0001 on facebook: the page's access has expired or was revoked "#
        + "(190/463: expired)")
    #expect(
      Notice.text(of: [held(1), held(2)], in: .fr)
        == "«\u{A0}Rappel\u{A0}» est en attente sur 2 pages\u{A0}: l'accès à la page a expiré ou a "
        + "été révoqué (190/463\u{A0}: expired)")
    #expect(
      Notice.text(of: [held(1, nil), held(2, nil)], in: .en).hasPrefix(
        "2 posts of stores are held:"))
  }

  @Test func `words of a person stand behind the sentence`() {
    let notice = Notice(
      to: UserID("u_1"), .rejected, key: "rejected:b_1",
      about: Notice.Subject(type: "broadcast", id: "b_1"), Message("notice.rejected", "Rappel"),
      words: Notice.Words(author: UserID("u_2"), body: "wrong number"), at: Timestamp(clamping: 0))
    #expect(notice.text(in: .en) == #""Rappel" was rejected – "wrong number""#)
  }

  @Test func `an id is that of the person, the event and the instant`() {
    #expect(held(1).id == held(1).id && held(1).id != held(2).id)
    #expect(held(1).id.rawValue.utf8.starts(with: "n_".utf8))
  }

  @Test func `a bundle is one event of one broadcast with one cause`() {
    #expect(held(1).bundle == held(2).bundle)
    #expect(held(1).bundle != held(1, nil).bundle)
  }

  /// The table of troubles names roles in words; a notice goes to the same.
  @Test(arguments: [
    "temporary", "token", "connection", "permission", "blocked", "person", "duplicate", "content",
    "missing", "unreadable", "noPage", "storeRemoved", "notPicked", "unapproved", "missed",
    "sameRemoteID", "vanished", "notRemoved", "launcherLeft", "frozen", "crowded",
  ])
  func `the mender is who the trouble says`(_ code: String) throws {
    let words: [String: Role] = [
      "national broadcaster": .nationalBroadcaster, "national administrator": .nationalAdmin,
      "region manager": .regionManager, "national editor": .nationalEditor,
      "approver": .approver, "store manager": .storeManager,
    ]
    let trouble = Trouble(code, "–", "–")
    let role = try #require(words[trouble.who.text(in: .en)])
    #expect(trouble.menders(ofStoresOwn: false).first == role)
  }
}
