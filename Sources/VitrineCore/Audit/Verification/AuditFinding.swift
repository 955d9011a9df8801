/// One thing that a verification of the log found wrong.
package enum AuditFinding: Hashable, Sendable {
  /// Another record than the next one came: records are missing or out of order.
  case order(expected: Int, found: Int)
  /// The bytes of a record do not have the hash that was stored with them.
  case record(index: Int)
  /// What the storage keeps beside a record, to find it by, differs from its bytes.
  case columns(index: Int)
  /// A stored subtree differs from the records below it.
  case node(level: Int, index: Int)
  /// The storage counts another number of records than it has.
  case headSize(stored: Int, counted: Int)
  /// The stored right edge of the tree does not follow from the records.
  case head(size: Int)
  /// The records do not have the root that a checkpoint promised. Up to `since`, the size of the
  /// largest checkpoint below it that agrees, they are as promised.
  case checkpoint(origin: String, size: Int, since: Int)
  /// A checkpoint promises more records than there are.
  case shorter(origin: String, size: Int, counted: Int)

  /// The first record that this speaks of; `nil` when it only names a checkpoint or the head.
  package var index: Int? {
    switch self {
    case .order(let expected, _): expected
    case .record(let index), .columns(let index): index
    case .node(let level, let index): index << level
    case .headSize(let stored, let counted): min(stored, counted)
    case .shorter(_, _, let counted): counted
    case .head, .checkpoint: nil
    }
  }

  /// The finding for people.
  package var message: Message {
    switch self {
    case .order(let expected, let found): Message("audit.found.order", expected, found)
    case .record(let index): Message("audit.found.record", index)
    case .columns(let index): Message("audit.found.columns", index)
    case .node(let level, let index):
      Message("audit.found.node", index << level, (index + 1) << level - 1)
    case .headSize(let stored, let counted): Message("audit.found.headSize", stored, counted)
    case .head(let size): Message("audit.found.head", size)
    case .checkpoint(let origin, let size, let since):
      Message("audit.found.checkpoint", origin, size, since)
    case .shorter(let origin, let size, let counted):
      Message("audit.found.shorter", origin, size, counted)
    }
  }
}
