/// The `batch` parameter taken apart: at most fifty calls, each with a token of its own if it likes.
struct BatchRequest: Sendable {
  static let greatest = 50

  var members: [Result<GraphCall, GraphError>]
  var includesHeaders: Bool
  /// The version in the path of the whole request.
  var version: String?

  /// Reads the operations of a call to the root with a `batch` parameter.
  init(_ call: GraphCall) throws(GraphError) {
    guard let text = call.parameters["batch"],
      let operations = (try? JSONReader.read(text))?.items
    else { throw .malformedBatch }
    guard operations.count <= Self.greatest else { throw .oversizedBatch }
    includesHeaders = call.parameters.flag("include_headers") != false
    version = call.version
    members = operations.map { Self.member($0, of: call) }
  }

  private static func member(_ operation: JSONValue, of batch: GraphCall)
    -> Result<GraphCall, GraphError>
  {
    guard let method = operation["method"]?.parameterText,
      let url = operation["relative_url"]?.parameterText
    else {
      return .failure(.invalidParameter("A batch operation needs method and relative_url."))
    }
    guard operation["depends_on"] == nil, !url.contains("{result=") else {
      return .failure(
        .invalidParameter("The sandbox does not know dependencies between operations."))
    }
    guard var call = GraphCall(method: method, url: url) else {
      return .failure(.invalidParameter("Unsupported method \(method)."))
    }
    if let body = operation["body"]?.parameterText {
      FormDecoding.append(body[...], to: &call.parameters)
    }
    call.applyMethodOverride()
    call.version = call.version ?? batch.version
    if let names = operation["attached_files"]?.parameterText.split(separator: ",") {
      call.files = names.compactMap { name in batch.files.first { $0.name == name } }
    }
    if call.token == nil {
      call.headerToken = batch.token
      // The proof belongs to one token, so it falls back together with it.
      if call.parameters["appsecret_proof"] == nil,
        let proof = batch.parameters["appsecret_proof"]
      {
        call.parameters.append("appsecret_proof", proof)
      }
    }
    return .success(call)
  }

  /// Writes the answers in the order of the operations; nil is the null of an unfinished one.
  func answer(_ answers: [GraphAnswer?], version: String) -> GraphAnswer {
    var writer = JSONWriter(capacity: answers.count * 384)
    writer.beginArray()
    for answer in answers {
      guard let answer else {
        writer.null()
        continue
      }
      writer.beginObject()
      writer.key("code")
      writer.number(answer.status)
      if includesHeaders {
        writer.key("headers")
        writer.beginArray()
        writer.header("Content-Type", "application/json; charset=UTF-8")
        writer.header("facebook-api-version", version)
        for header in answer.headers { writer.header(header.name, header.value) }
        writer.endArray()
      }
      writer.key("body")
      writer.string(containing: answer.body)
      writer.endObject()
    }
    writer.endArray()
    return GraphAnswer(writer)
  }
}

extension JSONWriter {
  fileprivate mutating func header(_ name: String, _ value: String) {
    beginObject()
    key("name")
    string(name)
    key("value")
    string(value)
    endObject()
  }
}
