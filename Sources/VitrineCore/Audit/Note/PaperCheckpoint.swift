/// A checkpoint short enough to print, sign by hand and type back: C2SP has no form for paper.
///
/// It carries no signature of a key; the pen below it is the signature. The root is 64 hexadecimal
/// digits in groups of four, in two lines, which two people can read to each other.
package struct PaperCheckpoint: Hashable, Sendable {
  /// The name of the log; `nil` when nobody typed it.
  package let origin: String?
  /// The number of records.
  package let size: Int
  /// The root over them.
  package let root: Hash

  /// Takes a checkpoint.
  package init(_ checkpoint: Checkpoint) {
    origin = checkpoint.origin
    size = checkpoint.size
    root = checkpoint.root
  }

  /// The lines to print.
  package func text(at time: Timestamp) -> String {
    let digits = Array(root.hex)
    let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }
    return """
      log  \(origin ?? "")
      time \(time)
      size \(size)
      root \(groups[..<8].joined(separator: " "))
           \(groups[8...].joined(separator: " "))

      """
  }

  /// Reads what somebody typed: the lines as printed, or just the size and the digits of the root.
  ///
  /// White space and capital letters do not matter. Throws `invalid` when the size is not one number
  /// or the root not 64 hexadecimal digits.
  package init(bytes: [UInt8]) throws {
    let malformed = Fault(
      .invalid, Message("audit.paper.malformed"), hint: Message("audit.paper.hint"))
    guard bytes.count <= 4096, let text = String(validating: bytes, as: UTF8.self) else {
      throw malformed
    }
    var words = Self.words(text)[...]
    var origin: String?
    if words.first == "log", words.count > 1 {
      origin = words[words.startIndex + 1]
      words = words.dropFirst(2)
    }
    if words.first == "time" { words = words.dropFirst(2) }
    if words.first == "size" { words = words.dropFirst() }
    guard let size = words.popFirst().flatMap({ TextLines.number($0.utf8) }) else {
      throw malformed
    }
    if words.first == "root" { words = words.dropFirst() }
    guard let root = Hash(hex: words.joined().lowercased()) else { throw malformed }
    self.origin = origin
    self.size = size
    self.root = root
  }

  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
  }
}
