extension AuditRecord {
  /// The record as JSON; absent parts are left out rather than null.
  package var json: JSON {
    .object(
      members([
        ("v", .integer(Self.version)), ("id", .string(id)), ("time", .string(time.description)),
        ("action", .string(action)), ("actor", actor.json),
        ("onBehalfOf", text(onBehalfOf?.rawValue)), ("target", target?.json),
        ("object", object?.json), ("broadcastID", text(broadcastID?.rawValue)),
        ("result", .string(result.rawValue)), ("reasonCode", text(reasonCode)),
        ("remote", remote?.json), ("requestID", text(requestID)),
        ("source", source.map { .object(["client": .string($0.client)]) }),
        ("authors", texts(authors.map(\.rawValue))), ("editors", texts(editors.map(\.rawValue))),
        ("approvals", texts(approvals)), ("attempt", attempt.map { .integer(Int64($0)) }),
        ("previousState", text(previousState)), ("state", text(state)),
        ("detail", detail.isEmpty ? nil : .object(detail)),
      ]))
  }

  /// The exact bytes that are hashed, stored and exported: one line, sorted keys.
  ///
  /// Throws `invalid` when they are more than `byteLimit`.
  package func bytes() throws -> [UInt8] {
    let bytes = json.bytes
    guard bytes.count <= Self.byteLimit else {
      throw Fault(
        .invalid, Message("audit.record.tooLong", bytes.count, Self.byteLimit), subject: id)
    }
    return bytes
  }
}

extension AuditRecord.Actor {
  fileprivate var json: JSON {
    .object(
      members([
        ("id", .string(id.rawValue)), ("type", .string(type.rawValue)), ("roles", texts(roles)),
        ("tokenID", text(tokenID?.rawValue)), ("auth", text(auth)),
      ]))
  }
}

extension AuditRecord.Target {
  fileprivate var json: JSON {
    .object(members([("type", .string(type)), ("id", .string(id)), ("store", text(store))]))
  }
}

extension AuditRecord.Object {
  fileprivate var json: JSON {
    .object(members([("type", .string(type)), ("id", .string(id)), ("sha256", text(sha256))]))
  }
}

extension AuditRecord.Remote {
  fileprivate var json: JSON {
    .object(
      members([
        ("network", .string(network.rawValue)), ("postID", text(postID)),
        ("traceID", text(traceID)),
      ]))
  }
}

private func members(_ pairs: [(String, JSON?)]) -> [String: JSON] {
  var members: [String: JSON] = [:]
  for (key, value) in pairs { members[key] = value }
  return members
}

private func text(_ value: String?) -> JSON? { value.map(JSON.string) }

private func texts(_ values: [String]) -> JSON? {
  values.isEmpty ? nil : .array(values.map(JSON.string))
}
