extension AuditRecord {
  /// Who had what to do with the record: the rows by which the log is searched for a person.
  ///
  /// Taken from the bytes alone, so that anybody can make them again and compare. A denied attempt
  /// makes nobody an author or approver of anything.
  package var people: Set<PersonEntry> {
    var entries: Set<PersonEntry> = []
    func add(_ person: UserID, _ role: PersonRole) { entries.insert(PersonEntry(person, role)) }
    if let target, target.type == "user" { add(UserID(target.id), .subject) }
    if let object, object.type == "user" { add(UserID(object.id), .subject) }
    let isPerson = actor.type == .user
    if isPerson { add(actor.id, .actor) }
    // What was done in an emergency, and the grants that allowed it, are found by the role's own name.
    if detail["ticket"] != nil { add(Self.breakglass, .actor) }
    if detail["role"] == .string(Role.breakglass.rawValue) { add(Self.breakglass, .subject) }
    guard result != .denied else { return entries }
    if isPerson, let role = Self.roles[action] { add(actor.id, role) }
    if let onBehalfOf { add(onBehalfOf, .launcher) }
    for author in authors { add(author, .author) }
    for editor in editors { add(editor, .editor) }
    for approval in approvals {
      add(
        UserID(String(decoding: approval.utf8.prefix { $0 != UInt8(ascii: "@") }, as: UTF8.self)),
        .approver)
    }
    return entries
  }

  /// Stands for the emergency role among the people that records are found by.
  package static let breakglass = UserID(Role.breakglass.rawValue)

  /// What doing something makes of a person.
  private static let roles: [String: PersonRole] = [
    Action.broadcastDraft.rawValue: .author, Action.postDraft.rawValue: .author,
    Action.broadcastEdit.rawValue: .editor, Action.postEdit.rawValue: .editor,
    Action.broadcastAmend.rawValue: .editor,
    Action.broadcastApprove.rawValue: .approver, Action.postApprove.rawValue: .approver,
    Action.calendarApprove.rawValue: .approver,
    Action.broadcastLaunch.rawValue: .launcher, Action.postPublish.rawValue: .launcher,
    Action.postSchedule.rawValue: .launcher,
  ]

  /// Whether the record says that a text became public, so that the text is kept to be found.
  ///
  /// That is a worker's record about a page. A person's record about a store says that the post was
  /// handed over, which is not yet public.
  package var isPublication: Bool {
    action == Action.postPublish.rawValue && result == .success && object?.type == "post"
      && target?.type == "page"
  }
}

extension AuditRecord.Target {
  /// The target with the store that a grant's scope names, so that the store's history finds the grant.
  package func placed(_ scope: JSON?) -> Self {
    guard type == "user", store == nil, case .string(let text)? = scope,
      case .store(let code)? = Scope(text)
    else { return self }
    var target = self
    target.store = code.rawValue
    return target
  }
}
