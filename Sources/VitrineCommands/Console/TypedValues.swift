import VitrineCore
import VitrineService

/// Values that several commands take in the same form.
enum TypedValues {
  /// Reads `field=value`, each field once.
  static func fields(_ values: [String]) throws -> [String: String] {
    var fields: [String: String] = [:]
    for value in values {
      guard let equals = value.utf8.firstIndex(of: UInt8(ascii: "=")),
        equals != value.utf8.startIndex
      else {
        throw Fault(
          .usage, Message("values.form", TerminalText.excerpt(value)), subject: "--set")
      }
      let name = String(value[..<equals])
      guard fields[name] == nil else {
        throw Fault(.usage, Message("values.twice", TerminalText.excerpt(name)), subject: "--set")
      }
      fields[name] = String(value[value.utf8.index(after: equals)...])
    }
    return fields
  }

  /// A time as written in a flag.
  static func release(_ at: String?) throws -> ReleaseTime? {
    guard let at else { return nil }
    guard let time = ReleaseTime(at) else {
      throw Fault(
        .usage, Message("broadcast.badTime", TerminalText.excerpt(at)),
        hint: Message("broadcast.badTime.hint"), subject: "--at")
    }
    return time
  }
}
