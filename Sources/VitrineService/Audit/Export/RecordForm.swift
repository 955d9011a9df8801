import VitrineCore

/// The forms in which records go to other programs, a line or row each.
///
/// They are for reading: nothing in them is proven, and they hold no name, as the records do not.
package enum RecordForm: String, CaseIterable, Codable, Sendable {
  /// For a spreadsheet; cells that would run as formulas are made harmless.
  case csv
  /// Open Cybersecurity Schema Framework 1.3: Entity Management (3004), User Access Management
  /// (3005) and API Activity (6003), JSON a line.
  case ocsf
  /// Elastic Common Schema 8.11, JSON a line.
  case ecs

  /// The columns of the CSV form; a contract.
  package static let columns = [
    "index", "time", "action", "result", "reasonCode", "actor", "actorType", "roles",
    "onBehalfOf", "targetType", "target", "store", "objectType", "object", "sha256", "broadcastID",
    "network", "postID", "approvals", "attempt", "state", "requestID", "id",
  ]

  /// What stands before the first record.
  package var head: [UInt8] {
    guard self == .csv else { return [] }
    var writer = CSVWriter()
    writer.write(Self.columns)
    return writer.bytes
  }

  /// One record; throws `corrupt` for bytes that are none.
  package func line(_ bytes: [UInt8], index: Int, origin: String) throws -> [UInt8] {
    let record = try AuditRecord(bytes: bytes)
    switch self {
    case .csv:
      var writer = CSVWriter()
      writer.write(Self.cells(record, index))
      return writer.bytes
    case .ocsf: return record.ocsf(index: index, origin: origin).bytes + [0x0A]
    case .ecs: return record.ecs(index: index, origin: origin).bytes + [0x0A]
    }
  }

  private static func cells(_ record: AuditRecord, _ index: Int) -> [String] {
    let columns = record.filterColumns
    return [
      String(index), record.time.description, record.action, record.result.rawValue,
      record.reasonCode ?? "", record.actor.id.rawValue, record.actor.type.rawValue,
      record.actor.roles.joined(separator: " "), record.onBehalfOf?.rawValue ?? "",
      record.target?.type ?? "", record.target?.id ?? "", columns.store ?? "",
      record.object?.type ?? "", record.object?.id ?? "", record.object?.sha256 ?? "",
      record.broadcastID?.rawValue ?? "", record.remote?.network.rawValue ?? "",
      record.remote?.postID ?? "", record.approvals.joined(separator: " "),
      record.attempt.map(String.init) ?? "", record.state ?? "", record.requestID ?? "", record.id,
    ]
  }
}
