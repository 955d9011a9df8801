/// Follows the codes of a GIF's compressed pixels without keeping a pixel.
///
/// Only this says where they end: a damaged length could hide a comment behind them.
enum GIFPixels {
  /// How many bytes the codes take; `nil` when they are no codes, or not of this many pixels.
  static func length(_ data: [UInt8], codeSize: Int, pixels: Int) -> Int? {
    let (clear, end) = (1 << codeSize, (1 << codeSize) + 1)
    var lengths = [Int](repeating: 1, count: 4096)
    var (next, size) = (end + 1, codeSize + 1)
    var previous: Int?
    var found = 0
    var (window, bits, position) = (0, 0, 0)
    while true {
      while bits < size {
        // Some programs leave the last code out.
        guard position < data.count else { return found == pixels ? position : nil }
        window |= Int(data[position]) << bits
        position += 1
        bits += 8
      }
      let code = window & ((1 << size) - 1)
      window >>= size
      bits -= size
      if code == clear {
        (next, size, previous) = (end + 1, codeSize + 1, nil)
        continue
      }
      if code == end { return found == pixels ? position : nil }
      let length: Int
      if let previous {
        guard code < next || (code == next && next < 4096) else { return nil }
        length = code == next ? previous + 1 : lengths[code]
        if next < 4096 {
          lengths[next] = previous + 1
          next += 1
          if next == 1 << size, size < 12 { size += 1 }
        }
      } else {
        guard code < clear else { return nil }
        length = 1
      }
      found += length
      guard found <= pixels else { return nil }
      previous = length
    }
  }
}
