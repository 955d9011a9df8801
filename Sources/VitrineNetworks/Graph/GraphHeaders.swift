/// The few headers of an answer that are looked at, by their name in lowercase.
struct GraphHeaders: Sendable {
  /// Those that carry limits, and the version that answered.
  private static let names: Set<String> = [
    "retry-after", "x-app-usage", "x-business-use-case-usage", "x-page-usage",
    "facebook-api-version",
  ]

  private var values: [String: String] = [:]

  /// Keeps what is looked at; the first of several of one name.
  init(_ headers: [(name: String, value: String)]) {
    for header in headers { add(header.name, header.value) }
  }

  /// Reads a batch member's headers, a list of `{"name","value"}`.
  init(member: JSONValue?) {
    for header in member?.array ?? [] {
      guard let name = header["name"]?.string, let value = header["value"]?.string else { continue }
      add(name, value)
    }
  }

  /// The value of that name.
  subscript(name: String) -> String? { values[name] }

  private mutating func add(_ name: String, _ value: String) {
    // Cheap first: most headers are of no interest, and there are thousands.
    guard name.utf8.count >= 11, name.utf8.count <= 25 else { return }
    let name = name.lowercased()
    if Self.names.contains(name), values[name] == nil { values[name] = value }
  }

  /// The version of Graph that answered; nil when the header is missing or holds something else.
  var servedVersion: String? {
    guard let text = values["facebook-api-version"], (2...8).contains(text.utf8.count),
      text.utf8.first == UInt8(ascii: "v"),
      text.utf8.dropFirst().allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return text
  }

  /// `Retry-After` in seconds; a date, a word or a negative number says nothing, and what is longer
  /// than a day is a day.
  var retryAfter: Int? {
    guard let text = values["retry-after"], !text.isEmpty,
      text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return min(Int(text) ?? GraphUsage.longestWait, GraphUsage.longestWait)
  }
}
