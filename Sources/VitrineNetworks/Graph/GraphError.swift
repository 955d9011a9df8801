import VitrineCore

/// An error as Graph writes it: `{"error":{"message","type","code","error_subcode",…}}`.
///
/// Its type is not kept: it is `OAuthException` for nearly everything. Decisions are made on code
/// and subcode, never on type, text or HTTP status, which differ for one and the same error.
struct GraphError: Equatable, Sendable {
  /// The code; `nil` for the few errors without one.
  var code: Int?
  /// The subcode.
  var subcode: Int?
  /// Graph's own claim that the trouble passes.
  var isTransient = false
  /// Graph's words.
  var message = ""
  /// Graph's trace id.
  var trace: String?

  /// Reads the error of an answer; `nil` when it holds none.
  init?(answer: JSONValue?) {
    guard let error = answer?["error"], error.object != nil else { return nil }
    self.init(error, subcodeName: "error_subcode")
  }

  /// Reads the error that `debug_token` reports inside its data, where the subcode is named shorter.
  init?(tokenData data: JSONValue) {
    guard let error = data["error"], error.object != nil else { return nil }
    self.init(error, subcodeName: "subcode")
  }

  private init(_ error: JSONValue, subcodeName: String) {
    code = error["code"]?.integer.flatMap { Int(exactly: $0) }
    subcode = error[subcodeName]?.integer.flatMap { Int(exactly: $0) }
    isTransient = error["is_transient"]?.bool ?? false
    message = error["message"]?.string ?? ""
    trace = error["fbtrace_id"]?.string.flatMap(Self.trace)
  }

  /// Makes an error.
  init(code: Int?, subcode: Int? = nil, isTransient: Bool = false, message: String = "") {
    self.code = code
    self.subcode = subcode
    self.isTransient = isTransient
    self.message = message
  }

  /// A trace id that is one: a short word, so that nothing else travels under its name.
  private static func trace(_ text: String) -> String? {
    let isWord = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
      default: false
      }
    }
    return isWord && (1...64).contains(text.utf8.count) ? text : nil
  }
}
