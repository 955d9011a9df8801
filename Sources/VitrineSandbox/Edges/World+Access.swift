/// Who and what has access: tokens, subscribed apps, people with a role on a page.
extension World {
  /// `GET /debug_token`: a bad input token is reported inside `data`, not as an error of the call.
  func debugToken(_ call: GraphCall, as caller: Caller) throws(GraphError) -> GraphAnswer {
    guard call.method == .get else { throw .unsupportedRequest(call.method) }
    guard let input = call.parameters["input_token"] else {
      throw .invalidParameter("The parameter input_token is required")
    }
    if case .page = caller {
      throw .invalidParameter("You must provide an app access token, or a user access token.")
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginObject()
    if let owner = callers[input] {
      write(owner, into: &writer)
    } else {
      writer.key("error")
      writer.beginObject()
      writer.key("code")
      writer.number(190)
      writer.key("message")
      writer.string("Invalid OAuth access token - Cannot parse access token")
      writer.endObject()
      writer.key("is_valid")
      writer.bool(false)
      writer.key("scopes")
      writer.beginArray()
      writer.endArray()
    }
    writer.endObject()
    writer.endObject()
    return GraphAnswer(writer)
  }

  private func write(_ owner: Caller, into writer: inout JSONWriter) {
    writer.key("app_id")
    writer.string(credentials.appID)
    writer.key("type")
    switch owner {
    case .user: writer.string("USER")
    case .page: writer.string("PAGE")
    case .app: writer.string("APP")
    }
    writer.key("application")
    writer.string(appName)
    writer.key("data_access_expires_at")
    writer.number(0)
    writer.key("expires_at")
    writer.number(0)
    writer.key("is_valid")
    writer.bool(true)
    writer.key("scopes")
    writer.beginArray()
    if owner != .app {
      for scope in Self.scopes { writer.string(scope) }
    }
    writer.endArray()
    switch owner {
    case .user:
      writer.key("user_id")
      writer.string(credentials.userID)
    case .page(let index):
      writer.key("user_id")
      writer.string(credentials.userID)
      writer.key("profile_id")
      writer.string(pages[index].id)
    case .app: break
    }
  }

  /// `/oauth/access_token`: the app token, or a long-lived token for the user's own.
  func exchangeToken(_ call: GraphCall) throws(GraphError) -> GraphAnswer {
    guard call.parameters["client_id"] == credentials.appID,
      call.parameters["client_secret"] == credentials.appSecret
    else {
      throw GraphError(code: 101, message: "Error validating application. Invalid application ID.")
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("access_token")
    switch call.parameters["grant_type"] {
    case "client_credentials": writer.string(credentials.appToken)
    case "fb_exchange_token":
      guard call.parameters["fb_exchange_token"] == credentials.userToken else {
        throw .unreadableToken
      }
      writer.string(credentials.userToken)
    default: throw .invalidParameter("Unsupported grant type")
    }
    writer.key("token_type")
    writer.string("bearer")
    writer.endObject()
    return GraphAnswer(writer)
  }

  mutating func subscribedApps(of page: Int, _ call: GraphCall, as caller: Caller)
    throws(GraphError) -> GraphAnswer
  {
    try demandToken(of: page, caller)
    switch call.method {
    case .post:
      guard let fields = call.parameters.list("subscribed_fields"), !fields.isEmpty else {
        throw .invalidParameter("The parameter subscribed_fields is required.")
      }
      pages[page].subscribedFields = fields
      journal(subscriptionOf: page)
      return .success
    case .delete:
      pages[page].subscribedFields = nil
      journal(subscriptionOf: page)
      return .success
    case .get:
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("data")
      writer.beginArray()
      if let fields = pages[page].subscribedFields {
        writer.beginObject()
        writer.key("name")
        writer.string(appName)
        writer.key("subscribed_fields")
        writer.beginArray()
        for field in fields { writer.string(field) }
        writer.endArray()
        writer.key("id")
        writer.string(credentials.appID)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
      return GraphAnswer(writer)
    }
  }
}
