/// A `multipart/form-data` body (RFC 7578): fields, and one file.
struct MultipartEncoding: Sendable {
  /// What separates the parts.
  let boundary: String
  /// The body.
  let bytes: [UInt8]

  /// The value of the `Content-Type` header.
  var contentType: String { "multipart/form-data; boundary=\(boundary)" }

  /// A file as it is sent.
  struct File: Sendable {
    /// The name of its part.
    var name: String
    /// What stands for the name of the file; a network looks at the bytes.
    var fileName: String
    /// The media type.
    var type: String
    /// The bytes.
    var bytes: [UInt8]
  }

  /// Writes the parts; `separator` must occur in none of them, as a digest of the file does not.
  ///
  /// Names are ours and hold no quotes. Values may hold anything: nothing but the separator ends a part.
  init(fields: [(name: String, value: String)], file: File, separator: String) {
    boundary = "vitrine-\(separator)"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      file.bytes.count + 512 + fields.reduce(0) { $0 + $1.value.utf8.count + 128 })
    for field in fields {
      bytes += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n".utf8)
      bytes += Array("\r\n\(field.value)\r\n".utf8)
    }
    bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.name)\"; ".utf8)
    bytes += Array("filename=\"\(file.fileName)\"\r\nContent-Type: \(file.type)\r\n\r\n".utf8)
    bytes += file.bytes
    bytes += Array("\r\n--\(boundary)--\r\n".utf8)
    self.bytes = bytes
  }
}
