import VitrineCore
import VitrineStorage

/// What a receipt says besides its pages: whose approvals it rests on, and what an auditor would ask.
package struct ReadReceipt: Query {
  package static let action = Action.broadcastRead
  package static let isNational = true
  /// Which broadcast.
  package let id: BroadcastID

  /// Makes the query.
  package init(id: BroadcastID) { self.id = id }

  /// A person's yes.
  package struct Approval: Sendable {
    /// The person.
    package let user: UserID
    /// The person's name, or the id where it was erased.
    package let name: String
    /// The digest that was approved.
    package let digest: String
    /// When.
    package let at: Timestamp
  }

  /// The approvals and the findings.
  package struct Output: Sendable {
    /// The name of whoever wrote it.
    package let author: String
    /// The names of the stores of the register.
    package let stores: [StoreCode: String]
    /// Every yes to the revision that went out.
    package let approvals: [Approval]
    /// Where the second approval of an urgent broadcast stands.
    package let second: SecondApproval?
    /// When it is due, or was.
    package let secondDue: Timestamp?
    /// What an auditor would ask about.
    package let findings: [Finding]
  }

  package func run(in context: ReadContext) throws -> Output {
    let transaction = context.transaction
    let broadcast = try transaction.existingBroadcast(id)
    let approvals = try transaction.approvals(of: broadcast)
    let second = SecondApproval(broadcast, approvals, at: context.now)
    var findings: [Finding] = []
    func add(_ code: String, _ arguments: [any CustomStringConvertible]) {
      let message = Message(code: "receipt.\(code)", arguments: arguments.map(\.description))
      findings.append(Finding(.warning, message, rule: "receipt.\(code)"))
    }
    let usual = try transaction.usualApprovals(before: broadcast)
    if broadcast.submitted != nil, broadcast.approvalsNeeded < usual {
      add("lowered", [broadcast.approvalsNeeded, usual])
    }
    var named: [Approval] = []
    for approval in approvals {
      let name = try transaction.account(approval.user)?.name ?? approval.user.rawValue
      named.append(
        Approval(
          user: approval.user, name: name, digest: approval.digest, at: approval.approved))
      if let maker = try transaction.onlyMaker(of: approval.user) {
        add("oneMaker", [name, try transaction.account(maker)?.name ?? maker.rawValue])
      }
    }
    switch second {
    case .open:
      add(
        "secondOpen", [broadcast.launched?.advanced(bySeconds: SecondApproval.term) ?? context.now])
    case .late:
      add(
        "secondLate", [broadcast.launched?.advanced(bySeconds: SecondApproval.term) ?? context.now])
    case .given, nil: break
    }
    return Output(
      author: try transaction.account(broadcast.author)?.name ?? broadcast.author.rawValue,
      stores: Dictionary(
        try transaction.storeOutlines().map { ($0.code, $0.name) }, uniquingKeysWith: { $1 }),
      approvals: named, second: second,
      secondDue: second == nil
        ? nil : broadcast.launched?.advanced(bySeconds: SecondApproval.term), findings: findings)
  }
}

extension Transaction {
  /// The number of approvals that one expects: the product's own, or more where the desk asked more
  /// of an earlier broadcast of the same lane.
  func usualApprovals(before broadcast: StoredBroadcast) throws -> Int {
    let standard =
      broadcast.isUrgent ? DeskRules.usualUrgentApprovals : DeskRules.usualApprovals
    guard let submitted = broadcast.submitted else { return standard }
    let earlier = try row(
      """
      SELECT MAX(approvals_needed) AS most FROM broadcast
      WHERE is_urgent = ?1 AND submitted_at < ?2 AND id <> ?3
      """, [SQLValue(broadcast.isUrgent), SQLValue(submitted), SQLValue(broadcast.id)]
    )?.optionalInteger("most")
    return max(standard, Int(earlier ?? 0))
  }

  /// Who alone made an approver out of a person within a day: created, granted and enrolled them.
  ///
  /// An administrator sees the enrolment codes and could redeem them: nothing prevents it, and so
  /// the receipt says it.
  func onlyMaker(of user: UserID) throws -> UserID? {
    guard
      let account = try row(
        "SELECT created_by, created_at FROM account WHERE id = ?1", [SQLValue(user)])
    else { return nil }
    let maker = try account.text("created_by")
    guard maker != user.rawValue else { return nil }
    let created = try account.timestamp("created_at")
    let end = created.advanced(bySeconds: 86_400)
    let roles = Role.allCases.filter { $0.actions.contains(.broadcastApprove) }
      .map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let arguments = [SQLValue(user), .text(maker), SQLValue(end)]
    let grant = try row(
      """
      SELECT 1 AS found FROM access_grant WHERE account_id = ?1 AND granted_by = ?2
        AND created_at <= ?3 AND role IN (\(roles)) LIMIT 1
      """, arguments)
    let enrolment = try row(
      """
      SELECT 1 AS found FROM enrolment WHERE account_id = ?1 AND created_by = ?2
        AND created_at <= ?3 LIMIT 1
      """, arguments)
    return grant != nil && enrolment != nil ? UserID(maker) : nil
  }
}
