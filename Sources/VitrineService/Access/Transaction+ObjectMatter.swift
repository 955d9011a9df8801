import VitrineCore
import VitrineStorage

extension Transaction {
  /// What a question is about, as the use cases tell the door; names that nobody knows are added to
  /// the list, and the answer is nil then.
  func matter(
    of question: AccessQuestion, for action: Action, at now: Timestamp, unknown: inout [String]
  ) throws -> SubjectMatter? {
    let before = unknown.count
    var places: [AccessTarget.Place] = []
    for code in question.stores {
      if let place = try place(of: code, at: now) {
        places.append(place)
      } else {
        unknown.append(code.rawValue)
      }
    }
    var matter = SubjectMatter(action.isNational ? .national : .anywhere)
    if let object = question.object {
      if let found = try self.matter(of: object, question.user, action, at: now) {
        matter = found
      } else {
        unknown.append(object)
      }
    }
    if !places.isEmpty, !action.isAlwaysNational { matter.target = AccessTarget(places: places) }
    try name(question, in: &matter, at: now, unknown: &unknown)
    return unknown.count == before ? matter : nil
  }

  /// A grant that is named by its role and scope, to the person that is the object.
  private func name(
    _ question: AccessQuestion, in matter: inout SubjectMatter, at now: Timestamp,
    unknown: inout [String]
  ) throws {
    guard let roleName = question.role else { return }
    guard let role = Role(rawValue: roleName) else { return unknown.append(roleName) }
    let scopeName = question.scope ?? "all"
    guard let scope = Scope(scopeName) else { return unknown.append(scopeName) }
    if case .store(let code) = scope, try place(of: code, at: now) == nil {
      return unknown.append(code.rawValue)
    }
    let receiver = question.object.map(UserID.init(_:)) ?? UserID("")
    matter.target = .anywhere
    matter.delegation = try delegation(to: receiver, role, scope, at: now)
  }

  /// What an object is; nil for one that is not there.
  private func matter(
    of object: String, _ person: UserID, _ action: Action, at now: Timestamp
  ) throws -> SubjectMatter? {
    let usual = action.isNational ? AccessTarget.national : .anywhere
    switch object.split(separator: "_", maxSplits: 1).first.map(String.init) {
    case "b": return try broadcast(BroadcastID(object)).map { try matter(of: $0, action, usual) }
    case "p", "s":
      return try self.matter(
        ofPostsNamed: object, for: action, at: now, quarantine: .max)
    case "pg":
      guard
        let row = try row("SELECT store_code FROM page WHERE id = ?1", [.text(object)])
      else { return nil }
      return SubjectMatter(
        AccessTarget(places: try places(of: [StoreCode(try row.text("store_code"))], at: now)),
        object: AuditRecord.Object(type: "page", id: object))
    case "u": return try userMatter(UserID(object), person, action, usual, at: now)
    case "g":
      guard let grant = try grant(GrantID(object)) else { return nil }
      return SubjectMatter(
        .anywhere,
        delegation: try delegation(to: grant.user, grant.role, grant.scope, at: now),
        leavesNoAdministrator: action == .grantRevoke
          ? try leavesNoAdministrator(revoking: grant.id, at: now) : false,
        object: AuditRecord.Object(type: "grant", id: object))
    case "tk":
      guard let owner = try owner(of: TokenID(object)) else { return nil }
      return SubjectMatter(
        owner == person ? .own : .national, object: AuditRecord.Object(type: "token", id: object))
    default:
      return try place(of: StoreCode(object), at: now).map {
        SubjectMatter(AccessTarget(places: [$0]))
      }
    }
  }

  private func matter(
    of broadcast: StoredBroadcast, _ action: Action, _ usual: AccessTarget
  ) throws -> SubjectMatter {
    SubjectMatter(
      action == .broadcastRead ? .national : usual, broadcast: try facts(of: broadcast),
      object: broadcast.object)
  }

  private func userMatter(
    _ id: UserID, _ person: UserID, _ action: Action, _ usual: AccessTarget, at now: Timestamp
  ) throws -> SubjectMatter? {
    guard try account(id) != nil else { return nil }
    let object = AuditRecord.Object(type: "user", id: id.rawValue)
    let isOwn = id == person && Action.freeOnOneself.contains(action)
    let ends: Set<Action> = [.userSuspend, .userRevokeAll, .userErase]
    var matter = SubjectMatter(
      isOwn ? .own : usual,
      leavesNoAdministrator: ends.contains(action)
        ? try leavesNoAdministrator(without: [id], at: now) : false,
      object: object)
    if action == .grantCreate, id == person {
      // Nobody grants to themselves, whatever the role, so any role gives the answer.
      matter.delegation = try delegation(to: id, .storeContributor, .all, at: now)
    }
    return matter
  }

  private func owner(of token: TokenID) throws -> UserID? {
    try row("SELECT account_id FROM access_token WHERE id = ?1", [SQLValue(token)])
      .map { UserID(try $0.text("account_id")) }
  }
}
