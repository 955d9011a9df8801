import VitrineCore

/// An answer of a server, with the few headers that are looked at.
struct MastodonReply: Sendable {
  /// The status code.
  let status: Int
  /// The body; nil when it is not JSON from its first to its last byte.
  let body: JSONValue?
  /// What it says about limits.
  let limits: MastodonLimits
  /// Whether the server says that a list goes on behind this page of it.
  let hasNext: Bool

  /// Takes a whole HTTP answer.
  init(_ reply: HTTPReply, now: Timestamp) {
    status = reply.status
    body = JSONReader.read(reply.body)
    limits = MastodonLimits(reply.headers, now: now)
    hasNext = reply.headers.contains { header in
      header.name.lowercased() == "link"
        && header.value.utf8.count <= 8_192 && header.value.contains("rel=\"next\"")
    }
  }

  /// Whether it is a readable success.
  var isSuccess: Bool { (200..<300).contains(status) && body != nil }

  /// The server's words for what went wrong: `{"error":"…","error_description":"…"}`.
  var words: String {
    let parts = ["error", "error_description"].compactMap { body?[$0]?.string }
    return parts.filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
