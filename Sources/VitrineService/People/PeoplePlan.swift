import VitrineCore
import VitrineStorage

/// What a list of people would change, found out row by row with everything that is against it.
struct PeoplePlan {
  private(set) var created: [NewPerson] = []
  /// People of the list who were there before.
  private(set) var known: Set<UserID> = []
  private(set) var grants: [Grant] = []
  private(set) var findings: FindingList
  /// The first rule by which the door refuses a row.
  private(set) var refused: AccessRule?

  private let accounts: [String: Account]
  private let places: [StoreCode: AccessTarget.Place]
  private let regions: Set<String>
  private var people: [String: UserID] = [:]
  private var held: [UserID: [Grant]]

  init(file: String?, context: Context) throws {
    findings = FindingList(file: file)
    accounts = Dictionary(
      try context.transaction.accounts().compactMap { account in
        account.email.map { (EmailAddress.key($0), account) }
      }, uniquingKeysWith: { first, _ in first })
    let stores = try context.transaction.stores()
    places = Dictionary(
      stores.map { ($0.code, $0.place(at: context.now)) }, uniquingKeysWith: { $1 })
    regions = Set(stores.map(\.region))
    held = Dictionary(
      grouping: try context.transaction.grants().filter { $0.holds(atOrAfter: context.now) },
      by: \.user)
  }

  /// Takes a row in, or says what is against it.
  mutating func add(_ row: PeopleFile.Row, in context: Context) throws {
    guard let user = person(row, context) else { return }
    guard let wish = row.grant else { return }
    let grant = Grant(
      id: context.desk.random.identifier("g"), user: user, role: wish.role, scope: wish.scope,
      from: context.now, until: wish.until, grantedBy: context.session.user)
    if held[user, default: []].contains(where: { $0.grants(wish, at: context.now) }) { return }
    if let (message, column, fix) = objection(to: wish, context.now) {
      return report(message, row, column, fix)
    }
    let delegation = Delegation(
      receiver: user, role: wish.role, scope: wish.scope, place: place(of: wish.scope),
      held: Set(held[user, default: []].map(\.role)))
    do {
      try context.demand(
        .grantCreate,
        SubjectMatter(
          .anywhere, delegation: delegation,
          object: AuditRecord.Object(type: "user", id: user.rawValue)))
    } catch let refusal as Refusal {
      refused = refused ?? refusal.rule
      return report(refusal.fault.message, row, "role", nil)
    }
    held[user, default: []].append(grant)
    grants.append(grant)
  }

  /// The person of a row: one who is there, one of an earlier row, or a new one.
  private mutating func person(_ row: PeopleFile.Row, _ context: Context) -> UserID? {
    let key = EmailAddress.key(row.email)
    if let user = people[key] { return user }
    guard let account = accounts[key] else {
      let person = NewPerson(name: row.name, email: row.email, random: context.desk.random)
      created.append(person)
      people[key] = person.id
      return person.id
    }
    guard account.name == row.name else {
      report(Message("people.file.otherName", row.email, account.id), row, "name", nil)
      return nil
    }
    guard account.state != .suspended else {
      report(
        Message("people.isSuspended", account.id), row, "email",
        Message("people.isSuspended.hint", account.id))
      return nil
    }
    people[key] = account.id
    known.insert(account.id)
    return account.id
  }

  /// What is wrong with a grant whoever makes it: message, column and what to write instead.
  private func objection(
    to wish: PeopleFile.Wish, _ now: Timestamp
  ) -> (Message, String, Message?)? {
    if let until = wish.until, until <= now {
      return (Message("people.untilPast", until), "until", nil)
    }
    if wish.role == .breakglass { return (Message("people.file.breakglass"), "role", nil) }
    switch wish.scope {
    case .all: return nil
    case .store(let code):
      guard places[code] == nil else { return nil }
      let near =
        findings.isFull
        ? nil
        : EditDistance.suggestion(for: code.rawValue, among: places.keys.map(\.rawValue))
      return (
        Message("stores.unknown", TerminalText.excerpt(code.rawValue)), "scope",
        near.map { Message("did.you.mean", $0) }
      )
    case .region(let name): return unknown(name, among: regions)
    case .format(let name): return unknown(name, among: Set(StoreFormat.allCases.map(\.rawValue)))
    }
  }

  private func unknown(_ name: String, among known: Set<String>) -> (Message, String, Message?)? {
    guard !known.isEmpty, !known.contains(name) else { return nil }
    return (
      Message("people.scope", TerminalText.excerpt(name)), "scope",
      EditDistance.suggestion(for: name, among: known).map { Message("did.you.mean", $0) }
    )
  }

  private func place(of scope: Scope) -> AccessTarget.Place? {
    if case .store(let code) = scope { places[code] } else { nil }
  }

  private mutating func report(
    _ message: Message, _ row: PeopleFile.Row, _ column: String, _ fix: Message?
  ) {
    findings.add(
      message, at: SourcePosition(line: row.line, column: row.columns[column] ?? 1), fix: fix)
  }
}

extension Grant {
  /// Whether it gives already what a row asks for, now and for as long.
  fileprivate func grants(_ wish: PeopleFile.Wish, at now: Timestamp) -> Bool {
    guard role == wish.role, scope == wish.scope, from <= now else { return false }
    guard let until else { return true }
    return wish.until.map { $0 <= until } ?? false
  }
}
