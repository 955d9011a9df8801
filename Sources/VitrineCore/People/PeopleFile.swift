/// A list of people with their grants, as read from a CSV file, with everything that is wrong with it.
///
/// The header names `name,email,role,scope` and, if wanted, `until`, in any order. The address is how
/// a later import knows somebody again, so every row has one; a person with two grants has two rows.
/// Role and scope may both be empty: such a person is invited and holds nothing yet.
package struct PeopleFile: Sendable {
  /// The columns that the file must have.
  package static let requiredColumns = ["name", "email", "role", "scope"]

  /// A row without an error.
  package struct Row: Hashable, Sendable {
    /// The person's name.
    package let name: String
    /// The person's address.
    package let email: String
    /// What the person gets there, if anything.
    package let grant: Wish?
    /// The line in the file.
    package let line: Int
    /// Where the cells start, by column, for findings that only the desk can make.
    package let columns: [String: Int]

    /// Makes a row; places that are left out count as the first column.
    package init(
      name: String, email: String, grant: Wish?, line: Int, columns: [String: Int] = [:]
    ) {
      self.name = name
      self.email = email
      self.grant = grant
      self.line = line
      self.columns = columns
    }
  }

  /// A grant as a row asks for it.
  package struct Wish: Hashable, Sendable {
    /// Which role.
    package let role: Role
    /// Where.
    package let scope: Scope
    /// Until when; `nil` for no end.
    package let until: Timestamp?
  }

  /// The rows without an error, in the order of the file.
  package let rows: [Row]
  /// What is wrong, at most a hundred and a count.
  package let findings: FindingList

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - bytes: the CSV file.
  ///   - file: its name, for the findings.
  ///   - midnight: the instant at which a day begins where the organisation is.
  /// - Returns: the rows without an error, and the findings.
  package static func parse(
    _ bytes: [UInt8], file: String?, midnight: (CivilDate) throws -> Timestamp
  ) -> PeopleFile {
    var table = CSVReader.read(bytes, file: file)
    table.checkColumns(required: requiredColumns, optional: ["until"])
    var findings = table.findings
    guard requiredColumns.allSatisfy({ table.index(of: $0) != nil }) else {
      return PeopleFile(rows: [], findings: findings)
    }
    var rows: [Row] = []
    var people: [String: Row] = [:]
    var seen: Set<Pair> = []
    for line in table.rows {
      var reader = PeopleRowReader(table, line, file: file)
      let row = read(&reader, midnight)
      if let row {
        let key = EmailAddress.key(row.email)
        if let first = people[key], first.name != row.name {
          reader.report(Message("people.file.twoNames", row.email, first.line), in: "name")
        } else if !seen.insert(Pair(email: key, grant: row.grant)).inserted {
          reader.report(Message("people.file.twice", row.email), in: "email")
        } else {
          people[key] = people[key] ?? row
          rows.append(row)
        }
      }
      findings.add(contentsOf: reader.findings)
    }
    return PeopleFile(rows: rows, findings: findings)
  }

  private struct Pair: Hashable {
    let email: String
    let role: Role?
    let scope: Scope?

    init(email: String, grant: Wish?) {
      self.email = email
      role = grant?.role
      scope = grant?.scope
    }
  }

  private static func read(
    _ reader: inout PeopleRowReader, _ midnight: (CivilDate) throws -> Timestamp
  ) -> Row? {
    let name = reader.name()
    let email = reader.email()
    if email == "" { reader.report(Message("people.file.noEmail"), in: "email") }
    let grant = wish(&reader, midnight)
    guard !reader.findings.hasErrors, let name, let email else { return nil }
    let columns = ["name", "email", "role", "scope", "until"]
    return Row(
      name: name, email: email, grant: grant, line: reader.row.line,
      columns: Dictionary(
        uniqueKeysWithValues: columns.map { ($0, reader.position($0).column) }))
  }

  private static func wish(
    _ reader: inout PeopleRowReader, _ midnight: (CivilDate) throws -> Timestamp
  ) -> Wish? {
    guard let roleText = reader.text("role"), let scopeText = reader.text("scope"),
      let untilText = reader.text("until")
    else { return nil }
    if roleText.isEmpty && scopeText.isEmpty && untilText.isEmpty { return nil }
    let role = Role(rawValue: roleText)
    if role == nil {
      let names = Role.allCases.map(\.rawValue)
      reader.report(
        Message("grant.badRole", TerminalText.excerpt(roleText)), in: "role",
        fix: EditDistance.suggestion(for: roleText, among: names).map {
          Message("did.you.mean", $0)
        } ?? Message("grant.badRole.hint", names.joined(separator: ", ")))
    }
    let scope = Scope(scopeText)
    if scope == nil {
      reader.report(
        Message("grant.badScope", TerminalText.excerpt(scopeText)), in: "scope",
        fix: Message("grant.badScope.hint"))
    }
    var until: Timestamp?
    if !untilText.isEmpty {
      until = MessageValidity.Moment(untilText).flatMap {
        try? $0.instant(midnight: midnight)
      }
      if until == nil {
        reader.report(Message("people.file.until", TerminalText.excerpt(untilText)), in: "until")
      }
    }
    guard let role, let scope else { return nil }
    return Wish(role: role, scope: scope, until: until)
  }
}
