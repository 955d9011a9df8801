/// Turns one row of a register into a store, and says all that is wrong with it.
struct StoreRowReader {
  let table: CSVTable
  let row: CSVTable.Row
  /// The code, once it is known to be well spelt, even when the rest of the row is wrong.
  private(set) var code: StoreCode?
  private(set) var findings: FindingList
  /// Whether to look for what was meant; not once there are so many findings that nobody sees it.
  private let suggests: Bool

  init(table: CSVTable, row: CSVTable.Row, file: String?, suggests: Bool) {
    self.table = table
    self.row = row
    self.suggests = suggests
    findings = FindingList(file: file)
  }

  mutating func read(knownTimeZones: (String) -> Bool) -> Store? {
    code = readCode()
    let name = required("name", tabs: true)
    let format = choice(StoreFormat.self, "format", default: nil)
    let address = text("address", tabs: true)
    let country = readCountry()
    let region = readRegion(country: country)
    let timeZone = readTimeZone(knownTimeZones)
    let (latitude, longitude) = readPlace()
    let mode = choice(StoreMode.self, "mode", default: .integrated)
    let opensOn = date("opensOn")
    let closesOn = date("closesOn")
    if let opensOn, let closesOn, closesOn <= opensOn {
      report("store.dates", opensOn, closesOn, in: "closesOn")
    }
    let department = readDepartment(country: country)
    let store = Store(
      code: code ?? StoreCode(""), name: name, format: format ?? .supermarket, address: address,
      postcode: text("postcode"), city: required("city"), department: department, region: region,
      country: country, latitude: latitude, longitude: longitude, timeZone: timeZone,
      mode: mode ?? .integrated, phone: text("phone"), hours: readHours(), tags: readTags(),
      opensOn: opensOn, closesOn: closesOn, extra: readExtra())
    return findings.hasErrors || code == nil ? nil : store
  }

  private mutating func readCode() -> StoreCode? {
    guard let cell = table.cell("code", of: row) else { return nil }
    do throws(StoreCodeError) {
      return try StoreCode.parse(cell.text.nfc)
    } catch {
      let fix = error.meant.map { Message("write.instead", $0) }
      findings.add(error.message, at: cell.position, fix: fix)
      return nil
    }
  }

  /// A cell by the rules of every cell: `""` when the column is absent, `nil` when it is refused.
  private mutating func checked(_ column: String, tabs: Bool) -> String? {
    guard let cell = table.cell(column, of: row) else { return "" }
    // Printable ASCII, the usual case, needs no look at its scalars.
    if cell.text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return cell.text.trimmingSpaces }
    for scalar in cell.text.unicodeScalars {
      let isAllowed =
        switch ScalarKind(scalar) {
        case .control, .separator, .directional: false
        default: scalar.value != 0x0A && (scalar.value != 0x09 || tabs)
        }
      if !isAllowed {
        findings.add(Message("store.control", scalar.name, column), at: cell.position)
        return nil
      }
    }
    return cell.text.trimmingSpaces.nfc
  }

  private mutating func text(_ column: String, tabs: Bool = false) -> String {
    checked(column, tabs: tabs) ?? ""
  }

  private mutating func required(_ column: String, tabs: Bool = false) -> String {
    guard let value = checked(column, tabs: tabs) else { return "" }
    if value.isEmpty { report("store.empty", column, in: column) }
    return value
  }

  private mutating func choice<Value>(
    _: Value.Type, _ column: String, default standard: Value?
  ) -> Value? where Value: CaseIterable & RawRepresentable<String> {
    guard let found = checked(column, tabs: false) else { return nil }
    if found.isEmpty {
      if standard == nil { report("store.empty", column, in: column) }
      return standard
    }
    if let value = Value(rawValue: found) { return value }
    let names = Value.allCases.map(\.rawValue)
    report(
      "store.choice", column, TerminalText.excerpt(found), names.joined(separator: ", "),
      in: column, fix: suggestion(for: found, among: names))
    return nil
  }

  private mutating func readCountry() -> String {
    let country = required("country")
    let isCode = country.utf8.count == 2 && country.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if !country.isEmpty, !isCode {
      report("store.country", TerminalText.excerpt(country), in: "country")
    }
    return country
  }

  private mutating func readRegion(country: String) -> String {
    let region = required("region")
    if country == "FR", !region.isEmpty, !FrenchRegion.known.contains(region) {
      report(
        "store.region", TerminalText.excerpt(region), in: "region",
        fix: suggestion(for: region, among: FrenchRegion.names))
    }
    return region
  }

  private mutating func readDepartment(country: String) -> String {
    country == "FR" ? required("department") : text("department")
  }

  private mutating func readTimeZone(_ isKnown: (String) -> Bool) -> String {
    let zone = required("timezone")
    if !zone.isEmpty, !isKnown(zone) {
      report("store.timezone", TerminalText.excerpt(zone), in: "timezone")
    }
    return zone
  }

  private mutating func readPlace() -> (Coordinate?, Coordinate?) {
    let latitude = coordinate("latitude", limit: 90)
    let longitude = coordinate("longitude", limit: 180)
    if latitude.isEmpty != longitude.isEmpty {
      report("store.place", in: latitude.isEmpty ? "latitude" : "longitude")
    }
    return (latitude.value, longitude.value)
  }

  private mutating func coordinate(
    _ column: String, limit: Int64
  ) -> (value: Coordinate?, isEmpty: Bool) {
    let found = text(column)
    if found.isEmpty { return (nil, true) }
    let value = Coordinate(found, limit: limit)
    if value == nil {
      // 46,199 with the comma of French spreadsheets is the one slip worth a suggestion.
      let dotted = String(found.map { $0 == "," ? "." : $0 })
      let fix = Coordinate(dotted, limit: limit) == nil ? nil : dotted
      let shown = TerminalText.excerpt(found)
      report("store.coordinate", column, shown, limit, in: column, fix: fix)
    }
    return (value, false)
  }

  private mutating func date(_ column: String) -> CivilDate? {
    let found = text(column)
    if found.isEmpty { return nil }
    let date = CivilDate(register: found)
    if date == nil { report("store.date", column, TerminalText.excerpt(found), in: column) }
    return date
  }

  private mutating func readHours() -> OpeningHours? {
    let found = text("hours")
    if found.isEmpty { return nil }
    do throws(OpeningHoursError) {
      return try OpeningHours.parse(found)
    } catch {
      findings.add(error.message, at: place(of: "hours"), fix: Message("hours.form"))
      return nil
    }
  }

  private mutating func readTags() -> [String] {
    let parts = text("tags").unicodeScalars.split(separator: ";")
    return Set(parts.map { String($0).trimmingSpaces }).filter { !$0.isEmpty }.sorted()
  }

  private mutating func readExtra() -> [String: String] {
    var extra: [String: String] = [:]
    for cell in table.header {
      let column = cell.text.trimmingSpaces
      guard Store.isExtraColumn(column) else { continue }
      let value = text(column, tabs: true)
      if !value.isEmpty { extra[column] = value }
    }
    return extra
  }

  private func suggestion(for word: String, among names: [String]) -> String? {
    suggests ? EditDistance.suggestion(for: word, among: names) : nil
  }

  private func place(of column: String) -> SourcePosition? {
    table.cell(column, of: row)?.position
  }

  private mutating func report(
    _ code: String, _ arguments: any CustomStringConvertible..., in column: String,
    fix: String? = nil
  ) {
    findings.add(
      Message(code: code, arguments: arguments.map(\.description)), at: place(of: column),
      fix: fix.map { Message("did.you.mean", $0) })
  }
}
