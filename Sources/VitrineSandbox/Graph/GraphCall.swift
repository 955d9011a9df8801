/// One call to the Graph API: an HTTP request of its own, or a member of a batch.
struct GraphCall: Sendable {
  enum Method: Sendable {
    case get, post, delete
  }

  var method: Method
  /// The path without version and without empty segments: the SDK sends double and trailing slashes.
  var segments: [String]
  var parameters: GraphParameters
  var files: [MultipartForm.File] = []
  var headerToken: String?
  /// The version that was asked for, nil for an unversioned path.
  var version: String?

  /// A token in the parameters goes before one in the header, as on the real network.
  var token: String? { parameters["access_token"] ?? headerToken }

  /// Splits a path or `relative_url` and takes its query into the parameters.
  init(method: Method, url: String, headerToken: String? = nil) {
    let questionMark = url.utf8.firstIndex(of: 0x3F) ?? url.endIndex
    var segments = url[..<questionMark].split(separator: "/").map(FormDecoding.decodePath)
    if let first = segments.first, Self.isVersion(first) {
      version = first
      segments.removeFirst()
    }
    parameters = GraphParameters()
    if questionMark < url.endIndex {
      FormDecoding.append(url[url.index(after: questionMark)...], to: &parameters)
    }
    self.method = method
    self.segments = segments
    self.headerToken = headerToken
  }

  /// Obeys `method=delete` among the parameters of a POST, for clients that can only POST.
  mutating func applyMethodOverride() {
    guard method == .post, let override = parameters["method"] else { return }
    switch override.lowercased() {
    case "get": method = .get
    case "delete": method = .delete
    default: break
    }
  }

  init?(method: String, url: String, headerToken: String? = nil) {
    switch method.uppercased() {
    case "GET", "HEAD": self.init(method: .get, url: url, headerToken: headerToken)
    case "POST": self.init(method: .post, url: url, headerToken: headerToken)
    case "DELETE": self.init(method: .delete, url: url, headerToken: headerToken)
    default: return nil
    }
  }

  private static func isVersion(_ segment: String) -> Bool {
    let bytes = Array(segment.utf8)
    guard bytes.count >= 4, bytes[0] == 0x76 else { return false }
    let parts = bytes[1...].split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
