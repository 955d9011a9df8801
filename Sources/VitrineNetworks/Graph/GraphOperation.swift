import VitrineCore

/// One question to the Graph API, which goes alone or as a member of a batch.
struct GraphOperation: Sendable {
  /// How.
  var method: HTTPExchange.Method
  /// What, behind the version and without a slash in front.
  var path: String
  /// The parameters, without token and proof.
  var parameters: [(name: String, value: String)] = []
  /// The picture that goes with it, which makes it a request of its own.
  var file: MultipartEncoding.File?
  /// Who asks.
  var token: Secret
  /// The proof that belongs to the token, when the app's secret is known.
  var proof: String?

  /// The operation as a request of its own, with the token in its header.
  ///
  /// The proof of a GET or DELETE stands in the query: without the token it is of no use.
  func exchange(version: String) -> HTTPExchange {
    var pairs = parameters
    if let proof { pairs.append((name: "appsecret_proof", value: proof)) }
    let target = "/\(version)/\(path)"
    if let file {
      return HTTPExchange(
        method: .post, target: target, bearer: token.exposed,
        multipart: MultipartEncoding(
          fields: pairs, file: file, separator: Hash(of: file.bytes).hex))
    }
    let form = FormEncoding.encode(pairs)
    if method == .post {
      return HTTPExchange(method: method, target: target, bearer: token.exposed, form: form)
    }
    return HTTPExchange(
      method: method, target: form.isEmpty ? target : "\(target)?\(form)", bearer: token.exposed)
  }

  /// The operation as a member of a batch, with its own token and proof.
  ///
  /// All of a batch is one request body, so that `relative_url` is in no log of addresses.
  var member: JSON {
    var pairs = parameters
    pairs.append((name: "access_token", value: token.exposed))
    if let proof { pairs.append((name: "appsecret_proof", value: proof)) }
    let form = FormEncoding.encode(pairs)
    var members: [String: JSON] = [
      "method": .string(method.rawValue),
      // With the default a success may come back as null, which has to mean "unknown".
      "omit_response_on_success": false,
    ]
    if method == .get {
      members["relative_url"] = .string("\(path)?\(form)")
    } else {
      members["relative_url"] = .string(path)
      members["body"] = .string(form)
    }
    return .object(members)
  }
}
