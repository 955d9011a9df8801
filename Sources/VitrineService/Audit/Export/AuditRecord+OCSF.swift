import VitrineCore

extension AuditRecord {
  /// The kinds of events of OCSF 1.3 that our actions are, by their numbers there.
  private enum EventClass: Int64 {
    case entityManagement = 3004
    case userAccessManagement = 3005
    case apiActivity = 6003

    /// Identity & Access Management, or Application Activity.
    var category: Int64 { self == .apiActivity ? 6 : 3 }
  }

  /// The record as OCSF has it; `type_uid` is the class times 100 and the activity.
  ///
  /// What has no place there stands whole below `unmapped.record`; `metadata.sequence` is the index.
  func ocsf(index: Int, origin: String) -> JSON {
    let kind = eventClass
    let activity = activityID(kind)
    var members: [String: JSON] = [
      "activity_id": .integer(activity), "category_uid": .integer(kind.category),
      "class_uid": .integer(kind.rawValue), "type_uid": .integer(kind.rawValue * 100 + activity),
      "time": .integer(time.milliseconds), "severity_id": .integer(result == .denied ? 2 : 1),
      "status_id": .integer(statusID),
      "metadata": [
        "version": "1.3.0", "uid": .string(id), "event_code": .string(action),
        "log_name": .string(origin), "sequence": .integer(Int64(index)),
        "product": ["name": "Vitrine", "vendor_name": "Vitrine"],
      ],
      "actor": ["user": user(actor.id, isSystem: actor.type == .system)],
      "unmapped": ["record": json],
    ]
    if let reasonCode { members["status_code"] = .string(reasonCode) }
    switch kind {
    case .entityManagement:
      members["entity"] = [
        "uid": .string(object?.id ?? target?.id ?? action),
        "type": .string(object?.type ?? target?.type ?? "workspace"),
      ]
    case .userAccessManagement:
      members["user"] = user(UserID(target?.id ?? actor.id.rawValue), isSystem: false)
      members["privileges"] = .array([.string(object?.id ?? action)])
    case .apiActivity:
      members["api"] = ["operation": .string(action), "service": ["name": "vitrine"]]
      members["src_endpoint"] = ["name": .string(source?.client ?? "vitrine")]
    }
    return .object(members)
  }

  private var eventClass: EventClass {
    switch action.split(separator: ".").first {
    case "grant", "token", "access": .userAccessManagement
    case "user", "store", "page", "system", "key", "freeze": .entityManagement
    default: .apiActivity
    }
  }

  /// Create 1, read 2, update 3, delete 4, other 99; for privileges assign 1 and revoke 2.
  private func activityID(_ kind: EventClass) -> Int64 {
    let verb = action.split(separator: ".").last ?? ""
    if kind == .userAccessManagement {
      return verb.hasPrefix("create") ? 1 : verb.hasPrefix("revoke") ? 2 : 99
    }
    switch verb {
    case "create", "invite", "draft", "publish", "connect", "import", "launch": return 1
    case "read", "export", "verify", "reconcile", "report": return 2
    case "edit", "write", "amend", "enrol", "suspend", "rotate", "config", "set", "hours": return 3
    case "takedown", "cancel", "disconnect", "erase", "revoke_all": return 4
    default: return 99
    }
  }

  private var statusID: Int64 {
    switch result {
    case .success: 1
    case .failure, .denied: 2
    case .unknown: 0
    }
  }

  private func user(_ id: UserID, isSystem: Bool) -> JSON {
    ["uid": .string(id.rawValue), "type_id": .integer(isSystem ? 3 : 1)]
  }
}

extension AuditRecord {
  /// The record as the Elastic Common Schema has it; the whole stands below `vitrine.record`.
  func ecs(index: Int, origin: String) -> JSON {
    var event: [String: JSON] = [
      "action": .string(action), "dataset": "vitrine.audit", "id": .string(id), "kind": "event",
      "outcome": .string(outcome), "provider": .string(origin),
      "sequence": .integer(Int64(index)),
    ]
    if let reasonCode { event["reason"] = .string(reasonCode) }
    var labels: [String: JSON] = [:]
    labels["store"] = filterColumns.store.map { .string($0) }
    labels["broadcast"] = broadcastID.map { .string($0.rawValue) }
    let people = [actor.id.rawValue, onBehalfOf?.rawValue].compactMap(\.self)
    return [
      "@timestamp": .string(time.description), "ecs": ["version": "8.11.0"],
      "event": .object(event), "labels": .object(labels),
      "related": ["user": .array(people.map { .string($0) })],
      "user": [
        "id": .string(actor.id.rawValue), "roles": .array(actor.roles.map { .string($0) }),
      ],
      "vitrine": ["record": json],
    ]
  }

  private var outcome: String {
    switch result {
    case .success: "success"
    case .failure, .denied: "failure"
    case .unknown: "unknown"
    }
  }
}
