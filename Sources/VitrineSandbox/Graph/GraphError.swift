/// An error answer in the network's own shape.
struct GraphError: Error, Sendable {
  var status = 400
  var code: Int?
  var subcode: Int?
  var type = "OAuthException"
  var message: String
  var isTransient: Bool?
  var title: String?
  var explanation: String?

  func body(trace: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("error")
    writer.beginObject()
    writer.key("message")
    writer.string(message)
    writer.key("type")
    writer.string(type)
    if let code {
      writer.key("code")
      writer.number(code)
    }
    if let subcode {
      writer.key("error_subcode")
      writer.number(subcode)
    }
    if let isTransient {
      writer.key("is_transient")
      writer.bool(isTransient)
    }
    if let title {
      writer.key("error_user_title")
      writer.string(title)
    }
    if let explanation {
      writer.key("error_user_msg")
      writer.string(explanation)
    }
    writer.key("fbtrace_id")
    writer.string(trace)
    writer.endObject()
    writer.endObject()
    return writer.bytes
  }

  /// The header that accompanies every error; its third word is the kind of failure.
  var authenticateHeader: String {
    let kind = code == 190 || code == 102 ? "invalid_token" : "invalid_request"
    let text = message.unicodeScalars.map {
      $0.value >= 0x20 && $0.value < 0x7F && $0 != "\"" ? Character($0) : " "
    }
    return "OAuth \"Facebook Platform\" \"\(kind)\" \"\(String(text))\""
  }
}
