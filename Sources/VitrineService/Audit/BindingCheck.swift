import VitrineCore
import VitrineStorage

/// Checks what lies outside the tree and is bound by it: names, free texts, kept checkpoints.
///
/// Keeps a hash a person and a number a checkpoint, so its memory grows with those and not with the
/// log.
struct BindingCheck {
  /// The last identity that a record binds to each account.
  private var identities: [String: (commitment: String, index: Int)] = [:]
  /// The sizes that records of signing name as kept at that time.
  private var keptThen: Set<Int> = []

  /// Looks at a record that stands in its place.
  mutating func look(at leaf: StoredLeaf, _ transaction: any Transaction) throws {
    let action = leaf.columns.action
    // Bytes, not letters: and only the few records that can bind anything are read whole.
    let isPerson = action.utf8.starts(with: "user.".utf8)
    guard isPerson || action == Action.auditVerify.rawValue,
      let record = try? AuditRecord(bytes: leaf.bytes), record.result == .success
    else { return }
    if isPerson, case .string(let commitment)? = record.detail["identity"],
      let account = record.object?.type == "user" ? record.object?.id : record.target?.id
    {
      identities[account] = (commitment, leaf.index)
    }
    if case .integer(let size)? = record.detail["previous"], record.object?.type == "checkpoint" {
      keptThen.insert(Int(clamping: size))
    }
  }

  /// Compares with the tables as they are; what was erased cannot be compared and is no finding.
  mutating func finish(
    _ transaction: any Transaction, keptSizes: Set<Int>
  ) throws -> [AuditFinding] {
    var findings = keptThen.subtracting(keptSizes).sorted().map {
      AuditFinding.lostCheckpoint(size: $0)
    }
    let bound = identities
    try transaction.forEachIdentity { account, name, email, salt in
      guard let (commitment, index) = bound[account] else {
        findings.append(.unboundIdentity(account: account))
        return
      }
      if PersonName.commitment(name, email: email, salt: salt) != commitment {
        findings.append(.identity(account: account, index: index))
      }
    }
    try transaction.forEachPrivateText { index, text in
      guard let record = try transaction.record(at: index),
        case .string(let commitment)? = (try? AuditRecord(bytes: record.bytes))?.detail["reason"],
        commitment == text.commitment
      else {
        findings.append(.text(index: index))
        return
      }
    }
    return findings
  }
}
