import VitrineCore

/// Reads the exceptions to the hours of stores.
package enum HoursFile: DaysFile {
  /// Where they stand in a workspace.
  package static let path = "calendars/hours.yaml"
  /// The one key of the file.
  package static let key = "hours"
  /// No exceptions.
  package static let empty: [HoursException] = []

  private static let keys = ["from", "until", "weekdays", "stores", "open", "reason"]

  /// The exceptions behind the key, in the order of the file.
  package static func days(_ root: YAMLMapping, _ reader: inout YAMLReader) -> [HoursException] {
    reader.lines(root, key, atMost: mostLines).compactMap { exception($0, &reader) }
  }

  private static func exception(_ node: YAMLNode, _ reader: inout YAMLReader) -> HoursException? {
    guard let mapping = reader.line(node, key, allowed: keys) else { return nil }
    let from = reader.day(mapping, "from", required: true)
    let until = reader.day(mapping, "until")
    let weekdays = reader.weekdays(mapping)
    let stores = reader.stores(mapping)
    let spans = reader.spans(mapping)
    let reason = reader.text(mapping, "reason", required: true, maximum: 200)
    guard let from, let stores, let spans, let reason,
      until != nil || mapping["until"] == nil
    else { return nil }
    let exception = HoursException(
      from: from, until: until, weekdays: weekdays, stores: stores.selector, spans: spans,
      reason: reason, place: stores.place)
    check(exception, mapping, &reader)
    return exception
  }

  /// Whether the days are in order, not too many, and any at all.
  private static func check(
    _ exception: HoursException, _ mapping: YAMLMapping, _ reader: inout YAMLReader
  ) {
    let (from, until) = (exception.from, exception.until)
    let longest = HoursException.longest
    if from > until {
      reader.add(
        Message("days.order", until, from), rule: "days.order", at: mapping["until"],
        fix: Message("days.order.fix"))
    } else if exception.length > longest {
      reader.add(
        Message("days.long", from, until, exception.length, longest), rule: "days.long",
        at: mapping["until"], fix: Message("days.long.fix"))
    } else if let weekdays = exception.weekdays, !weekdays.isEmpty, exception.days.isEmpty {
      let names = weekdays.map(\.rawValue).joined(separator: ", ")
      let first = OpeningHours.Day(daysSince1970: from.daysSince1970)
      reader.add(
        Message("days.never", names, from, until), rule: "days.never", at: mapping["weekdays"],
        fix: Message("days.never.fix", first.rawValue))
    }
  }
}
