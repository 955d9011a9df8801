/// The errors of Instagram, which come over the same API; codes and subcodes are the network's.
extension GraphError {
  /// Too many calls to a page, or to an account.
  static func throttled(_ network: SandboxNetwork) -> GraphError {
    switch network {
    case .facebook: .pageThrottled
    case .instagram:
      GraphError(
        code: 80_002,
        message:
          "(#80002) There have been too many calls to this Instagram account. Wait a bit and try "
          + "again.", isTransient: true)
    }
  }

  /// The error of an armed throttle.
  static func throttle(_ spec: FaultSpec, on network: SandboxNetwork) -> GraphError {
    guard let code = spec.code, code != 80_001 else { return throttled(network) }
    return named(code: code, subcode: spec.subcode, message: nil)
  }

  static let unknownMediaType = GraphError(
    code: 100, subcode: 2_207_023, message: "(#100) The media type is unknown.")

  static let mediaNotFetched = GraphError(
    code: 9004, subcode: 2_207_052,
    message: "(#9004) Only photo or video can be accepted as media type.",
    explanation: "The media could not be fetched from this URI.")

  static let captionTooLong = GraphError(
    code: 36_004, subcode: 2_207_010,
    message: "(#36004) The caption was too long.",
    explanation: "A caption has at most 2200 characters, 30 hashtags and 20 mentions.")

  static let wrongNumberOfChildren = GraphError(
    code: 100, subcode: 2_207_028, message: "(#100) A carousel has between 2 and 10 items.")

  static func noContainer(_ id: String) -> GraphError {
    GraphError(
      code: 24, subcode: 2_207_006, message: "(#24) The media with id \(id) cannot be found.")
  }

  static let containerExpired = GraphError(
    code: 24, subcode: 2_207_008, message: "(#24) The media builder has expired.")

  static let containerFailed = GraphError(
    code: -1, subcode: 2_207_032, message: "Create media fail, please try to re-create media.")

  static let containerPublished = GraphError(
    code: 100, message: "(#100) The media has been published already.")

  static let containerNotReady = GraphError(
    code: 9007, subcode: 2_207_027, message: "(#9007) The media is not ready for publishing.",
    isTransient: false, title: "Media is not ready",
    explanation: "The media is not ready for publishing, please wait for a moment")

  static let publishingQuota = GraphError(
    code: 9, subcode: 2_207_042,
    message: "(#9) You reached the maximum number of posts that can be published.")
}
