import VitrineCore

/// A broadcast as stored.
package struct StoredBroadcast: Hashable, Sendable {
  /// Its id.
  package var id: BroadcastID
  /// The title that people see in lists.
  package var title: String
  /// Where it stands.
  package var state: BroadcastState
  /// Counts from 1; a later revision edits the same posts.
  package var revision: Int
  /// Counts from 1 within a revision: each change of the register that alters pages makes the next.
  package var edition: Int
  /// SHA-256 over rendered content, media and target list: what an approval binds.
  package var digest: String
  /// The message as written, as JSON.
  package var source: String
  /// The digest of the message as written.
  package var sourceDigest: String
  /// Which stores were picked, in words.
  package var selector: String
  /// Who wrote it.
  package var author: UserID
  /// Whether it goes the urgent lane.
  package var isUrgent: Bool
  /// Stores, networks, times and values as JSON: what renders it again for a changed register.
  package var recipe: String
  /// The register and the limits that its posts were rendered for.
  package var basis: String
  /// How many approvals it needs.
  package var approvalsNeeded: Int
  /// How many it must have in the end: more than it needs in the urgent lane.
  package var approvalsInFull: Int
  /// When it was created.
  package var created: Timestamp
  /// When it was submitted.
  package var submitted: Timestamp?
  /// When it becomes public; nil for as soon as it is launched.
  package var releaseAt: Timestamp?
  /// After this nothing is sent any more.
  package var validUntil: Timestamp?
  /// Who launched it.
  package var launchedBy: UserID?
  /// When it was launched.
  package var launched: Timestamp?
  /// The digest of the held pages that a person accepted to go without; of no other list.
  package var acceptedHeld: String?
  /// How many pages are released first, to see whether it works.
  package var canary: Int
  /// Whether one page goes first and the others wait for a person.
  package var isTrial: Bool
  /// The state in which it was paused.
  package var pausedFrom: BroadcastState?
  /// What it was before a correction that is not launched yet, as JSON; nil when there is none.
  package var amends: String?
  /// Why it stopped by itself; why a person paused it stands with that person's record.
  package var pauseReason: String?
  /// When the pace allows the next release.
  package var paceAt: Timestamp
  /// When the first draft was asked for.
  package var started: Timestamp?
  /// When the last page was settled.
  package var finished: Timestamp?

  /// Makes a new broadcast, a draft.
  package init(
    id: BroadcastID, title: String, digest: String, source: String, sourceDigest: String,
    selector: String, author: UserID, isUrgent: Bool, approvalsNeeded: Int, created: Timestamp,
    releaseAt: Timestamp?, validUntil: Timestamp?, recipe: String = "{}", basis: String = "",
    approvalsInFull: Int? = nil
  ) {
    self.id = id
    self.title = title
    state = .draft
    revision = 1
    edition = 1
    self.recipe = recipe
    self.basis = basis
    self.approvalsInFull = approvalsInFull ?? approvalsNeeded
    isTrial = false
    self.digest = digest
    self.source = source
    self.sourceDigest = sourceDigest
    self.selector = selector
    self.author = author
    self.isUrgent = isUrgent
    self.approvalsNeeded = approvalsNeeded
    self.created = created
    self.releaseAt = releaseAt
    self.validUntil = validUntil
    canary = 0
    paceAt = Timestamp(clamping: 0)
  }

  /// Reads a broadcast from a row with all its columns.
  package init(row: Row) throws {
    id = BroadcastID(try row.text("id"))
    title = try row.text("title")
    state = try row.value(of: "state", as: BroadcastState.self)
    revision = try row.int("revision")
    edition = try row.int("edition")
    recipe = try row.text("recipe")
    basis = try row.text("basis")
    digest = try row.text("digest")
    source = try row.text("source")
    sourceDigest = try row.text("source_digest")
    selector = try row.text("selector")
    author = UserID(try row.text("author"))
    isUrgent = try row.bool("is_urgent")
    approvalsNeeded = try row.int("approvals_needed")
    approvalsInFull = try row.int("approvals_full")
    isTrial = try row.bool("is_trial")
    created = try row.timestamp("created_at")
    submitted = try row.optionalTimestamp("submitted_at")
    releaseAt = try row.optionalTimestamp("release_at")
    validUntil = try row.optionalTimestamp("valid_until")
    launchedBy = try row.optionalText("launched_by").map(UserID.init(_:))
    launched = try row.optionalTimestamp("launched_at")
    acceptedHeld = try row.optionalText("accepted_held")
    canary = try row.int("canary")
    pausedFrom = try row.optionalText("paused_from").flatMap(BroadcastState.init(rawValue:))
    amends = try row.optionalText("amends")
    pauseReason = try row.optionalText("pause_reason")
    paceAt = try row.timestamp("pace_at")
    started = try row.optionalTimestamp("started_at")
    finished = try row.optionalTimestamp("finished_at")
  }
}
