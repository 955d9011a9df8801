import VitrineCore

extension GraphAnswerReader {
  /// Whether the page's token is good, from `debug_token` or from the page itself.
  func checked(
    _ call: NetworkCall, _ body: JSONValue, usage: [NetworkUsage]
  ) -> NetworkAnswer.Outcome {
    guard let data = body["data"] else {
      // The page read with its own token: being answered is all there is to know.
      guard body["id"]?.string == call.page.rawValue else { return otherPage("another page") }
      return .tokenGood(expires: nil)
    }
    guard let isValid = data["is_valid"]?.bool else {
      return judge.unanswered(call, "an answer without the expected is_valid")
    }
    guard isValid else {
      var error = GraphError(tokenData: data) ?? GraphError(code: 190, message: "not valid")
      if error.code == nil { error.code = 190 }
      return judge.outcome(error, for: call, headers: nil, usage: usage)
    }
    if let app = data["app_id"]?.string, app != appID { return otherPage("another app") }
    if isOwnToken, let page = data["profile_id"]?.string, page != call.page.rawValue {
      return otherPage("another page")
    }
    return .tokenGood(expires: Self.end(data))
  }

  /// The earlier of the two clocks of a token; 0 is a clock that does not run.
  private static func end(_ data: JSONValue) -> Timestamp? {
    ["expires_at", "data_access_expires_at"]
      .compactMap { data[$0]?.integer }
      .filter { $0 > 0 }
      .map { Timestamp(clamping: 0).advanced(bySeconds: $0) }
      .min()
  }

  private func otherPage(_ owner: String) -> NetworkAnswer.Outcome {
    .refused(
      NetworkFailure(kind: .token, reach: .page, detail: "the token belongs to \(owner)"))
  }
}
