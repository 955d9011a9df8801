/// A `multipart/form-data` body (RFC 7578) taken apart.
struct MultipartForm {
  /// A part that has a file name: the bytes of a photo.
  struct File: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [File] = []

  /// Fails when the content type names no boundary or the body does not keep to it.
  init?(contentType: String, body: [UInt8]) {
    guard let boundary = Self.attribute("boundary", of: contentType), !boundary.isEmpty else {
      return nil
    }
    let delimiter = Array("--\(boundary)".utf8)
    guard var at = Self.find(delimiter, in: body, from: 0) else { return nil }
    while true {
      at += delimiter.count
      if body[at...].starts(with: [0x2D, 0x2D]) { return }
      guard body[at...].starts(with: [0x0D, 0x0A]) else { return nil }
      at += 2
      guard let headEnd = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: body, from: at),
        let next = Self.find([0x0D, 0x0A] + delimiter, in: body, from: headEnd + 4 - 2)
      else { return nil }
      let content = body[min(headEnd + 4, next)..<next]
      addPart(head: String(decoding: body[at..<headEnd], as: UTF8.self), content: content)
      at = next + 2
    }
  }

  private mutating func addPart(head: String, content: ArraySlice<UInt8>) {
    for line in head.split(whereSeparator: \.isNewline)
    where line.lowercased().hasPrefix("content-disposition:") {
      guard let name = Self.attribute("name", of: String(line)) else { continue }
      if Self.attribute("filename", of: String(line)) != nil {
        files.append(File(name: name, bytes: Array(content)))
      } else {
        fields.append((name, String(decoding: content, as: UTF8.self)))
      }
    }
  }

  /// The value of `name=value` or `name="value"` behind a semicolon.
  private static func attribute(_ name: String, of header: String) -> String? {
    for piece in header.split(separator: ";").dropFirst() {
      let trimmed = piece.drop { $0 == " " }
      guard trimmed.hasPrefix("\(name)=") else { continue }
      let value = trimmed.dropFirst(name.utf8.count + 1)
      return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
    }
    return nil
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    var at = start
    while at <= bytes.count - needle.count {
      guard let candidate = bytes[at...].firstIndex(of: first),
        candidate <= bytes.count - needle.count
      else { return nil }
      if bytes[candidate..<(candidate + needle.count)].elementsEqual(needle) { return candidate }
      at = candidate + 1
    }
    return nil
  }
}
