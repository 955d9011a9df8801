import VitrineCore

/// One revision of a broadcast: what somebody wrote, and to whom.
package struct StoredRevision: Hashable, Sendable {
  /// The broadcast.
  package let broadcast: BroadcastID
  /// Counts from 1.
  package let revision: Int
  /// Who wrote it.
  package let editor: UserID
  /// When.
  package let written: Timestamp
  /// The digest at that moment.
  package let digest: String
  /// The message as written, as JSON.
  package let source: String
  /// Stores, networks, times and values, as JSON.
  package let recipe: String
  /// How many stores and networks it named then.
  package let targeted: Int

  /// Makes a revision.
  package init(
    broadcast: BroadcastID, revision: Int, editor: UserID, written: Timestamp, digest: String,
    source: String, recipe: String, targeted: Int
  ) {
    self.broadcast = broadcast
    self.revision = revision
    self.editor = editor
    self.written = written
    self.digest = digest
    self.source = source
    self.recipe = recipe
    self.targeted = targeted
  }

  /// Reads a revision from a row with all its columns.
  package init(row: Row) throws {
    broadcast = BroadcastID(try row.text("broadcast_id"))
    revision = try row.int("revision")
    editor = UserID(try row.text("editor"))
    written = try row.timestamp("written_at")
    digest = try row.text("digest")
    source = try row.text("source")
    recipe = try row.text("recipe")
    targeted = try row.int("targeted")
  }
}

extension Transaction {
  /// Keeps a revision for good: who wrote it never approves the broadcast.
  package func insertRevision(_ revision: StoredRevision) throws {
    try insertMany(
      into: "broadcast_revision",
      columns: [
        "broadcast_id", "revision", "editor", "written_at", "digest", "source", "recipe",
        "targeted",
      ],
      rows: [
        [
          SQLValue(revision.broadcast), SQLValue(revision.revision), SQLValue(revision.editor),
          SQLValue(revision.written), .text(revision.digest), .text(revision.source),
          .text(revision.recipe), SQLValue(revision.targeted),
        ]
      ])
  }

  /// The revisions of a broadcast, oldest first.
  package func revisions(of broadcast: BroadcastID) throws -> [StoredRevision] {
    try rows(
      "SELECT * FROM broadcast_revision WHERE broadcast_id = ?1 ORDER BY revision",
      [SQLValue(broadcast)]
    ).map(StoredRevision.init(row:))
  }

  /// Everybody who wrote a revision of a broadcast.
  package func editors(of broadcast: BroadcastID) throws -> Set<UserID> {
    Set(
      try rows(
        "SELECT DISTINCT editor FROM broadcast_revision WHERE broadcast_id = ?1",
        [SQLValue(broadcast)]
      ).map { UserID(try $0.text("editor")) })
  }
}
