/// The answer to one call, before it becomes an HTTP response or the member of a batch.
struct GraphAnswer: Sendable {
  var status = 200
  var body: [UInt8]
  var headers: [Header] = []

  struct Header: Sendable {
    var name: String
    var value: String
  }

  init(_ writer: JSONWriter) {
    body = writer.bytes
  }

  init(_ error: GraphError, trace: String) {
    status = error.status
    body = error.body(trace: trace)
    headers = [Header(name: "WWW-Authenticate", value: error.authenticateHeader)]
  }

  static let success: GraphAnswer = {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("success")
    writer.bool(true)
    writer.endObject()
    return GraphAnswer(writer)
  }()
}
