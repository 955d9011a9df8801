import VitrineCore
import VitrineStorage

/// A whole rotation, from the new key's file to the removal of the old ones.
///
/// It can be killed at any moment and is finished by running it again: the file of the new key comes
/// first, then the desk seals with it, then the tokens follow in small transactions, and the old files
/// go last, when nothing needs them. Workers go on meanwhile, since they open what either key sealed.
package struct KeyRotation: Sendable {
  private let door: Door
  private let keys: KeyFolder

  /// Makes a rotation for the keys of a folder.
  package init(_ door: Door, keys: KeyFolder) {
    self.door = door
    self.keys = keys
  }

  /// What a rotation came to.
  package struct Report: Sendable {
    /// The key under which tokens are sealed now.
    package var version: Int
    /// Whether it took up one that had been interrupted.
    package var isResumed = false
    /// Tokens of pages that were sealed anew.
    package var pages = 0
    /// Tokens of connections that were sealed anew.
    package var connections = 0
    /// Tokens that cannot be opened; their pages are to be connected again.
    package var unreadable: [ResealTokens.Unreadable] = []
    /// The versions of the keys whose files were removed.
    package var removed: [Int] = []
  }

  /// Makes the file of the next key, and stops there, so that it can be brought to other machines
  /// before any token needs it; returns its version.
  ///
  /// One that is there already and not yet in use is the next one.
  package func prepare(as credential: Secret) async throws -> Int {
    let next = try await door.perform(PrepareKeyRotation(), as: credential)
    try keys.createKey(next, random: door.desk.random)
    return next
  }

  /// Rotates, or finishes what was begun.
  ///
  /// `pause` is called between two steps; a test kills the rotation there.
  package func run(
    as credential: Secret, limit: Int = 100,
    pause: @Sendable () async throws -> Void = {}
  ) async throws -> Report {
    let present = try await door.desk.database.read { transaction in
      (
        version: try transaction.sealingVersion(),
        old: try transaction.countSealed(before: try transaction.sealingVersion())
      )
    }
    let files = try keys.versions()
    let isOpen =
      present.old.pages + present.old.connections > 0 || files.contains { $0 < present.version }
    var report = Report(version: present.version, isResumed: isOpen)
    if !isOpen {
      report.version = try await prepare(as: credential)
      try await pause()
      _ = try await door.perform(BeginKeyRotation(version: report.version), as: credential)
    }
    try await pause()
    var after: PageID?
    var afterConnection: String?
    while true {
      let step = try await door.perform(
        ResealTokens(after: after, afterConnection: afterConnection, limit: limit), as: credential)
      report.pages += step.pages
      report.connections += step.connections
      report.unreadable += step.unreadable
      (after, afterConnection) = (step.after, step.afterConnection)
      try await pause()
      if step.isDone { break }
    }
    let end = try await door.perform(FinishKeyRotation(), as: credential)
    try await pause()
    guard end.left == 0 else { return report }
    for version in files.sorted() where version < end.version {
      try keys.removeKey(version)
      report.removed.append(version)
    }
    return report
  }
}

/// Asks whether the person may rotate, and records that they made a key.
package struct PrepareKeyRotation: UseCase {
  package static let action = Action.keyRotate

  /// Makes the use case.
  package init() {}

  package func run(_ prepared: Void, in context: Context) throws -> Int {
    let version = try context.transaction.sealingVersion() + 1
    context.record(
      .keyRotate, object: AuditRecord.Object(type: "key", id: "kek-\(version)"),
      state: "prepared")
    return version
  }
}
