/// The errors that the sandbox answers by itself; codes and subcodes are the network's.
extension GraphError {
  static func invalidParameter(_ text: String) -> GraphError {
    GraphError(code: 100, message: "(#100) \(text)")
  }

  static func unknownField(_ name: String, on node: String) -> GraphError {
    invalidParameter("Tried accessing nonexisting field (\(name)) on node type (\(node))")
  }

  static func missingObject(_ id: String, _ method: GraphCall.Method) -> GraphError {
    let verb =
      switch method {
      case .get: "get"
      case .post: "post"
      case .delete: "delete"
      }
    return GraphError(
      code: 100, subcode: 33, type: "GraphMethodException",
      message:
        "Unsupported \(verb) request. Object with ID '\(id)' does not exist, cannot be loaded due to "
        + "missing permissions, or does not support this operation.")
  }

  static func unknownAlias(_ name: String) -> GraphError {
    GraphError(
      status: 404, code: 803,
      message: "(#803) Some of the aliases you requested do not exist: \(name)")
  }

  static func unknownPath(_ path: String) -> GraphError {
    GraphError(code: 2500, message: "Unknown path components: /\(path)")
  }

  static func unsupportedRequest(_ method: GraphCall.Method) -> GraphError {
    let verb =
      switch method {
      case .get: "get"
      case .post: "post"
      case .delete: "delete"
      }
    return GraphError(
      code: 100, type: "GraphMethodException", message: "Unsupported \(verb) request.")
  }

  static let noToken = GraphError(
    code: 104, message: "An access token is required to request this resource.")

  static let unreadableToken = GraphError(
    status: 401, code: 190, message: "Invalid OAuth access token - Cannot parse access token")

  static let activeUserNeeded = GraphError(
    code: 2500,
    message: "An active access token must be used to query information about the current user.")

  static let wrongProof = GraphError(
    code: 100, type: "GraphMethodException",
    message: "Invalid appsecret_proof provided in the API argument")

  static let missingProof = GraphError(
    code: 100, type: "GraphMethodException",
    message: "API calls from the server require an appsecret_proof argument")

  static let pageTokenNeeded = GraphError(
    code: 190, subcode: 2_069_032,
    message: "A Page access token is required for this call for the new Pages experience.")

  static let otherPagesToken = GraphError(
    status: 403, code: 10,
    message: "(#10) This token does not hold a permission for this page: pages_read_engagement.")

  static let mayNotPublish = GraphError(
    status: 403, code: 200,
    message:
      "(#200) Publishing to a page needs pages_read_engagement and pages_manage_posts, and a token "
      + "of that page with sufficient administrative permission")

  static let otherAppsPost = GraphError(
    status: 403, code: 200,
    message: "(#200) An app can only update a Page post if the post was made using that app.")

  static let duplicate = GraphError(
    code: 506, subcode: 1_455_006, message: "Duplicate status message", isTransient: false,
    title: "Duplicate Status Update",
    explanation:
      "This status update is identical to the last one you posted. Try posting something "
      + "different, or delete your previous update.")

  static let noContent = invalidParameter(
    "A post needs at least one of message, link or attached_media.")

  static let scheduleTime = invalidParameter("The specified scheduled publish time is invalid.")

  static let ownNetworkLink = GraphError(
    code: 200, subcode: 1_609_008, message: "(#200) Links to facebook.com cannot be posted here.")

  static let badLink = GraphError(code: 1500, message: "(#1500) The url you supplied is invalid.")

  static let badImage = GraphError(code: 324, message: "(#324) Missing or invalid image file")

  static let unknownMetric = invalidParameter("The value must be a valid insights metric")

  static let noMetric = GraphError(
    code: 3001, subcode: 1_504_028, message: "(#3001) No metric was specified to be fetched.")

  static let oversizedBatch = GraphError(
    type: "GraphBatchException",
    message: "Too many requests in batch message. Maximum batch size is 50")

  static let malformedBatch = GraphError(
    code: 100, type: "GraphBatchException", message: "(#100) param batch must be an array.")

  static let pageThrottled = GraphError(
    code: 80_001,
    message:
      "(#80001) There have been too many calls to this Page account. Wait a bit and try again.",
    isTransient: true)

  static let appThrottled = GraphError(
    status: 403, code: 4, message: "(#4) Application request limit reached", isTransient: true)

  static let userThrottled = GraphError(
    code: 17, message: "(#17) User request limit reached", isTransient: true)

  static let spamBlocked = GraphError(
    code: 368, subcode: 1_390_008,
    message: "The action attempted has been deemed abusive or is otherwise disallowed",
    isTransient: false,
    title: "You Can't Post Right Now",
    explanation:
      "We limit how often you can post, comment or do other things in a given amount of time in "
      + "order to help protect the community from spam.")

  /// The answer to a fault that names only numbers.
  static func named(code: Int, subcode: Int?, message: String?) -> GraphError {
    var error: GraphError
    switch (code, subcode) {
    case (4, _): error = appThrottled
    case (17, _): error = userThrottled
    case (80_001, _): error = pageThrottled
    case (368, 1_390_008?), (368, nil): error = spamBlocked
    case (506, _): error = duplicate
    case (100, 33?): error = missingObject("0", .get)
    case (1, _):
      error = GraphError(status: 500, code: 1, message: "An unknown error occurred")
    case (2, _):
      error = GraphError(
        status: 500, code: 2,
        message: "An unexpected error has occurred. Please retry your request later.",
        isTransient: true)
    case (190, _): error = invalidToken(subcode: subcode)
    case (10, _), (200...299, _):
      error = mayNotPublish
      error.code = code
      error.message = "(#\(code)) Permissions error"
    default: error = GraphError(code: code, message: "(#\(code)) The call failed")
    }
    error.subcode = subcode ?? error.subcode
    error.message = message ?? error.message
    return error
  }

  private static func invalidToken(subcode: Int?) -> GraphError {
    let reason =
      switch subcode {
      case 458: "The user has not authorized this application."
      case 459: "The session is invalid because the user has been checkpointed."
      case 460:
        "The session has been invalidated because the user changed their password or the network "
          + "has changed the session for security reasons."
      case 463: "Session has expired."
      case 464: "Sessions for the user are not allowed because the user is not confirmed."
      case 467: "The session is invalid because the user logged out."
      case 492: "The user behind this page token no longer has a role on the page."
      default: "The token cannot be used."
      }
    return GraphError(
      status: 401, code: 190, subcode: subcode, message: "Error validating access token: \(reason)")
  }
}
