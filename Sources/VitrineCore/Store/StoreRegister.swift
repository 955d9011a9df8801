/// A register of stores as read from a CSV file, with everything that is wrong with the file.
///
/// The header names the columns in any order: the twelve of `requiredColumns`, any of
/// `optionalColumns`, and the retailer's own `x-…`. Rules of reading, the same for every cell:
/// spaces and no-break spaces around a cell are dropped (but not around a code, where they are
/// refused), text becomes NFC, control characters are refused; a tab may stand in the name, the
/// address and `x-…`. A cell such as `=1+1` is text like any other.
package struct StoreRegister: Sendable {
  /// The columns that a register must have.
  package static let requiredColumns = [
    "code", "name", "format", "address", "postcode", "city", "department", "region", "country",
    "latitude", "longitude", "timezone",
  ]

  /// The columns that it may have.
  package static let optionalColumns = ["mode", "phone", "hours", "tags", "opensOn", "closesOn"]

  /// The stores of the rows without an error, in the order of the file.
  package let stores: [Store]
  /// What is wrong, in the order of the file; at most a hundred and a count.
  package let findings: [Finding]

  /// Whether something is wrong that forbids the import.
  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Reads a register.
  ///
  /// - Parameters:
  ///   - bytes: the CSV file.
  ///   - file: its name, for the findings.
  ///   - limits: how large it may be.
  ///   - knownTimeZones: whether the machine knows an IANA time zone; asked once for each name.
  /// - Returns: the stores of the rows without an error, and the findings.
  package static func parse(
    _ bytes: [UInt8], file: String? = nil, limits: CSVLimits = .standard,
    knownTimeZones: (String) -> Bool
  ) -> StoreRegister {
    var table = CSVReader.read(bytes, file: file, limits: limits)
    table.checkColumns(
      required: requiredColumns, optional: optionalColumns, isExtra: Store.isExtraColumn)
    guard requiredColumns.allSatisfy({ table.index(of: $0) != nil }) else {
      return StoreRegister(stores: [], findings: table.findings.all)
    }
    var findings = table.findings
    var zones: [String: Bool] = [:]
    var lines: [StoreCode: Int] = [:]
    var stores: [Store] = []
    stores.reserveCapacity(table.rows.count)
    for row in table.rows {
      var reader = StoreRowReader(table: table, row: row, file: file, suggests: !findings.isFull)
      let store = reader.read { zone in
        if let known = zones[zone] { return known }
        let known = knownTimeZones(zone)
        zones[zone] = known
        return known
      }
      findings.add(contentsOf: reader.findings)
      guard let code = reader.code else { continue }
      if let first = lines[code] {
        let place = table.cell("code", of: row)?.position
        findings.add(Message("store.code.twice", code, first, row.line), at: place)
      } else {
        lines[code] = row.line
        if let store { stores.append(store) }
      }
    }
    return StoreRegister(stores: stores, findings: findings.all)
  }

  /// Writes stores as a register that `parse` reads back to the same values.
  ///
  /// Unguarded by default, so that the file can come back; with the guard it is for people to open.
  package static func csv(
    _ stores: [Store], guarding: CSVWriter.Guard = .nothing
  ) -> [UInt8] {
    let own = Set(stores.flatMap(\.extra.keys)).sorted()
    let columns = requiredColumns + optionalColumns + own
    var writer = CSVWriter(guarding: guarding)
    writer.write(columns)
    for store in stores {
      let cells = store.columns
      writer.write(columns.map { cells[$0] ?? "" })
    }
    return writer.bytes
  }
}
