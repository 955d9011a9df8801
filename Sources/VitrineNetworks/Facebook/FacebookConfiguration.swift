import VitrineCore

/// How to reach the Graph API, checked before the first call.
package struct FacebookConfiguration: Sendable {
  /// Bounds in time.
  package typealias Timeouts = HTTPTimeouts

  /// The most operations that Graph takes in one batch.
  package static let largestBatch = 50
  /// The version asked for unless the workspace names another; never unversioned, since Graph would
  /// then serve the app's oldest.
  package static let defaultVersion = "v26.0"
  /// The address of the real thing.
  package static let defaultBaseURL = "https://graph.facebook.com"

  /// Where the API is.
  package let baseURL: GraphBaseURL
  /// The version, as it stands in paths.
  package let version: String
  /// The app's id; posts that it made are ours.
  package let appID: String
  /// The app's secret, for proofs and for the token of batches.
  ///
  /// Without it there are no batches.
  package let appSecret: Secret?
  /// How posts get on a page: `drafts`, `scheduled` or `direct`.
  package let delivery: DeliveryWay
  /// How many operations go into one request.
  package let batchSize: Int
  /// How many connections are open at most; callers keep to as many requests at once, or the rest
  /// waits and fails (unsent) after the connect timeout.
  package let connections: Int
  /// Bounds in time.
  package let timeouts: Timeouts

  /// Makes a configuration; throws a `Fault(.configuration)` that names the value that is wrong.
  package init(
    baseURL: String = Self.defaultBaseURL, version: String = Self.defaultVersion, appID: String,
    appSecret: Secret?, delivery: DeliveryWay = .drafts, batchSize: Int = 20,
    connections: Int = 8, timeouts: Timeouts = Timeouts()
  ) throws {
    self.baseURL = try GraphBaseURL(baseURL)
    guard Self.isVersion(version) else {
      throw Fault(.configuration, Message("network.version.malformed", version), subject: "version")
    }
    guard (1...64).contains(appID.utf8.count), appID.utf8.allSatisfy(Self.isWordByte) else {
      throw Fault(.configuration, Message("network.appID.malformed"), subject: "appID")
    }
    if let appSecret, !GraphToken.isSendable(appSecret) {
      throw Fault(.configuration, Message("network.appSecret.malformed"), subject: "appSecretFile")
    }
    try Self.check(batchSize, in: 1...Self.largestBatch, "batchSize")
    try Self.check(connections, in: 1...256, "connections")
    for milliseconds in [
      timeouts.connectMilliseconds, timeouts.requestMilliseconds, timeouts.readIdleMilliseconds,
    ] {
      try Self.check(Int(clamping: milliseconds), in: 1...3_600_000, "timeouts")
    }
    self.version = version
    self.appID = appID
    self.appSecret = appSecret
    self.delivery = delivery
    self.batchSize = batchSize
    self.connections = connections
    self.timeouts = timeouts
  }

  /// What the transport must know of it.
  var http: HTTPSettings { HTTPSettings(timeouts: timeouts, connections: connections) }

  private static func check(_ number: Int, in range: ClosedRange<Int>, _ name: String) throws {
    guard range.contains(number) else {
      throw Fault(
        .configuration,
        Message("network.number.outside", name, number, range.lowerBound, range.upperBound),
        subject: name)
    }
  }

  /// `v`, digits, a dot, digits.
  private static func isVersion(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "v"), bytes.count <= 8 else { return false }
    let parts = bytes.dropFirst().split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }
}
