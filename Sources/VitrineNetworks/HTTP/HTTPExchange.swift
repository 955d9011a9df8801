/// A request to send: everything but the base address, unless it has one of its own.
struct HTTPExchange: Sendable {
  /// The methods that networks know.
  enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  /// How.
  var method: Method
  /// The address in front of the target, where every page has a server of its own; nil for the
  /// transport's.
  var base: String?
  /// Path and query behind the base address, with the leading slash; never holds a token.
  var target: String
  /// The token for the `Authorization` header.
  var bearer: String
  /// A form, for a POST or PUT.
  var form: String?
  /// A form with a file, for a POST; goes before `form`.
  var multipart: MultipartEncoding?
  /// Headers besides those that every request has; names and values are ours, or checked.
  var headers: [(name: String, value: String)] = []
  /// Whether it goes over a connection that served no other request and serves none after it.
  ///
  /// A kept-alive connection that the server has silently closed costs a write its answer: whether it
  /// had its effect would be unknown for nothing.
  var isAlone = false
}

/// An answer, whole.
struct HTTPReply: Sendable {
  /// The status code.
  let status: Int
  /// The headers, in their order.
  let headers: [(name: String, value: String)]
  /// The body.
  let body: [UInt8]
}

/// Why there is no whole answer.
enum HTTPTrouble: Error, Equatable, Sendable {
  /// No connection came about, so not a byte of the request has left.
  case notSent(String)
  /// The request may have arrived; nobody knows.
  case lost(String)

  /// What happened, in a few words that hold nothing of the request.
  var words: String {
    switch self {
    case .notSent(let words), .lost(let words): words
    }
  }
}
