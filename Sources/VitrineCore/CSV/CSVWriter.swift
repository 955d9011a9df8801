/// Writes CSV as RFC 4180 asks: UTF-8, CRLF, quotes where they are needed.
package struct CSVWriter: Sendable {
  /// Whether cells that a spreadsheet would run are made harmless.
  package enum Guard: Sendable {
    /// A cell that begins with `=`, `+`, `-`, `@`, tab, CR or NUL gets an apostrophe in front
    /// (OWASP ASVS 5.0, 1.2.10). For everything that people open.
    case formulas
    /// Cells are written as they are: for a file that only programs read, and for its way back in.
    case nothing
  }

  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []
  private let guarding: Guard

  /// Makes a writer; it guards against formulas unless told otherwise.
  package init(guarding: Guard = .formulas) { self.guarding = guarding }

  /// Writes one row.
  package mutating func write(_ cells: some Collection<String>) {
    // A lone empty cell would be an empty line, which every reader skips.
    if cells.count == 1, cells.first?.isEmpty == true {
      bytes += "\"\"\r\n".utf8
      return
    }
    for (offset, cell) in cells.enumerated() {
      if offset > 0 { bytes.append(UInt8(ascii: ",")) }
      write(cell: cell)
    }
    bytes += "\r\n".utf8
  }

  private mutating func write(cell: String) {
    let isGuarded = guarding == .formulas && Self.isFormula(cell)
    let isBlank = cell.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let needsQuotes =
      (isBlank && !cell.isEmpty)
      || cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }
    if needsQuotes { bytes.append(0x22) }
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(0x22) }
  }

  /// Whether a spreadsheet might take a cell for a formula; looks at the first byte, not letter.
  package static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x00].contains(first)
  }
}
