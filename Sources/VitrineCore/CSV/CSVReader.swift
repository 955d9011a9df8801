/// Reads CSV as RFC 4180 writes it, and says everything that is not so.
///
/// Other readers pad short rows, drop fields, let the second of two equal headers win and accept a
/// quote that never closes: an import that loses a store without a word. This one guesses nothing.
/// UTF-8 with or without a byte-order mark, comma, CRLF or LF; empty lines are skipped. What a cell
/// means is not known here: nothing is trimmed, unescaped or normalized.
package struct CSVReader {
  private enum State {
    case cellStart
    case unquoted
    case quoted
    case afterQuote
  }

  private let bytes: [UInt8]
  private let limits: CSVLimits
  private var findings: FindingList
  private var header: [CSVTable.Cell] = []
  private var rows: [CSVTable.Row] = []

  private var state = State.cellStart
  private var position = SourcePosition(line: 1, column: 1)
  private var cellPosition = SourcePosition(line: 1, column: 1)
  private var rowLine = 1
  private var cell: [UInt8] = []
  private var cells: [CSVTable.Cell] = []
  private var rowIsBroken = false
  private var hasReportedCarriageReturn = false
  private var isHopeless = false
  private var cellCount = 0

  /// Reads a file that is already in memory; `file` is the name for the findings.
  package static func read(
    _ bytes: [UInt8], file: String? = nil, limits: CSVLimits = .standard
  ) -> CSVTable {
    var reader = CSVReader(bytes: bytes, limits: limits, findings: FindingList(file: file))
    reader.readAll()
    return CSVTable(header: reader.header, rows: reader.rows, findings: reader.findings)
  }

  private init(bytes: [UInt8], limits: CSVLimits, findings: FindingList) {
    self.bytes = bytes
    self.limits = limits
    self.findings = findings
  }

  private mutating func readAll() {
    guard bytes.count <= limits.bytes else {
      findings.add(Message("csv.tooLarge", bytes.count, limits.bytes), at: nil)
      return
    }
    if let (guess, offset) = TextEncoding.problem(in: bytes) {
      reportEncoding(guess, at: offset)
      return
    }
    var index = TextEncoding.withoutMark(bytes[...]).startIndex
    while index < bytes.count, rows.count <= limits.rows, !isHopeless {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), state != .quoted {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { continue }
        reportCarriageReturn()
        endRow()
      } else {
        take(byte)
      }
      advance(past: byte)
    }
    if state == .quoted, !isHopeless { report("csv.quote.open", at: cellPosition) }
    if !isHopeless, state != .cellStart || !cells.isEmpty { endRow() }
    if rows.count > limits.rows {
      rows.removeLast()
      findings.add(Message("csv.tooManyRows", limits.rows), at: position)
    }
    if header.isEmpty, !findings.hasErrors { findings.add(Message("csv.empty"), at: nil) }
  }

  private mutating func take(_ byte: UInt8) {
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")): state = .afterQuote
    case (.quoted, _): append(byte)
    case (.afterQuote, UInt8(ascii: "\"")):
      append(byte)
      state = .quoted
    case (_, UInt8(ascii: ",")): endCell()
    case (_, UInt8(ascii: "\n")): endRow()
    case (.cellStart, _):
      cellPosition = position
      state = byte == UInt8(ascii: "\"") ? .quoted : .unquoted
      if state == .unquoted { append(byte) }
    case (.unquoted, UInt8(ascii: "\"")):
      report("csv.quote.bare", at: position)
      append(byte)
    case (.unquoted, _): append(byte)
    case (.afterQuote, _):
      report("csv.quote.textAfter", at: position)
      append(byte)
      state = .unquoted
    }
  }

  /// Keeps count of lines and columns; a byte that goes on with a scalar takes no column.
  private mutating func advance(past byte: UInt8) {
    if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && state != .quoted) {
      position.line += 1
      position.column = 1
    } else if byte & 0xC0 != 0x80 {
      position.column += 1
    }
    if state == .cellStart {
      cellPosition = position
      if cells.isEmpty { rowLine = position.line }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if cell.count == limits.cellBytes {
      report("csv.cellTooLong", limits.cellBytes, at: cellPosition)
    } else {
      cell.append(byte)
    }
  }

  private mutating func endCell() {
    guard cells.count < limits.columns else {
      report("csv.tooManyColumns", limits.columns, at: cellPosition)
      isHopeless = true
      return
    }
    cells.append(CSVTable.Cell(text: String(decoding: cell, as: UTF8.self), position: cellPosition))
    cell.removeAll(keepingCapacity: true)
    state = .cellStart
    cellPosition = position
  }

  private mutating func endRow() {
    let isBlank =
      cells.isEmpty && state != .afterQuote
      && cell.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let start = rowLine
    endCell()
    defer {
      cells.removeAll(keepingCapacity: true)
      rowIsBroken = false
    }
    if isBlank, !rowIsBroken { return }
    if header.isEmpty {
      header = cells
      checkHeader()
    } else if !rowIsBroken, cells.count != header.count {
      let code = cells.count < header.count ? "csv.fields.few" : "csv.fields.many"
      let place = cells.count < header.count ? cells[0] : cells[header.count]
      findings.add(Message(code, cells.count, header.count), at: place.position)
    } else if !rowIsBroken {
      rows.append(CSVTable.Row(line: start, cells: cells))
      cellCount += cells.count
      if cellCount > limits.cells {
        report("csv.tooManyCells", limits.cells, at: position)
        isHopeless = true
      }
    }
  }

  private mutating func checkHeader() {
    if header.count == 1,
      let separator = ([";", "\t", "|"] as [Character]).first(where: header[0].text.contains)
    {
      let name = separator == "\t" ? "tab" : String(separator)
      report("csv.separator", name, at: header[0].position)
      // Every further finding would say the same.
      header = []
      isHopeless = true
      return
    }
    var seen: [String: Int] = [:]
    for (offset, cell) in header.enumerated() {
      let name = cell.text.trimmingSpaces
      if name.isEmpty {
        findings.add(Message("csv.column.empty", offset + 1), at: cell.position)
      } else if let first = seen[name] {
        findings.add(
          Message("csv.column.twice", TerminalText.excerpt(name), first + 1, offset + 1),
          at: cell.position)
      } else {
        seen[name] = offset
      }
    }
  }

  /// Reports what breaks a row, once a row.
  private mutating func report(
    _ code: String, _ argument: (any CustomStringConvertible)? = nil, at place: SourcePosition
  ) {
    guard !rowIsBroken else { return }
    rowIsBroken = true
    findings.add(Message(code: code, arguments: argument.map { [$0.description] } ?? []), at: place)
  }

  /// A carriage return alone ended lines before 2001; a file of them is reported once.
  private mutating func reportCarriageReturn() {
    guard !hasReportedCarriageReturn else { return }
    hasReportedCarriageReturn = true
    findings.add(Message("csv.carriageReturn"), at: position)
  }

  private mutating func reportEncoding(_ guess: TextEncoding.Guess, at offset: Int) {
    var place = SourcePosition(line: 1, column: 1)
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        place = SourcePosition(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    let code = guess == .unknown ? "csv.encoding.unknown" : "csv.encoding"
    findings.add(
      Message(code, guess.rawValue), at: place, fix: Message("csv.encoding.fix"))
  }
}
