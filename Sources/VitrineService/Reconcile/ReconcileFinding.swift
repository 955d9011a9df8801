import VitrineCore
import VitrineStorage

/// Something in which a page and the records disagree.
package struct ReconcileFinding: Sendable {
  /// In what they disagree; the word stands in records.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// A post that no record tells of: somebody posted around the desk.
    case unrecorded
    /// A record without its post: somebody deleted or hid it.
    case missing
    /// A post of ours that says something else now.
    case altered
  }

  /// In what they disagree.
  package let kind: Kind
  /// The page.
  package let page: StoredPage
  /// The network's id of the post.
  package let remoteID: RemoteID
  /// Our post, unless it is none of ours.
  package let post: PostID?
  /// The broadcast of our post.
  package let broadcast: BroadcastID?
  /// Where visitors find it, or found it.
  package let permalink: String?
  /// What it says, or said when it was there.
  package let text: String
  /// The passage that differs, for an altered post.
  package let change: TextChange?
  /// When it was made, as the network says.
  package let created: Timestamp?
  /// The app that made it, by the network's id.
  package let application: String?
  /// The account that made it, by the network's id.
  package let adminCreator: String?
  /// When it was noticed for the first time.
  package let noticed: Timestamp
  /// When our post was last seen as it should be.
  package let lastSeen: Timestamp?
  /// What speaks for it, in words.
  package let evidence: Message
  /// Whether no earlier look has found it.
  package let isNew: Bool

  /// The record of it: ids and digests, and none of the text.
  func record(id: String, onBehalfOf person: UserID?, at now: Timestamp) -> AuditRecord {
    var detail: [String: JSON] = ["noticedAt": .string(noticed.description)]
    if let created { detail["postedAt"] = .string(created.description) }
    if let lastSeen { detail["lastSeenAt"] = .string(lastSeen.description) }
    if let application { detail["application"] = .string(application) }
    return AuditRecord(
      id: id, time: now, action: Action.auditReconcile.rawValue,
      actor: AuditRecord.Actor(id: Reconciler.actor, type: .system, auth: "reconcile"),
      onBehalfOf: person,
      target: AuditRecord.Target(
        type: "page", id: page.id.rawValue, store: page.store.rawValue),
      object: AuditRecord.Object(
        type: "post", id: post?.rawValue ?? remoteID.rawValue,
        sha256: Hash(of: Array(text.utf8)).hex),
      broadcastID: broadcast, reasonCode: kind.rawValue,
      remote: AuditRecord.Remote(network: page.network, postID: remoteID.rawValue),
      state: kind.rawValue, detail: detail)
  }
}

/// A page that could not be compared, and why.
package struct UncheckedPage: Sendable {
  /// The page.
  package let page: StoredPage
  /// Why not.
  package let reason: Message
}

/// What a comparison came to.
package struct ReconcileReport: Sendable {
  /// From when on posts were listed.
  package let since: Timestamp
  /// How many pages were compared.
  package var checked = 0
  /// Where page and records disagree, in the order of the register.
  package var findings: [ReconcileFinding] = []
  /// The pages that could not be compared.
  package var unchecked: [UncheckedPage] = []

  /// The findings of one kind.
  package func findings(_ kind: ReconcileFinding.Kind) -> [ReconcileFinding] {
    findings.filter { $0.kind == kind }
  }

  /// Whether everything was looked at and agrees; a page that is out of use need not be looked at.
  package var isGood: Bool {
    findings.isEmpty && unchecked.allSatisfy { $0.page.state == .disconnected }
  }
}
