import VitrineCore
import VitrineStorage

/// Brings a list of people in: all of it in one transaction, or nothing and every finding.
///
/// Each grant is decided by the rules of the door as if it were made alone. Somebody who is there
/// under the same address and name stays as they are, and gets the grants of the list that they do
/// not hold; nobody is taken out.
package struct ImportPeople: UseCase {
  package static let action = Action.userInvite
  /// The list, read without findings.
  package let rows: [PeopleFile.Row]
  /// The file's name, for findings.
  package let file: String?
  /// Whether one-time codes are made; without, `user enrol` makes them later.
  package let makesCodes: Bool
  /// Only say what would change.
  package let onlyCheck: Bool

  /// Makes the use case.
  package init(rows: [PeopleFile.Row], file: String?, makesCodes: Bool, onlyCheck: Bool) {
    self.rows = rows
    self.file = file
    self.makesCodes = makesCodes
    self.onlyCheck = onlyCheck
  }

  /// How many of each, and the codes.
  package struct Output: Codable, Sendable {
    /// People who are new.
    package let created: Int
    /// People who were there and got a grant.
    package let updated: Int
    /// People who were there with all that the list gives them.
    package let unchanged: Int
    /// Grants that were made.
    package let granted: Int
    /// The one-time codes, shown once.
    package let codes: [Code]
  }

  /// A new person's one-time code.
  package struct Code: Codable, Sendable {
    /// The person.
    package let id: UserID
    /// The name.
    package let name: String
    /// The address.
    package let email: String
    /// The code.
    package let enrolment: String
  }

  /// Where each grant may be made is decided row by row.
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.anywhere)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    var plan = try PeoplePlan(file: file, context: context)
    for row in rows { try plan.add(row, in: context) }
    if plan.findings.hasErrors {
      let count = plan.findings.all.count
      if let rule = plan.refused {
        throw Refusal(
          rule: rule, action: .grantCreate, object: nil, session: context.session,
          at: context.now, findings: plan.findings.all)
      }
      throw Fault(
        .invalid, Message("people.file.rejected", file ?? "", count),
        hint: Message("people.file.rejected.hint"), subject: file,
        findings: plan.findings.all)
    }
    let codes = onlyCheck ? [] : try carryOut(plan, in: context)
    let updated = Set(plan.grants.map(\.user)).subtracting(plan.created.map(\.id)).count
    let output = Output(
      created: plan.created.count, updated: updated, unchanged: plan.known.count - updated,
      granted: plan.grants.count, codes: codes)
    context.record(
      Self.action, object: AuditRecord.Object(type: "register", id: "people"),
      state: onlyCheck ? "checked" : "imported",
      detail: [
        "created": .integer(Int64(output.created)), "updated": .integer(Int64(output.updated)),
        "unchanged": .integer(Int64(output.unchanged)),
        "granted": .integer(Int64(output.granted)), "codes": .integer(Int64(codes.count)),
      ])
    return output
  }

  private func carryOut(_ plan: PeoplePlan, in context: Context) throws -> [Code] {
    let random = context.desk.random
    let people = plan.created.map {
      (person: $0, code: makesCodes ? TokenText.make(.enrolment, random: random) : nil)
    }
    try context.invite(people)
    try context.transaction.insertGrants(plan.grants, reason: Self.reason, at: context.now)
    for grant in plan.grants { context.recordGrant(grant, reason: nil) }
    return people.compactMap { person, code in
      code.map {
        Code(
          id: person.id, name: person.name, email: person.email ?? "", enrolment: $0.exposed)
      }
    }
  }

  /// The reason of every grant of a list.
  private static let reason = "user import"
}

extension Context {
  /// Records a grant that was made.
  func recordGrant(_ grant: Grant, reason: String?) {
    var detail: [String: JSON] = [
      "role": .string(grant.role.rawValue), "scope": .string(grant.scope.description),
    ]
    if grant.from > now { detail["from"] = .string(grant.from.description) }
    if let until = grant.until { detail["until"] = .string(until.description) }
    record(
      .grantCreate, target: AuditRecord.Target(type: "user", id: grant.user.rawValue),
      object: AuditRecord.Object(type: "grant", id: grant.id.rawValue), detail: detail,
      reason: reason)
  }
}
