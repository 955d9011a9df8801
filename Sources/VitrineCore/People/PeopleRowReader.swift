/// Reads the cells of one row of a list of people: trimmed, in NFC, without control characters.
struct PeopleRowReader {
  let table: CSVTable
  let row: CSVTable.Row
  private(set) var findings: FindingList

  init(_ table: CSVTable, _ row: CSVTable.Row, file: String?) {
    self.table = table
    self.row = row
    findings = FindingList(file: file)
  }

  /// A cell; `""` when the column is absent, `nil` when it is refused.
  mutating func text(_ column: String) -> String? {
    guard let cell = table.cell(column, of: row) else { return "" }
    for scalar in cell.text.unicodeScalars {
      switch ScalarKind(scalar) {
      case .control, .separator, .directional:
        findings.add(Message("store.control", scalar.name, column), at: cell.position)
        return nil
      default:
        guard scalar.value != 0x0A, scalar.value != 0x09 else {
          findings.add(Message("store.control", scalar.name, column), at: cell.position)
          return nil
        }
      }
    }
    return cell.text.trimmingSpaces.nfc
  }

  /// Where a cell stands.
  func position(_ column: String) -> SourcePosition {
    table.cell(column, of: row)?.position ?? SourcePosition(line: row.line, column: 1)
  }

  /// Adds a finding at a cell.
  mutating func report(_ message: Message, in column: String, fix: Message? = nil) {
    findings.add(message, at: position(column), fix: fix)
  }

  /// A name that may stand, or `nil` with a finding.
  mutating func name() -> String? {
    guard let cell = text("name") else { return nil }
    guard let name = PersonName.normal(cell) else {
      report(Message("people.name"), in: "name")
      return nil
    }
    return name
  }

  /// An address that may stand, `""` for an empty cell, or `nil` with a finding.
  mutating func email() -> String? {
    guard let email = text("email") else { return nil }
    guard email.isEmpty || EmailAddress.isPlausible(email) else {
      report(Message("people.email"), in: "email")
      return nil
    }
    return email
  }
}
