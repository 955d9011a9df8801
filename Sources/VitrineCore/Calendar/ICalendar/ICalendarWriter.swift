/// Writes lines of iCalendar: CRLF, folded at 75 octets (RFC 5545 3.1).
struct ICalendarWriter: Sendable {
  /// The longest line in octets, without its end.
  static let longestLine = 75

  /// The bytes written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a property whose value is in its form already.
  mutating func write(_ name: String, _ value: String) { write(name, [], value) }

  /// Writes one with parameters.
  mutating func write(
    _ name: String, _ parameters: [(name: String, value: String)], _ value: String
  ) {
    let head = parameters.reduce(name) {
      "\($0);\($1.name)=\(ICalendarText.parameter($1.value))"
    }
    fold("\(head):\(value)")
  }

  /// Writes a property that is a text.
  mutating func write(_ name: String, text: String) { write(name, ICalendarText.escaped(text)) }

  /// Writes a component around what is written inside of it.
  mutating func write(component name: String, _ body: (inout ICalendarWriter) -> Void) {
    write("BEGIN", name)
    body(&self)
    write("END", name)
  }

  /// A line is cut between scalars only: a reader that decodes line by line must not see half a one.
  private mutating func fold(_ line: String) {
    var taken = 0
    for scalar in line.unicodeScalars {
      // Each form of a value has dropped these; a line that holds one would be two.
      if ICalendarText.isControl(scalar) || ICalendarText.isSeparator(scalar) { continue }
      let own = UTF8.width(scalar)
      if taken + own > Self.longestLine {
        bytes += "\r\n ".utf8
        taken = 1
      }
      bytes += UTF8.encode(scalar).map(Array.init) ?? []
      taken += own
    }
    bytes += "\r\n".utf8
  }
}
