/// The number of a ticket, under which somebody acts in an emergency (rule F13).
package struct Ticket: Hashable, Sendable, LosslessStringConvertible {
  /// The number as it was given.
  package let description: String

  /// Takes 1 to 64 letters, digits and `#-_./` of ASCII; `nil` for anything else, since it goes into
  /// the log, where no free text belongs.
  package init?(_ text: String) {
    guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.isGood) else { return nil }
    description = text
  }

  private static func isGood(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "#-_./".utf8.contains(byte)
    }
  }
}
