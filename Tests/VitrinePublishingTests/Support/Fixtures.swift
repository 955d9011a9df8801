import Synchronization
import VitrineCore
import VitrinePublishing
import VitrineTestSupport

extension Identifier: ExpressibleByStringLiteral {
  /// An id written out.
  public init(stringLiteral text: String) { self.init(text) }
}

extension RandomSource {
  /// Bytes that repeat from a seed.
  static func seeded(_ seed: UInt64) -> RandomSource {
    let generator = Seeded(seed)
    return RandomSource { generator.bytes($0) }
  }

  private final class Seeded: Sendable {
    private let generator: Mutex<SeededGenerator>
    init(_ seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }
    func bytes(_ count: Int) -> [UInt8] {
      generator.withLock { generator in
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      }
    }
  }
}

extension DeliveryPolicy {
  /// Six attempts, from a tenth of a second to a second.
  static let short = DeliveryPolicy(
    retryBase: 100, retryCap: 1_000, attempts: 6, application: "app")
}

extension Delivery {
  /// A delivery of one text to page 7.
  static func sample(
    _ state: DeliveryState = .ready, content: PostContent = .sample, uploads: PictureUploads? = nil,
    isStoresOwn: Bool = false, remoteID: RemoteID? = nil, isDoubtful: Bool = false,
    orphan: RemoteID? = nil, attempts: Int = 0, lastWait: Int64 = 0, trouble: Trouble? = nil,
    mode: DeliveryMode = .drafts, canEdit: Bool = true, container: RemoteID? = nil,
    digest: String = "d1", shown: String? = nil
  ) -> Delivery {
    Delivery(
      id: "p_1", page: "pg_1", remotePage: "7", content: content, digest: digest,
      abilities: NetworkAbilities(mode, batchSize: 50, canEdit: canEdit),
      isStoresOwn: isStoresOwn, state: state, remoteID: remoteID, container: container,
      shown: shown, uploads: uploads,
      isDoubtful: isDoubtful, orphan: orphan, attempts: attempts,
      lastWait: lastWait, intendedAt: .noon, trouble: trouble)
  }
}

extension PostContent {
  static let sample = PostContent(text: "Rappel de lot")
  /// The same with two pictures.
  static let illustrated = PostContent(
    text: "Rappel de lot",
    media: [
      PostPicture(digest: "aa", type: .jpeg, alt: "Le lot"), PostPicture(digest: "bb", type: .png),
    ])
}

extension Timestamp {
  static let noon = Timestamp(clamping: 1_800_000_000_000)
}

extension NetworkFailure {
  /// A failure of a kind, as an outcome carries it.
  static func of(_ kind: Kind, wait: Int? = nil, reach: Reach = .call) -> NetworkFailure {
    NetworkFailure(kind: kind, reach: reach, code: 1, detail: "x", waitSeconds: wait)
  }
}

extension RemotePost {
  /// A post of our text on page 7.
  static func ours(
    _ id: RemoteID, isPublished: Bool = false, text: String = PostContent.sample.text,
    created: Timestamp = .noon, application: String? = "app"
  ) -> RemotePost {
    RemotePost(
      id: id, text: text, isPublished: isPublished, permalink: "https://example.org/\(id)",
      created: created, application: application)
  }
}

extension Delivery {
  /// The next call; throws where there is none.
  mutating func next(at now: Timestamp) throws -> NetworkCall.Step {
    guard let step = begin(at: now) else { throw Situation.NothingToDo() }
    return step
  }
}
