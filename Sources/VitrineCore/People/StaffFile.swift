/// The list of who works for the organisation, as the personnel office exports it.
///
/// `name,email` and, if wanted, `left`: the last day of somebody who goes or is gone. People are
/// found by their address, and by their name where the list or the desk has no address for them.
package struct StaffFile: Sendable {
  /// Somebody on the list.
  package struct Entry: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The address, or `""`.
    package let email: String
    /// The last day, if one is named.
    package let left: CivilDate?
  }

  /// The entries of the rows without an error.
  package let entries: [Entry]
  /// What is wrong, at most a hundred and a count.
  package let findings: FindingList
  private let byEmail: [String: Entry]
  private let byName: [String: Entry]

  /// Takes entries.
  package init(entries: [Entry], findings: FindingList = FindingList()) {
    self.entries = entries
    self.findings = findings
    // Somebody who left and came back is on the list twice: who is here is here.
    func present(_ one: Entry, _ other: Entry) -> Entry {
      guard let left = one.left, let otherLeft = other.left else {
        return one.left == nil ? one : other
      }
      return left < otherLeft ? other : one
    }
    byEmail = Dictionary(
      entries.filter { !$0.email.isEmpty }.map { (EmailAddress.key($0.email), $0) },
      uniquingKeysWith: present)
    byName = Dictionary(
      entries.map { (PersonName.key($0.name), $0) }, uniquingKeysWith: present)
  }

  /// Reads a list.
  package static func parse(_ bytes: [UInt8], file: String?) -> StaffFile {
    var table = CSVReader.read(bytes, file: file)
    // Such exports carry whatever the personnel office keeps; only these three matter here.
    table.checkColumns(required: ["name", "email"], optional: ["left"], isExtra: { _ in true })
    var findings = table.findings
    guard table.index(of: "name") != nil, table.index(of: "email") != nil else {
      return StaffFile(entries: [], findings: findings)
    }
    var entries: [Entry] = []
    for row in table.rows {
      var reader = PeopleRowReader(table, row, file: file)
      let name = reader.name()
      let email = reader.email()
      var left: CivilDate?
      if let text = reader.text("left"), !text.isEmpty {
        left = MessageValidity.Moment(text)?.date
        if left == nil {
          reader.report(Message("people.file.left", TerminalText.excerpt(text)), in: "left")
        }
      }
      findings.add(contentsOf: reader.findings)
      if !reader.findings.hasErrors, let name, let email {
        entries.append(Entry(name: name, email: email, left: left))
      }
    }
    return StaffFile(entries: entries, findings: findings)
  }

  /// The entry of a person of the desk, or `nil` when the list does not know them.
  package func entry(name: String, email: String?) -> Entry? {
    if let email, let found = byEmail[EmailAddress.key(email)] { return found }
    guard let found = byName[PersonName.key(name)] else { return nil }
    // Two people may have one name: an address on both sides must agree.
    return email == nil || found.email.isEmpty ? found : nil
  }
}
