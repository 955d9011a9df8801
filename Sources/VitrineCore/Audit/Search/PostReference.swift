/// A post as a person names it: by an address from a browser, or by the network's own id.
///
/// Facebook writes ids as `PAGE_POST`, and its addresses often name the post's half alone or a number of the
/// page that its interface does not know; so the page that the person named completes them.
package struct PostReference: Hashable, Sendable {
  /// Ids that are spelled out whole.
  private let whole: [RemoteID]
  /// Ids of which the page's half may be missing.
  private let numbers: [String]

  /// Reads an address or an id; nil for a text that is neither, or an address without any id such as one
  /// with `pfbid…`.
  package init?(_ text: String) {
    let end = text.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }
    let bytes = Array(end.reversed())
    if Self.isID(bytes) {
      let id = String(decoding: bytes, as: UTF8.self)
      let isWhole = bytes.contains(UInt8(ascii: "_"))
      whole = isWhole ? [RemoteID(id)] : []
      numbers = isWhole ? [] : [id]
      return
    }
    guard let link = PostLink(text), !link.remoteIDs.isEmpty || !link.postNumbers.isEmpty else {
      return nil
    }
    whole = link.remoteIDs
    numbers = link.postNumbers
  }

  /// The ids under which the network may know it as a post of that page, the likeliest first; empty
  /// when it names a post of another page.
  package func ids(on page: RemoteID, of network: Network) -> [RemoteID] {
    guard network == .facebook else {
      let named = whole + numbers.map { RemoteID($0) }
      return Self.once(named)
    }
    return Self.once(
      whole.filter { Self.isPost($0, of: page) } + numbers.map { RemoteID("\(page)_\($0)") })
  }

  /// Whether an id of Facebook's is that of a post on a page.
  package static func isPost(_ id: RemoteID, of page: RemoteID) -> Bool {
    id.rawValue.utf8.starts(with: "\(page)_".utf8)
  }

  private static func once(_ ids: [RemoteID]) -> [RemoteID] {
    var seen: Set<RemoteID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// Letters, digits, `_` and `-`: no address is written in these alone.
  private static func isID(_ bytes: [UInt8]) -> Bool {
    (1...100).contains(bytes.count)
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
