import VitrineCore
import VitrineStorage

/// Where some posts stand after a step; the keys are a contract.
package struct PostsOutput: Codable, Sendable {
  /// The posts, in the order of their submission.
  package let items: [PostOutput]

  /// Takes posts.
  package init(items: [PostOutput]) { self.items = items }

  /// The rules' findings of all of them, each once.
  package var findings: [RuleFinding] {
    var seen: Set<RuleFinding> = []
    return items.flatMap(\.findings).filter { seen.insert($0).inserted }
  }
}

/// Where a post stands, and what it says.
package struct PostOutput: Codable, Sendable {
  /// Its id.
  package let id: PostID
  /// The submission it belongs to; nil for a post of a broadcast.
  package let submission: SubmissionID?
  /// The broadcast it belongs to; nil for a store's own post.
  package let broadcast: BroadcastID?
  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// Where it stands.
  package let state: PostState
  /// Counts from 1; each change is a revision.
  package let revision: Int
  /// What an approval binds: of this post, or of the whole submission where that is for several stores.
  package let digest: String
  /// What an approval of the whole submission binds.
  package let submissionDigest: String
  /// What is said.
  package let content: PostContent
  /// What the person gave.
  package let input: PostInput
  /// The template; nil for a text of the store's own.
  package let template: String?
  /// The digest of the template's text.
  package let templateDigest: String?
  /// The entry of the calendar whose place it takes.
  package let entry: String?
  /// When it shall be public, as written.
  package let schedule: String?
  /// When it becomes public, or became so.
  package let at: Timestamp?
  /// It is not sent after this.
  package let validUntil: Timestamp?
  /// The offer that it announces.
  package let offer: Offer?
  /// Who wrote it.
  package let author: UserID
  /// Who changed it afterwards.
  package let editors: [UserID]
  /// Who has approved it.
  package let approvers: [UserID]
  /// How many approvals of others it needs.
  package let approvalsNeeded: Int
  /// Whether its submission is for several stores.
  package let isForSeveral: Bool
  /// When it was made.
  package let created: Timestamp
  /// The network's id, once it is public.
  package let remoteID: RemoteID?
  /// Where visitors find it.
  package let permalink: String?
  /// Why it waits.
  package let trouble: Trouble?
  /// Since when it waits because its store is frozen; nil where it does not.
  package let frozenSince: Timestamp?
  /// Its hour before it made room for something else; nil where it did not.
  package let movedFrom: Timestamp?
  /// For what it made room.
  package let movedBecause: Message?
  /// What a person wants of it and a worker has not done yet: `cancel` or `takedown`.
  package let ending: String?
  /// What the rules say of it.
  package let findings: [RuleFinding]

  init(_ standing: PostStanding, whole: String, findings: [RuleFinding] = []) {
    let post = standing.post
    id = post.id
    submission = post.submission
    broadcast = nil
    store = post.store
    network = post.network
    state = standing.state
    revision = post.revision
    digest = post.isForSeveral ? whole : post.digest
    submissionDigest = whole
    content = post.content
    input = post.input
    template = post.template
    templateDigest = post.templateDigest
    entry = post.entry
    schedule = post.schedule
    let delivery = post.state == .handedOver ? post.delivery : nil
    let release = delivery.flatMap { $0.releaseAt.milliseconds > 0 ? $0.releaseAt : nil }
    at = delivery == nil ? post.due : delivery?.published ?? release
    validUntil = post.validUntil
    offer = post.offer
    author = post.author
    editors = standing.editors.subtracting([post.author]).sorted()
    approvers = standing.approvals.map(\.user)
    approvalsNeeded = post.approvalsNeeded
    isForSeveral = post.isForSeveral
    created = post.created
    remoteID = [.published, .takenDown].contains(standing.state) ? delivery?.remoteID : nil
    permalink = delivery?.permalink
    frozenSince = delivery.flatMap { $0.waitsForFreeze ? $0.frozen : nil }
    trouble = frozenSince.map { Trouble("freeze", $0) } ?? delivery?.trouble
    movedFrom = delivery?.movedFrom
    movedBecause = delivery?.movedBecause
    ending = Self.ending(delivery?.state, delivery?.wish)
    self.findings = findings
  }

  /// A post of a broadcast, which nobody changes for one store.
  init(
    _ delivery: StoredDelivery, of author: UserID, created: Timestamp, findings: [RuleFinding] = []
  ) {
    id = delivery.post
    submission = nil
    broadcast = delivery.broadcast
    store = delivery.store
    network = delivery.network
    state = PostState(of: delivery)
    revision = delivery.edition
    digest = delivery.digest
    submissionDigest = delivery.digest
    content = delivery.content
    input = PostInput()
    template = nil
    templateDigest = nil
    entry = nil
    schedule = nil
    at = delivery.published ?? (delivery.releaseAt.milliseconds > 0 ? delivery.releaseAt : nil)
    validUntil = delivery.validUntil
    offer = nil
    self.author = author
    editors = []
    approvers = []
    approvalsNeeded = 0
    isForSeveral = true
    self.created = created
    remoteID = state == .published ? delivery.remoteID : nil
    permalink = delivery.permalink
    trouble = delivery.trouble
    frozenSince = nil
    movedFrom = nil
    movedBecause = nil
    ending = Self.ending(delivery.state, delivery.wish)
    self.findings = findings
  }

  private static func ending(_ state: DeliveryState?, _ wish: DeliveryWish?) -> String? {
    if state == .removing { return DeliveryWish.takedown.rawValue }
    return wish == .hold ? nil : wish?.rawValue
  }
}
