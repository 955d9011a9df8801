/// An address of a post as a complainant holds it, in one form, with the network's ids it may name.
///
/// The same post has many addresses: `www.`, `m.` and `fr-fr.` hosts, a trailing slash, tracking
/// parameters, `PAGEID_POSTID`, `/PAGEID/posts/POSTID`, `permalink.php?story_fbid=…&id=…`. Which
/// ids an address names is only a guess until a record with that id is found.
package struct PostLink: Hashable, Sendable {
  /// The address without what does not matter: scheme, host variant, tracking, slash at the end.
  package let key: String
  /// Ids that the address spells out whole.
  package let remoteIDs: [RemoteID]
  /// Ids of a post whose page the address gives by a name only.
  package let postNumbers: [String]

  /// Reads an address; nil for a text that is none.
  package init?(_ text: String) {
    var text = text.utf8.filter { $0 > 0x20 && $0 != 0x7F }
    guard !text.isEmpty, text.count <= 2_000 else { return nil }
    if !text.indices.contains(where: { text[$0...].starts(with: "://".utf8) }) {
      text = Array("https://".utf8) + text
    }
    guard let parts = URLParts(String(decoding: text, as: UTF8.self)),
      parts.scheme == "https" || parts.scheme == "http",
      parts.host.utf8.contains(UInt8(ascii: ".")) || parts.host == "localhost"
    else { return nil }
    let rest = Rest(parts.rest)
    var key = Self.host(parts.host) + (parts.port.map { ":\($0)" } ?? "")
    for segment in rest.segments { key += "/" + segment }
    let kept = rest.query.filter { Self.meaningful.contains($0.name) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    if !kept.isEmpty {
      key += "?" + kept.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
    if Self.isNumber(rest.fragment) { key += "#" + rest.fragment }
    self.key = key
    (remoteIDs, postNumbers) = Self.ids(rest)
  }

  /// Parameters that say which post is meant; all others are tracking.
  private static let meaningful: Set<String> = ["story_fbid", "id", "fbid", "v"]

  /// The host in lower case, with the variants of the big networks as one.
  private static func host(_ text: String) -> String {
    let host = text.lowercased()
    for name in ["facebook.com", "instagram.com"] where host == name || host.hasSuffix("." + name) {
      return name
    }
    if host == "fb.com" || host == "www.fb.com" { return "facebook.com" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  private static func ids(_ rest: Rest) -> (whole: [RemoteID], numbers: [String]) {
    func value(_ name: String) -> String? {
      rest.query.first { $0.name == name && isNumber($0.value) }?.value
    }
    if let post = value("story_fbid") ?? value("fbid") {
      return (value("id").map { [RemoteID("\($0)_\(post)")] } ?? [], [post])
    }
    let segments = rest.segments
    if let pair = segments.last(where: isPair) { return ([RemoteID(pair)], []) }
    if isNumber(rest.fragment), let page = segments.last(where: isNumber) {
      return ([RemoteID("\(page)_\(rest.fragment)")], [])
    }
    guard let post = segments.last(where: isNumber), segments.count > 1 else { return ([], []) }
    let page = segments.first { isNumber($0) && $0 != post }
    return (page.map { [RemoteID("\($0)_\(post)")] } ?? [], [post])
  }

  private static func isNumber(_ text: String) -> Bool {
    (1...25).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isPair(_ text: String) -> Bool {
    let halves = text.utf8.split(
      separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return halves.count == 2
      && halves.allSatisfy { isNumber(String(decoding: $0, as: UTF8.self)) }
  }
}

/// Path, query and fragment of an address, cut at bytes.
private struct Rest {
  var segments: [String] = []
  var query: [(name: String, value: String)] = []
  var fragment = ""

  init(_ text: String) {
    var bytes = Array(text.utf8)[...]
    if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Self.text(bytes[(hash + 1)...])
      bytes = bytes[..<hash]
    }
    if let mark = bytes.firstIndex(of: UInt8(ascii: "?")) {
      for pair in bytes[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
        let halves = pair.split(
          separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { continue }
        query.append((Self.text(halves[0]), Self.text(halves[1])))
      }
      bytes = bytes[..<mark]
    }
    segments = bytes.split(separator: UInt8(ascii: "/")).map(Self.text)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
