@testable import VitrineNetworks

/// A request as it arrived.
struct ReceivedRequest: Sendable {
  /// `POST`.
  let method: String
  /// Path and query.
  let target: String
  /// The headers by lowercase name.
  let headers: [String: String]
  /// The body.
  let body: String

  /// Reads a request; `nil` while it is not whole.
  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.components(separatedBy: "\r\n\r\n", atMost: 2)
    guard parts.count == 2 else { return nil }
    let lines = parts[0].components(separatedBy: "\r\n", atMost: 200)
    let first = lines[0].split(separator: " ")
    guard first.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let pair = line.components(separatedBy: ": ", atMost: 2)
      headers[pair[0].lowercased()] = pair.count == 2 ? pair[1] : ""
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    guard parts[1].utf8.count >= length else { return nil }
    method = String(first[0])
    target = String(first[1])
    self.headers = headers
    body = parts[1]
  }

  /// The path without the query.
  var path: String { target.components(separatedBy: "?", atMost: 2)[0] }

  /// The query's values by name.
  var query: [String: String] {
    let parts = target.components(separatedBy: "?", atMost: 2)
    return parts.count == 2 ? Self.form(parts[1]) : [:]
  }

  /// The form's values by name.
  var form: [String: String] { Self.form(body) }

  /// The members of a batch.
  var members: [JSONValue] {
    JSONReader.read(Array((form["batch"] ?? "").utf8))?.array ?? []
  }

  /// Decodes a form.
  static func form(_ text: String) -> [String: String] {
    var values: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = String(pair).components(separatedBy: "=", atMost: 2)
      values[decoded(parts[0])] = parts.count == 2 ? decoded(parts[1]) : ""
    }
    return values
  }

  private static func decoded(_ text: String) -> String {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.popFirst(), let low = rest.popFirst() {
        out.append(UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16) ?? 0)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension String {
  /// The parts between a separator, as many as wanted at most.
  func components(separatedBy separator: String, atMost count: Int) -> [String] {
    var parts: [String] = []
    var rest = Array(utf8)[...]
    let wanted = Array(separator.utf8)
    while parts.count < count - 1, let place = rest.firstRange(of: wanted) {
      parts.append(String(decoding: rest[..<place.lowerBound], as: UTF8.self))
      rest = rest[place.upperBound...]
    }
    return parts + [String(decoding: rest, as: UTF8.self)]
  }
}
