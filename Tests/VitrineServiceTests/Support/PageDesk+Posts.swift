import VitrineCore
import VitrineStorage

@testable import VitrineService

extension PageDesk {
  /// A store's own post, let go by its manager: for page `number`, due in so many seconds.
  @discardableResult
  func post(
    _ text: String, on number: Int, in seconds: Int64 = 0, until end: Int64? = nil,
    pictures: [StoredPicture] = []
  ) async throws -> PostID {
    let ids = try await posts([text], on: { _ in number }, in: seconds, until: end, pictures)
    return ids[0]
  }

  /// Several posts at once.
  func posts(
    _ texts: [String], on number: @escaping @Sendable (Int) -> Int, in seconds: Int64 = 0,
    until end: Int64? = nil, _ pictures: [StoredPicture] = []
  ) async throws -> [PostID] {
    let (desk, now) = (desk, clock.source.now())
    return try await desk.database.write { transaction in
      for picture in pictures { try transaction.insertPicture(picture, at: now) }
      var pages: [String: String] = [:]
      for row in try transaction.rows("SELECT id, store_code FROM page") {
        pages[try row.text("store_code")] = try row.text("id")
      }
      let deliveries = texts.enumerated().map { place, text in
        let content = PostContent(
          text: text,
          media: pictures.map { PostPicture(digest: $0.digest, type: $0.type, alt: "Une image") })
        var delivery = StoredDelivery(
          post: desk.random.identifier("p"), broadcast: nil,
          store: StoreCode("S-\(number(place))"), network: .facebook,
          page: pages["S-\(number(place))"].map(PageID.init(_:)), position: 0, content: content,
          digest: PlannedPost.digest(of: content), state: .ready)
        delivery.releaseAt = now.advanced(bySeconds: seconds)
        delivery.validUntil = end.map { now.advanced(bySeconds: $0) }
        delivery.launchedBy = UserID("u_manager")
        delivery.credit = PostCredit(
          author: UserID("u_author"), editors: [UserID("u_editor")],
          approvals: ["u_approver@sha256:00"])
        return delivery
      }
      try transaction.insertDeliveries(deliveries, at: now)
      return deliveries.map(\.post)
    }
  }

  /// A picture of its own.
  static func picture(_ number: UInt8) -> StoredPicture {
    StoredPicture(type: .png, width: 1, height: 1, bytes: [UInt8](repeating: number, count: 64))
  }

  /// How a post stands.
  func delivery(_ post: PostID) async throws -> StoredDelivery {
    let found = try await desk.database.read { try $0.delivery(of: post) }
    guard let found else { throw Fault(.notFound, Message("x"), subject: post.rawValue) }
    return found
  }

  /// Takes a post down, as the use case of a person does.
  func takeDown(_ post: PostID) async throws {
    let now = clock.source.now()
    try await desk.database.write { _ = try $0.takeDownDeliveries([post], at: now) }
  }

  /// Stops a post, as the use case of a person does.
  func stop(_ post: PostID) async throws {
    let now = clock.source.now()
    try await desk.database.write { _ = try $0.cancelRoutineDeliveries([post], at: now) }
  }

  /// The newest record about a post.
  func lastRecord(_ post: PostID) async throws -> AuditRecord? {
    var filter = RecordFilter()
    filter.object = post.rawValue
    let found = filter
    return try await desk.database.read {
      try $0.records(found, below: nil, limit: 1).first.map { try AuditRecord(bytes: $0.bytes) }
    }
  }
}
