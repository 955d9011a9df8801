/// What a call made of an address and a caption: not seen by anybody until it is published.
struct Container: Sendable, Equatable {
  enum Kind: String, Sendable {
    /// One picture with its caption.
    case image
    /// One picture of a carousel.
    case item
    /// Several pictures with one caption.
    case carousel
  }

  let number: UInt64
  let page: Int
  let kind: Kind
  let caption: String
  /// Where the network would fetch the picture; the sandbox fetches nothing.
  var imageURL: String?
  var alternativeText: String?
  /// The items of a carousel, by their numbers.
  var children: [UInt64] = []
  let created: Instant
  /// How often somebody wanted to know or to publish it, on which a container that takes its time counts.
  var asked = 0
  /// The post that it became.
  var post: UInt64?
}

/// How far a container has come, in the network's words.
enum ContainerStatus: Sendable, Equatable {
  case inProgress, finished, published, expired
  case failed(subcode: Int)

  var code: String {
    switch self {
    case .inProgress: "IN_PROGRESS"
    case .finished: "FINISHED"
    case .published: "PUBLISHED"
    case .expired: "EXPIRED"
    case .failed: "ERROR"
    }
  }

  var words: String {
    switch self {
    case .inProgress: "In Progress: Media is still being processed."
    case .finished: "Finished: Media has been uploaded and it is ready to be published."
    case .published: "Published: Media has been successfully published."
    case .expired: "Expired: The container was not published within 24 hours."
    case .failed(let subcode): "Error: Media upload has failed with error code \(subcode)"
    }
  }
}

extension World {
  private static let day: Int64 = 86_400_000

  /// How far a container has come; a carousel is as far as the slowest of its items.
  func status(of container: Container, at now: Instant) -> ContainerStatus {
    if container.post != nil { return .published }
    if container.created.advanced(byMilliseconds: Self.day) <= now { return .expired }
    let items = container.children.compactMap { containers[$0] }
    for item in [container] + items {
      if let subcode = Self.failure(of: item) { return .failed(subcode: subcode) }
    }
    let ready = container.created.advanced(
      byMilliseconds: Int64(switches.containerDelayMilliseconds))
    return container.asked <= switches.containerPolls || ready > now ? .inProgress : .finished
  }

  /// 2207005 for a picture that is no JPEG, as far as its address tells.
  private static func failure(of container: Container) -> Int? {
    guard let path = container.imageURL?.prefix(while: { $0 != "?" }).lowercased() else {
      return nil
    }
    return path.hasSuffix(".jpg") || path.hasSuffix(".jpeg") ? nil : 2_207_005
  }
}
