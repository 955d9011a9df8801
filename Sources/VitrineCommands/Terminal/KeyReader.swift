/// Turns the bytes of a terminal into keys, however they are cut into pieces.
///
/// Knows UTF-8, the control characters of line editing, the sequences of ECMA-48 and xterm for the
/// keys that move (`ESC [ A`, `ESC O A`, `ESC [ 1;5C`, `ESC [ 3~`), and bracketed paste. What it does
/// not know is swallowed whole, so that no rest of a sequence is taken for an answer.
struct KeyReader {
  /// The longest paste that is kept, in bytes; the rest of it is dropped.
  static let longestPaste = 65_536

  private enum State {
    case ground
    case letter(missing: Int)
    case escape
    case sequence
    case function
    case paste
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var state = State.ground
  /// The bytes of the letter, sequence or paste that is not complete.
  private var pending: [UInt8] = []
  /// The last bytes of a paste, to find its end by.
  private var tail: [UInt8] = []

  /// The keys that the bytes complete.
  mutating func keys(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes {
      guard let key = key(byte) else { continue }
      if case .text(let more) = key, case .text(let text) = keys.last {
        keys[keys.count - 1] = .text(text + more)
      } else {
        keys.append(key)
      }
    }
    return keys
  }

  /// Whether an escape waits for what may follow: when nothing does, it was the key itself.
  var isWaiting: Bool {
    if case .escape = state { true } else { false }
  }

  /// Says that nothing more follows for now.
  mutating func settle() {
    if isWaiting { state = .ground }
  }

  private mutating func key(_ byte: UInt8) -> Key? {
    switch state {
    case .ground: return ground(byte)
    case .letter(let missing): return letter(byte, missing)
    case .escape: return escape(byte)
    case .function:
      state = .ground
      return Self.movement(byte, [])
    case .sequence: return sequence(byte)
    case .paste: return paste(byte)
    }
  }

  private mutating func ground(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x1B:
      state = .escape
      return nil
    case 0x20..<0x7F: return .text(String(Unicode.Scalar(byte)))
    case 0xC2..<0xF5:
      pending = [byte]
      state = .letter(missing: byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3)
      return nil
    default: return Self.control(byte)
    }
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .interrupt
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x0A, 0x0D: .enter
    case 0x0B: .killToEnd
    case 0x0C: .redraw
    case 0x0E: .down
    case 0x10: .up
    case 0x15: .killToStart
    case 0x17: .killWord
    default: .other
    }
  }

  private mutating func letter(_ byte: UInt8, _ missing: Int) -> Key? {
    guard byte & 0xC0 == 0x80 else {
      // A letter that was cut off; the byte begins something new.
      state = .ground
      return ground(byte)
    }
    pending.append(byte)
    guard missing == 1 else {
      state = .letter(missing: missing - 1)
      return nil
    }
    state = .ground
    return String(validating: pending, as: UTF8.self).map(Key.text) ?? .other
  }

  private mutating func escape(_ byte: UInt8) -> Key? {
    state = .ground
    switch byte {
    case UInt8(ascii: "["):
      pending = []
      state = .sequence
    case UInt8(ascii: "O"): state = .function
    case UInt8(ascii: "b"): return .wordLeft
    case UInt8(ascii: "f"): return .wordRight
    case 0x7F, 0x08: return .killWord
    case 0x1B: state = .escape
    // Ctrl-C and Enter count even behind an escape.
    case 0..<0x20: return Self.control(byte)
    default: return .other
    }
    return nil
  }

  private mutating func sequence(_ byte: UInt8) -> Key? {
    guard (0x40..<0x7F).contains(byte) else {
      // Parameters; a control character ends a sequence that went wrong.
      if byte < 0x20 {
        state = .ground
        return ground(byte)
      }
      if pending.count < 32 { pending.append(byte) }
      return nil
    }
    state = .ground
    if byte == UInt8(ascii: "~"), pending == Array("200".utf8) {
      pending = []
      tail = []
      state = .paste
      return nil
    }
    return Self.movement(byte, pending)
  }

  private static func movement(_ byte: UInt8, _ parameters: [UInt8]) -> Key {
    let isWord = parameters.contains(UInt8(ascii: ";"))
    switch byte {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return isWord ? .wordRight : .right
    case UInt8(ascii: "D"): return isWord ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "~"):
      switch String(decoding: parameters, as: UTF8.self) {
      case "1", "7": return .home
      case "4", "8": return .end
      case "3": return .delete
      default: return .other
      }
    default: return .other
    }
  }

  private mutating func paste(_ byte: UInt8) -> Key? {
    tail.append(byte)
    if tail.count > Self.pasteEnd.count {
      let first = tail.removeFirst()
      if pending.count < Self.longestPaste { pending.append(first) }
    }
    guard tail == Self.pasteEnd else { return nil }
    state = .ground
    // A paste that was cut inside a letter shows U+FFFD there, and its reader sees it.
    return .paste(String(decoding: pending, as: UTF8.self))
  }
}
