import VitrineCore
import VitrineStorage

extension ExchangeStep {
  /// Names in each record who wrote and approved what it is about: a publication at three in the morning
  /// is some people's word, not a worker's.
  func credited(
    _ records: [AuditRecord], _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    guard !records.isEmpty else { return [] }
    let standing = try ApprovalStanding(of: broadcast, in: transaction)
    let approvals = standing.approvals.map { "\($0.user)@sha256:\($0.digest)" }
    return records.map { record in
      var record = record
      record.authors = [broadcast.author]
      record.editors = standing.editors.subtracting([broadcast.author]).sorted()
      record.approvals = approvals
      return record
    }
  }
}
