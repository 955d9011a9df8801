/// An answer to one operation, whether it came alone or in a batch.
struct GraphReply: Sendable {
  /// The status code of the answer or of the member.
  let status: Int
  /// What it says about limits.
  let headers: GraphHeaders
  /// The body; `nil` when it is not JSON from its first to its last byte.
  let body: JSONValue?

  /// Whether it is a readable success.
  var isSuccess: Bool { (200..<300).contains(status) && body != nil }

  /// Takes a whole HTTP answer.
  init(_ reply: HTTPReply) {
    status = reply.status
    headers = GraphHeaders(reply.headers)
    body = JSONReader.read(reply.body)
  }

  /// Takes a member of a batch's answer; `nil` when it is `null` or no answer at all.
  init?(member: JSONValue) {
    guard let code = member["code"]?.integer, let status = Int(exactly: code),
      let text = member["body"]?.string
    else { return nil }
    self.status = status
    headers = GraphHeaders(member: member["headers"])
    body = JSONReader.read(Array(text.utf8))
  }
}
