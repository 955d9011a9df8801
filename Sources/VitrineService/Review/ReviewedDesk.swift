import VitrineCore
import VitrineStorage

/// The people and grants of the desk as a review looks at them: read once, then only asked.
struct ReviewedDesk {
  /// The grants that hold now or later.
  let grants: [StoredGrant]
  private let accounts: [UserID: Account]
  private let creations: [UserID: (by: UserID, at: Timestamp)]
  private let enrolments: [UserID: [StoredEnrolment]]
  private let now: Timestamp

  init(_ context: ReadContext) throws {
    let transaction = context.transaction
    now = context.now
    grants = try transaction.grantHistory().filter { $0.ending(at: context.now) == nil }
    accounts = Dictionary(
      try transaction.accounts().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    creations = try transaction.creations()
    enrolments = Dictionary(grouping: try transaction.enrolments(), by: \.user)
  }

  /// What is to be said about one grant for itself.
  func findings(on stored: StoredGrant, in context: ReadContext) throws -> [ReviewFinding] {
    let grant = stored.grant
    var found: [ReviewFinding] = []
    if grant.until == nil {
      found.append(finding(.noExpiry, stored, Message("review.noExpiry", words(grant))))
    }
    let granter = accounts[grant.grantedBy]
    if grant.grantedBy != grant.user, granter == nil || granter?.state == .suspended {
      found.append(
        finding(.granterGone, stored, Message("review.granterGone", words(grant), grant.grantedBy))
      )
    }
    if !canAct(grant.user) {
      found.append(finding(.inactivePerson, stored, Message("review.inactive", words(grant))))
    }
    if case .store(let code) = grant.scope, try isClosed(code, context) {
      found.append(finding(.closedStore, stored, Message("review.closedStore", words(grant), code)))
    }
    let limit = now.advanced(bySeconds: -90 * 86_400)
    if stored.created <= limit, grant.from <= limit,
      try !context.transaction.hasUsed(grant, since: limit)
    {
      found.append(finding(.unused, stored, Message("review.unused", words(grant))))
    }
    return found
  }

  /// Roles that exclude each other, which a grant given before the rule or by hand can leave.
  func exclusions() -> [ReviewFinding] {
    Dictionary(grouping: grants, by: \.grant.user).sorted { $0.key.rawValue < $1.key.rawValue }
      .flatMap { _, held in
        held.filter { one in
          held.contains { $0.grant.role.excluded.contains(one.grant.role) }
        }.map { finding(.exclusion, $0, Message("review.exclusion", words($0.grant))) }
      }
  }

  /// Approvers and launchers whom one person made from nothing within a day: the one who held the
  /// code could be the one who approves.
  func oneHands() -> [ReviewFinding] {
    grants.compactMap { stored in
      let grant = stored.grant
      guard
        grant.role.actions.contains(.broadcastApprove)
          || grant.role.actions.contains(.broadcastLaunch),
        let created = creations[grant.user], created.by == grant.grantedBy,
        let enrolment = enrolments[grant.user]?.last(where: {
          $0.by == created.by && isSameDay($0.created, created.at)
        }),
        isSameDay(stored.created, created.at), isSameDay(stored.created, enrolment.created)
      else { return nil }
      return finding(
        .oneHand, stored, Message("review.oneHand", words(grant), name(created.by)))
    }
  }

  /// People whom the personnel office does not know, or no longer.
  func strangers(to staff: StaffFile) -> [ReviewFinding] {
    let today = CivilDate(daysSince1970: Int(now.milliseconds / 86_400_000))
    return accounts.values.filter { $0.state != .suspended }
      .sorted { $0.id.rawValue < $1.id.rawValue }
      .compactMap { account in
        let entry = staff.entry(name: account.name, email: account.email)
        if let left = entry?.left {
          guard left < today else { return nil }
          return finding(.leftStaff, account, Message("review.left", account.name, left))
        }
        guard entry == nil else { return nil }
        return finding(.notOnStaffList, account, Message("review.notOnList", account.name))
      }
  }

  private func isSameDay(_ one: Timestamp, _ other: Timestamp) -> Bool {
    abs(one.milliseconds(since: other)) <= 86_400_000
  }

  private func canAct(_ user: UserID) -> Bool {
    switch accounts[user]?.state {
    case .active: true
    case .invited:
      enrolments[user]?.contains { $0.used == nil && now < $0.expires } ?? false
    case .suspended, nil: false
    }
  }

  private func isClosed(_ code: StoreCode, _ context: ReadContext) throws -> Bool {
    try context.transaction.place(of: code, at: now)?.isClosed ?? true
  }

  private func name(_ user: UserID) -> String { accounts[user]?.name ?? user.rawValue }

  /// A grant in a few words: the person, the role, the scope.
  private func words(_ grant: Grant) -> String {
    "\(name(grant.user)), \(grant.role.rawValue)@\(grant.scope)"
  }

  private func finding(
    _ kind: ReviewFinding.Kind, _ stored: StoredGrant, _ detail: Message
  ) -> ReviewFinding {
    var finding = ReviewFinding(
      kind, detail, fix: Message("review.fix.grant", stored.grant.id))
    finding.user = stored.grant.user
    finding.name = name(stored.grant.user)
    finding.grant = stored.grant.id
    if case .store(let code) = stored.grant.scope { finding.store = code }
    return finding
  }

  private func finding(
    _ kind: ReviewFinding.Kind, _ account: Account, _ detail: Message
  ) -> ReviewFinding {
    var finding = ReviewFinding(kind, detail, fix: Message("review.fix.user", account.id))
    finding.user = account.id
    finding.name = account.name
    return finding
  }
}

extension Transaction {
  /// Whether a person did something since then that needed a grant: the newest records first, and
  /// only as far as the first that did.
  fileprivate func hasUsed(_ grant: Grant, since: Timestamp) throws -> Bool {
    let mark = Array("\"\(grant.role.rawValue)@\(grant.scope)\"".utf8)
    var below: Int?
    while true {
      var filter = RecordFilter()
      filter.actor = grant.user
      filter.since = since
      let page = try records(filter, below: below, limit: 50)
      for record in page {
        guard let action = Action(rawValue: record.columns.action),
          grant.role.actions.contains(action), record.columns.result != "denied"
        else { continue }
        if record.bytes.firstRange(of: mark) != nil { return true }
      }
      guard page.count == 50, let last = page.last?.index else { return false }
      below = last
    }
  }
}
