import VitrineCore

/// What one person made in one go: a post for each store and network.
package struct StoredSubmission: Hashable, Sendable {
  /// Its id.
  package let id: SubmissionID
  /// Who made it.
  package let author: UserID
  /// The template; nil for a text of the person's own.
  package let template: String?
  /// The digest of the template's text when it was made.
  package let templateDigest: String?
  /// The entry of the calendar whose place it takes.
  package let entry: String?
  /// The stores as the person named them.
  package let selector: String
  /// For how many stores it is: what is for several is approved as a whole.
  package let stores: Int
  /// Whether the calendar made it, and no store.
  package let isPlanned: Bool
  /// When it was made.
  package let created: Timestamp

  /// Makes a submission.
  package init(
    id: SubmissionID, author: UserID, template: String?, templateDigest: String?, entry: String?,
    selector: String, stores: Int, isPlanned: Bool = false, created: Timestamp
  ) {
    self.isPlanned = isPlanned
    self.id = id
    self.author = author
    self.template = template
    self.templateDigest = templateDigest
    self.entry = entry
    self.selector = selector
    self.stores = stores
    self.created = created
  }
}

/// A post of a store as stored, with what its submission and its delivery say of it.
package struct StoredPost: Hashable, Sendable {
  /// Its id, which is that of its delivery too.
  package let id: PostID
  /// The submission it belongs to.
  package let submission: SubmissionID
  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// Its place in the submission.
  package let position: Int
  /// Counts from 1; each change is a revision.
  package var revision = 1
  /// Where it stands while people decide about it.
  package var state = EditorialState.draft
  /// What is said.
  package var content: PostContent
  /// What an approval of this post alone binds.
  package var digest: String
  /// The digest of the template's text that it is made from; nil for a text of the store's own.
  package var templateDigest: String?
  /// What the person gave.
  package var input: PostInput
  /// The offer that it announces.
  package var offer: Offer?
  /// When it shall be public, as written: `instant:…` or `local:…`; nil for when it is published.
  package var schedule: String?
  /// The instant of that at the store.
  package var due: Timestamp?
  /// It is not sent after this.
  package var validUntil: Timestamp?
  /// How many approvals of others it needs.
  package var approvalsNeeded: Int
  /// When it was made.
  package let created: Timestamp
  /// When it was last changed.
  package var updated: Timestamp
  /// When it was last handed over to the approvers.
  package var submitted: Timestamp?
  /// Who made the submission.
  package let author: UserID
  /// The template's id; nil for a text of the store's own.
  package let template: String?
  /// The entry of the calendar whose place it takes.
  package let entry: String?
  /// Whether the calendar made it, and no store.
  package let isPlanned: Bool
  /// Whether its submission is for several stores, and approved as a whole.
  package let isForSeveral: Bool
  /// What its delivery says, once there is one.
  package let delivery: PostDelivery?

  /// Makes a new post of a submission.
  package init(
    id: PostID, of submission: StoredSubmission, store: StoreCode, network: Network,
    position: Int, content: PostContent, digest: String, input: PostInput,
    approvalsNeeded: Int
  ) {
    self.id = id
    self.submission = submission.id
    self.store = store
    self.network = network
    self.position = position
    self.content = content
    self.digest = digest
    self.input = input
    self.approvalsNeeded = approvalsNeeded
    templateDigest = submission.templateDigest
    created = submission.created
    updated = submission.created
    author = submission.author
    template = submission.template
    entry = submission.entry
    isPlanned = submission.isPlanned
    isForSeveral = submission.stores > 1
    delivery = nil
  }

  /// Reads a post from a row of `Transaction.postColumns`.
  package init(row: Row) throws {
    id = PostID(try row.text("id"))
    submission = SubmissionID(try row.text("submission_id"))
    store = StoreCode(try row.text("store_code"))
    network = Network(rawValue: try row.text("network"))
    position = try row.int("position")
    revision = try row.int("revision")
    state = try row.value(of: "state", as: EditorialState.self)
    content = PostContent(
      text: try row.text("body"), link: try row.optionalText("link"),
      media: try row.decoded("media") ?? [])
    digest = try row.text("digest")
    templateDigest = try row.optionalText("template_digest")
    input = try row.decoded("input") ?? PostInput()
    offer = try row.decoded("offer")
    schedule = try row.optionalText("schedule")
    due = try row.optionalTimestamp("due_at")
    validUntil = try row.optionalTimestamp("valid_until")
    approvalsNeeded = try row.int("approvals_needed")
    created = try row.timestamp("created_at")
    updated = try row.timestamp("updated_at")
    submitted = try row.optionalTimestamp("submitted_at")
    author = UserID(try row.text("author"))
    template = try row.optionalText("template_id")
    entry = try row.optionalText("entry")
    isPlanned = try row.int("is_planned") == 1
    isForSeveral = try row.int("stores") > 1
    delivery = try row.optionalText("delivery_state") == nil ? nil : PostDelivery(row: row)
  }
}

/// What the delivery of a post says of it.
package struct PostDelivery: Hashable, Sendable {
  /// Where it stands.
  package let state: DeliveryState
  /// Not to be public before; the beginning of time for at once.
  package let releaseAt: Timestamp
  /// When it became public.
  package let published: Timestamp?
  /// The network's id of the draft, then of the post.
  package let remoteID: RemoteID?
  /// Where visitors find it.
  package let permalink: String?
  /// Why it waits.
  package let trouble: Trouble?
  /// Since when nobody knows how the present step ended.
  package let unknownSince: Timestamp?
  /// Whether a worker has it in hand.
  package let isInHand: Bool
  /// Who let it go.
  package let launchedBy: UserID?
  /// What a person wants of it, while a call of which nobody has the answer keeps it from being done.
  package let wish: DeliveryWish?
  /// Its hour before it made room for something else; nil where it did not.
  package let movedFrom: Timestamp?
  /// For what it made room.
  package let movedBecause: Message?
  /// Since when its store is frozen; nil where it is not.
  package let frozen: Timestamp?

  /// Whether it stays where it is because its store is frozen.
  package var waitsForFreeze: Bool {
    frozen != nil && [.ready, .staging, .staged].contains(state)
  }

  init(row: Row) throws {
    state = try row.value(of: "delivery_state", as: DeliveryState.self)
    releaseAt = try row.timestamp("release_at")
    published = try row.optionalTimestamp("published_at")
    remoteID = try row.optionalText("remote_id").map(RemoteID.init(_:))
    permalink = try row.optionalText("permalink")
    trouble = try row.optionalText("trouble").map(Trouble.init(stored:))
    unknownSince = try row.optionalTimestamp("unknown_since")
    isInHand = try row.optionalText("worker_id") != nil
    launchedBy = try row.optionalText("launched_by").map(UserID.init(_:))
    wish = try row.optionalText("wish").flatMap(DeliveryWish.init(rawValue:))
    movedFrom = try row.optionalTimestamp("moved_from")
    movedBecause = try row.optionalText("moved_because").map(Message.init(stored:))
    frozen = try row.optionalTimestamp("frozen_at")
  }
}
