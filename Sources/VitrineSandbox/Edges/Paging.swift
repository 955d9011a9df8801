import Foundation

/// A cursor as the network hands one out: text that means nothing to the client.
enum Cursor {
  static func encode(_ text: String) -> String {
    Data(text.utf8).base64EncodedString()
  }

  static func decode(_ cursor: String) throws(GraphError) -> String {
    guard let data = Data(base64Encoded: cursor) else {
      throw .invalidParameter("Invalid cursor values")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

extension GraphCall {
  /// The `limit` of a list; more than the greatest is an error or is cut, as the edge has it.
  func limit(greatest: Int = 100, usual: Int = 25, refusesMore: Bool) throws(GraphError) -> Int {
    guard let text = parameters["limit"] else { return usual }
    guard let limit = Int(text), limit > 0 else {
      throw .invalidParameter("limit must be a positive number.")
    }
    if limit > greatest, refusesMore {
      throw .invalidParameter("The limit must be at most \(greatest).")
    }
    return min(limit, greatest)
  }

  /// The same call for the neighbouring part of the list, with its token in clear as on the network.
  func url(base: String, _ direction: String, cursor: String) -> String {
    var pairs: [String] = []
    if let token { pairs.append("access_token=\(FormDecoding.encode(token))") }
    for item in parameters.items
    where !["access_token", "after", "before", "appsecret_proof"].contains(item.name) {
      pairs.append("\(FormDecoding.encode(item.name))=\(FormDecoding.encode(item.value))")
    }
    pairs.append("\(direction)=\(FormDecoding.encode(cursor))")
    let path = ([version ?? GraphVersion.usual] + segments).joined(separator: "/")
    return "\(base)/\(path)?\(pairs.joined(separator: "&"))"
  }
}

/// The version that an unversioned call gets.
enum GraphVersion {
  static let usual = "v26.0"
}

extension JSONWriter {
  /// Writes `paging`; a missing `next` is the only sign that a list has ended.
  mutating func paging(
    before: String, after: String, next: String? = nil, previous: String? = nil
  ) {
    key("paging")
    beginObject()
    key("cursors")
    beginObject()
    key("before")
    string(before)
    key("after")
    string(after)
    endObject()
    if let previous {
      key("previous")
      string(previous)
    }
    if let next {
      key("next")
      string(next)
    }
    endObject()
  }
}
