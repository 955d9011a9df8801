import VitrineCore

/// Reads the headers in which Graph says how much of which budget is used.
enum GraphUsage {
  /// The most entries that are believed of one answer; Graph sends up to 32 in a header.
  static let mostEntries = 64
  /// The longest header that is read, in bytes.
  static let longestHeader = 32_768
  /// A day: longer than any throttle that Graph announces.
  static let longestWait = 86_400

  /// What the headers say; a header that does not read says nothing.
  ///
  /// `page` is whose `X-Page-Usage` it is; without one that header is passed over.
  static func read(_ headers: GraphHeaders, page: RemoteID?) -> [NetworkUsage] {
    var usage: [NetworkUsage] = []
    if let value = object(headers["x-app-usage"]), let percent = percent(value) {
      usage.append(NetworkUsage(scope: .app, percent: percent, regainSeconds: regain(value)))
    }
    if let page, let value = object(headers["x-page-usage"]), let percent = percent(value) {
      usage.append(NetworkUsage(scope: .page(page), percent: percent, regainSeconds: regain(value)))
    }
    for member in object(headers["x-business-use-case-usage"])?.object ?? [] {
      guard usage.count < mostEntries else { break }
      let id = RemoteID(member.name)
      guard GraphID.isSendable(id) else { continue }
      // A page has an entry for each kind of use; the fullest is the one that stops.
      let entries = (member.value.array ?? []).compactMap { entry in
        percent(entry).map { ($0, regain(entry)) }
      }
      guard let fullest = entries.map(\.0).max(), let wait = entries.map(\.1).max() else {
        continue
      }
      usage.append(NetworkUsage(scope: .page(id), percent: fullest, regainSeconds: wait))
    }
    return usage
  }

  private static func object(_ header: String?) -> JSONValue? {
    guard let header, header.utf8.count <= longestHeader,
      let value = JSONReader.read(Array(header.utf8)), value.object != nil
    else { return nil }
    return value
  }

  /// The highest of the three figures, 0 to 1,000; `nil` when none of them is a number.
  private static func percent(_ value: JSONValue) -> Int? {
    ["call_count", "total_time", "total_cputime"]
      .compactMap { value[$0]?.clamped(to: 0...1000) }.max()
  }

  /// Graph counts minutes here.
  private static func regain(_ value: JSONValue) -> Int {
    (value["estimated_time_to_regain_access"]?.clamped(to: 0...longestWait / 60) ?? 0) * 60
  }
}
