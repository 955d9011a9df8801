/// One thing that a verification of the log found wrong.
package enum AuditFinding: Hashable, Sendable {
  /// Another record than the next one came: records are missing or out of order.
  case order(expected: Int, found: Int)
  /// The row or line of a record cannot be read at all; nothing behind it was looked at.
  case unreadable(index: Int)
  /// The bytes of a record do not have the hash that was stored with them.
  case record(index: Int)
  /// The hash that was stored with a record is no hash.
  case leaf(index: Int)
  /// What the storage keeps beside a record, to find it by, differs from its bytes.
  case columns(index: Int)
  /// A stored subtree is missing or differs from the records below it.
  case node(level: Int, index: Int)
  /// A stored subtree covers records that are not there.
  case extraNode(level: Int, index: Int)
  /// The storage counts another number of records than it has.
  case headSize(stored: Int, counted: Int)
  /// The stored right edge of the tree does not follow from the records.
  case head(size: Int)
  /// The stored right edge of the tree cannot be read.
  case headUnreadable
  /// The records do not have the root that a checkpoint promised. Up to `since`, the size of the
  /// largest checkpoint below it that agrees, they are as promised.
  case checkpoint(origin: String, size: Int, since: Int)
  /// A checkpoint promises more records than there are.
  case shorter(origin: String, size: Int, counted: Int)
  /// A kept checkpoint cannot be read, or the columns beside its note say something else.
  case note(size: Int)
  /// The log's key, or that of a known witness, did not make the signature below a checkpoint.
  case signature(name: String, size: Int)
  /// A checkpoint that was signed is not kept any more.
  case lostCheckpoint(size: Int)
  /// The name beside an account is not the one that a record binds; the index is that record's.
  case identity(account: String, index: Int)
  /// A name stands beside an account that no record binds.
  case unboundIdentity(account: String)
  /// The free text that was given with a record is not the one that it binds.
  case text(index: Int)
  /// A file of an export says something else than the records; the difference speaks of `span`
  /// records from `index` on.
  case file(path: String, index: Int, span: Int)
  /// A file of an export is missing or cannot be read.
  case missingFile(path: String, index: Int)
  /// A file lies in an export that does not belong there.
  case strayFile(path: String)

  /// The first record that this speaks of; `nil` when it only names a checkpoint or the head.
  package var index: Int? {
    switch self {
    case .order(let expected, _): expected
    case .unreadable(let index), .record(let index), .leaf(let index), .columns(let index),
      .text(let index), .identity(_, let index), .file(_, let index, _),
      .missingFile(_, let index):
      index
    case .node(let level, let index), .extraNode(let level, let index):
      (0..<63).contains(level) && index >= 0 ? index << level : nil
    case .headSize(let stored, let counted): min(stored, counted)
    case .shorter(_, _, let counted): counted
    case .head, .headUnreadable, .checkpoint, .note, .signature, .lostCheckpoint,
      .unboundIdentity, .strayFile:
      nil
    }
  }

  /// How loosely `index` says where the first bad record is; 0 names it exactly.
  ///
  /// A changed record makes every subtree above it differ, up to one that begins with record 0. What
  /// only says that the log ends elsewhere comes behind those, and what lies beside the tree last.
  package var vagueness: Int {
    switch self {
    case .node(let level, _): level
    case .file(_, _, let span): Int.bitWidth - 1 - max(span, 1).leadingZeroBitCount
    case .headSize, .shorter: 64
    case .extraNode(let level, _): level < 0 ? 200 : 65 + min(level, 100)
    case .missingFile: 200
    case .identity, .text: 201
    default: 0
    }
  }

  /// The finding for people.
  package var message: Message {
    switch self {
    case .order(let expected, let found): Message("audit.found.order", expected, found)
    case .unreadable(let index): Message("audit.found.unreadable", index)
    case .record(let index): Message("audit.found.record", index)
    case .leaf(let index): Message("audit.found.leaf", index)
    case .columns(let index): Message("audit.found.columns", index)
    case .node(let level, let index):
      Message("audit.found.node", index << level, (index + 1) << level - 1)
    case .extraNode(let level, let index): Message("audit.found.extraNode", level, index)
    case .headSize(let stored, let counted): Message("audit.found.headSize", stored, counted)
    case .head(let size): Message("audit.found.head", size)
    case .headUnreadable: Message("audit.found.headUnreadable")
    case .checkpoint(let origin, let size, let since):
      Message("audit.found.checkpoint", origin, size, since)
    case .shorter(let origin, let size, let counted):
      Message("audit.found.shorter", origin, size, counted)
    case .note(let size): Message("audit.found.note", size)
    case .signature(let name, let size): Message("audit.found.signature", name, size)
    case .lostCheckpoint(let size): Message("audit.found.lostCheckpoint", size)
    case .identity(let account, let index): Message("audit.found.identity", account, index)
    case .unboundIdentity(let account): Message("audit.found.unboundIdentity", account)
    case .text(let index): Message("audit.found.text", index)
    case .file(let path, let index, _): Message("audit.found.file", path, index)
    case .missingFile(let path, let index): Message("audit.found.missingFile", path, index)
    case .strayFile(let path): Message("audit.found.strayFile", path)
    }
  }
}
