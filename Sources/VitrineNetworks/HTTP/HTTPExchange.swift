/// A request to send: everything but the base address.
struct HTTPExchange: Sendable {
  /// The methods that Graph knows.
  enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
  }

  /// How.
  var method: Method
  /// Path and query behind the base address, with the leading slash; never holds a token.
  var target: String
  /// The token for the `Authorization` header.
  var bearer: String
  /// A form, for a POST.
  var form: String?
  /// A form with a file, for a POST; goes before `form`.
  var multipart: MultipartEncoding?
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
