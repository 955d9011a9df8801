extension AuditRecord {
  /// Reads the exact bytes of a record.
  ///
  /// Throws `corrupt` for anything that `bytes()` would not have written: an unknown key, another
  /// version, keys out of order, a space. The reader thus never shows less than what was hashed.
  package init(bytes: [UInt8]) throws {
    guard bytes.count <= Self.byteLimit else { throw unreadable("") }
    let parsed: JSON
    do {
      parsed = try JSON(bytes: bytes)
    } catch let fault as Fault {
      throw Fault(.corrupt, Message("audit.record.unreadable"), hint: fault.message)
    }
    var members = try RecordMembers(parsed, path: "")
    guard try members.integer("v") == Self.version else { throw unreadable("v") }
    id = try members.text("id")
    time = try members.value("time", Timestamp.init)
    action = try members.text("action")
    actor = try Actor(members.part("actor"))
    onBehalfOf = try members.textIfPresent("onBehalfOf").map(UserID.init(rawValue:))
    target = try members.partIfPresent("target").map(Target.init)
    object = try members.partIfPresent("object").map(Object.init)
    broadcastID = try members.textIfPresent("broadcastID").map(BroadcastID.init(rawValue:))
    result = try members.value("result", Outcome.init)
    reasonCode = try members.textIfPresent("reasonCode")
    remote = try members.partIfPresent("remote").map(Remote.init)
    requestID = try members.textIfPresent("requestID")
    source = try members.partIfPresent("source").map(Source.init)
    authors = try members.texts("authors").map(UserID.init(rawValue:))
    editors = try members.texts("editors").map(UserID.init(rawValue:))
    approvals = try members.texts("approvals")
    attempt = try members.integerIfPresent("attempt")
    previousState = try members.textIfPresent("previousState")
    state = try members.textIfPresent("state")
    detail = try members.membersIfPresent("detail")
    try members.end()
    guard json.bytes == bytes else { throw unreadable("") }
  }
}

extension AuditRecord.Actor {
  fileprivate init(_ members: RecordMembers) throws {
    var members = members
    id = UserID(try members.text("id"))
    type = try members.value("type", Kind.init)
    roles = try members.texts("roles")
    tokenID = try members.textIfPresent("tokenID").map(TokenID.init(rawValue:))
    auth = try members.textIfPresent("auth")
    try members.end()
  }
}

extension AuditRecord.Target {
  fileprivate init(_ members: RecordMembers) throws {
    var members = members
    type = try members.text("type")
    id = try members.text("id")
    store = try members.textIfPresent("store")
    try members.end()
  }
}

extension AuditRecord.Object {
  fileprivate init(_ members: RecordMembers) throws {
    var members = members
    type = try members.text("type")
    id = try members.text("id")
    sha256 = try members.textIfPresent("sha256")
    try members.end()
  }
}

extension AuditRecord.Remote {
  fileprivate init(_ members: RecordMembers) throws {
    var members = members
    network = Network(rawValue: try members.text("network"))
    postID = try members.textIfPresent("postID")
    traceID = try members.textIfPresent("traceID")
    try members.end()
  }
}

extension AuditRecord.Source {
  fileprivate init(_ members: RecordMembers) throws {
    var members = members
    client = try members.text("client")
    try members.end()
  }
}

private func unreadable(_ path: String) -> Fault {
  Fault(
    .corrupt,
    path.isEmpty ? Message("audit.record.unreadable") : Message("audit.record.badPart", path))
}

/// The members of one object of a record, taken one by one; what is left at the end is unknown.
private struct RecordMembers {
  private var rest: [String: JSON]
  private let path: String

  init(_ json: JSON, path: String) throws {
    guard case .object(let members) = json else { throw unreadable(path) }
    rest = members
    self.path = path
  }

  private func fault(_ key: String) -> Fault { unreadable(path.isEmpty ? key : "\(path).\(key)") }

  private mutating func take<Value>(_ key: String, _ read: (JSON) -> Value?) throws -> Value? {
    guard let json = rest.removeValue(forKey: key) else { return nil }
    guard let value = read(json) else { throw fault(key) }
    return value
  }

  private func required<Value>(_ value: Value?, _ key: String) throws -> Value {
    guard let value else { throw fault(key) }
    return value
  }

  mutating func textIfPresent(_ key: String) throws -> String? {
    try take(key) { if case .string(let text) = $0 { text } else { nil } }
  }

  mutating func text(_ key: String) throws -> String {
    try required(try textIfPresent(key), key)
  }

  mutating func value<Value>(_ key: String, _ read: (String) -> Value?) throws -> Value {
    try required(read(try text(key)), key)
  }

  mutating func integerIfPresent(_ key: String) throws -> Int? {
    try take(key) { if case .integer(let number) = $0 { Int(exactly: number) } else { nil } }
  }

  mutating func integer(_ key: String) throws -> Int64 {
    Int64(try required(try integerIfPresent(key), key))
  }

  mutating func membersIfPresent(_ key: String) throws -> [String: JSON] {
    try take(key) { if case .object(let members) = $0 { members } else { nil } } ?? [:]
  }

  mutating func partIfPresent(_ key: String) throws -> RecordMembers? {
    guard let json = rest.removeValue(forKey: key) else { return nil }
    return try RecordMembers(json, path: path.isEmpty ? key : "\(path).\(key)")
  }

  mutating func part(_ key: String) throws -> RecordMembers {
    try required(try partIfPresent(key), key)
  }

  mutating func texts(_ key: String) throws -> [String] {
    try take(key) { json -> [String]? in
      guard case .array(let items) = json else { return nil }
      let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
      return texts.count == items.count ? texts : nil
    } ?? []
  }

  func end() throws {
    if let unknown = rest.keys.min() { throw fault(unknown) }
  }
}
