/// What a verification of the log came to.
package struct AuditVerdict: Hashable, Sendable {
  /// The number of records that were read.
  package let records: Int
  /// The root over them.
  package let root: Hash
  /// What is wrong, in the order in which it was met, at most `AuditVerifier.findingLimit`.
  package let findings: [AuditFinding]
  /// How many findings there were in all.
  package let findingCount: Int

  /// Whether every record is as it was written and every promise holds.
  package var isGood: Bool { findingCount == 0 }

  /// The lowest number of a record that a finding speaks of.
  package var firstBadIndex: Int? { findings.compactMap(\.index).min() }

  /// The whole verdict in a line: `verified 12 records, root …` when all is well.
  package var message: Message {
    if isGood { return Message("audit.verify.good", records, root.hex) }
    if let firstBadIndex {
      return Message("audit.verify.badFrom", records, firstBadIndex, findingCount)
    }
    return Message("audit.verify.bad", records, findingCount)
  }
}
