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

  /// The number of the first record that is bad, as exactly as the findings say it.
  package var firstBadIndex: Int? {
    let placed = findings.filter { $0.index != nil }
    let least = placed.map(\.vagueness).min()
    return placed.filter { $0.vagueness == least }.compactMap(\.index).min()
  }

  /// The whole verdict in a line: `verified 12 records, root …` when all is well.
  package var message: Message {
    if isGood { return Message("audit.verify.good", records, root.hex) }
    if let firstBadIndex {
      return Message("audit.verify.badFrom", records, firstBadIndex, findingCount)
    }
    return Message("audit.verify.bad", records, findingCount)
  }
}
