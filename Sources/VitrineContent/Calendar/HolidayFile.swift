import VitrineCore

/// Reads the public holidays of a workspace.
package enum HolidayFile: DaysFile {
  /// Where they stand in a workspace.
  package static let path = "calendars/holidays.yaml"
  /// The one key of the file.
  package static let key = "holidays"
  /// No holidays.
  package static let empty = HolidayCalendar.empty

  /// The holidays behind the key.
  package static func days(_ root: YAMLMapping, _ reader: inout YAMLReader) -> HolidayCalendar {
    let keys = ["checkedOn", "owner", "days"]
    guard let mapping = reader.mapping(root[key], key, allowed: keys) else { return .empty }
    let checkedOn = reader.day(mapping, "checkedOn", required: true)
    let owner = reader.text(mapping, "owner", required: true, maximum: 60)
    // A holiday without its place, and the line on which it stands first.
    var lines: [HolidayCalendar.Day: Int] = [:]
    var days: [HolidayCalendar.Day] = []
    for node in reader.lines(mapping, "days", atMost: mostLines) {
      guard let day = day(node, mapping.path("days"), &reader) else { continue }
      let same = HolidayCalendar.Day(date: day.date, name: day.name, stores: day.stores)
      if let first = lines[same] {
        reader.add(
          Message("days.twice", day.date, TerminalText.excerpt(day.name), first),
          rule: "days.twice", at: node, fix: Message("days.twice.fix"))
      } else {
        lines[same] = node.line
        days.append(day)
      }
    }
    return HolidayCalendar(checkedOn: checkedOn, owner: owner, days: days)
  }

  private static func day(
    _ node: YAMLNode, _ path: String, _ reader: inout YAMLReader
  ) -> HolidayCalendar.Day? {
    let keys = ["date", "name", "stores", "closed"]
    guard let mapping = reader.line(node, path, allowed: keys) else { return nil }
    let date = reader.day(mapping, "date", required: true)
    let name = reader.text(mapping, "name", required: true, maximum: 100)
    let stores = reader.stores(mapping)
    let isClosed = reader.bool(mapping, "closed") ?? false
    guard let date, let name, let stores else { return nil }
    return HolidayCalendar.Day(
      date: date, name: name, stores: stores.selector, isClosed: isClosed, place: stores.place)
  }
}
