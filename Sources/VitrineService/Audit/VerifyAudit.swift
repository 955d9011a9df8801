import VitrineCore
import VitrineStorage

/// Computes the whole log anew from its bytes, and compares it with everything that was promised.
package struct VerifyAudit: Query {
  package static let action = Action.auditVerify
  package static let isNational = true
  /// Checkpoints that somebody kept outside.
  package let kept: [KeptCheckpoint]
  /// The log's key, where it is not taken from this machine.
  package let key: NoteVerifier?
  /// The keys of witnesses whose signatures must be good.
  package let witnesses: [NoteVerifier]

  /// Makes the query.
  package init(
    kept: [KeptCheckpoint] = [], key: NoteVerifier? = nil, witnesses: [NoteVerifier] = []
  ) {
    self.kept = kept
    self.key = key
    self.witnesses = witnesses
  }

  package func run(in context: ReadContext) throws -> VerifiedLog {
    try verify(context.transaction, signer: context.desk.signer)
  }

  /// Verifies what a transaction sees, with what a signer remembers.
  func verify(
    _ transaction: any Transaction, signer: (any CheckpointSigner)?
  ) throws -> VerifiedLog {
    var promises = PromiseCheck(key: try key ?? signer?.verifier(), witnesses: witnesses)
    for stored in try transaction.storedCheckpoints() { promises.add(stored) }
    for checkpoint in kept { try promises.add(checkpoint) }
    // What the key remembers is a promise too, kept where the database's owner need not reach.
    if let last = try signer?.lastSigned() { promises.add(lastSigned: last) }
    var pass = LogPass(transaction, promises: promises)
    return try pass.run()
  }
}

/// What came out of a verification.
package struct VerifiedLog: Sendable {
  /// A signature that shows who else saw the log, and when.
  package struct Sighting: Hashable, Sendable {
    /// The witness's key.
    package let name: String
    /// How many records it saw.
    package let size: Int
    /// When, by its own clock.
    package let time: Timestamp
  }

  /// Whether all is well, and what is not.
  package let verdict: AuditVerdict
  /// The last sighting of each known witness.
  package let sightings: [Sighting]
  /// What the reader should know about how it was checked.
  package let remarks: [Message]
}
