import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Pictures on their way: uploaded once a page, shown in their order, read from the desk once.
@Suite(.temporaryFolder)
struct PictureDeliveryTests {
  private var uploads: (PageDesk) -> Int {
    { desk in desk.network.calls.count(where: \.isUpload) }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a post shows its pictures in their order, with what they show in words`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(1, driver)
    let pictures = [PageDesk.picture(3), PageDesk.picture(1), PageDesk.picture(2)]
    let post = try await desk.post("Le marché", on: 1, pictures: pictures)
    #expect(try await desk.deliver() == .done)
    #expect(desk.network.visiblePictures(1).map(\.digest) == pictures.map(\.digest))
    #expect(desk.network.visiblePictures(1).allSatisfy { $0.alt == "Une image" })
    #expect(uploads(desk) == 3)
    let stored = try await desk.delivery(post)
    #expect(stored.state == .confirmed)
    #expect(stored.uploads == nil)
  }

  @Test func `a broadcast with a picture puts it on every page`() async throws {
    let desk = try await PageDesk.make(30)
    let id = try await desk.launched("Rappel")
    let picture = PageDesk.picture(1)
    let now = desk.clock.source.now()
    try await desk.desk.database.write { transaction in
      try transaction.insertPicture(picture, at: now)
      try transaction.execute(
        "UPDATE delivery SET media = ?1",
        [try .json([PostPicture(digest: picture.digest, type: .png)])])
    }
    #expect(try await desk.deliver(id) == .done)
    #expect(try await desk.status(id).counts[.published] == 30)
    #expect((1...30).allSatisfy { desk.network.visiblePictures($0).count == 1 })
    #expect(uploads(desk) == 30)
    // A picture is a request of its own.
    #expect(desk.network.sizes.count { $0 == 1 } >= 30)
  }

  @Test func `pictures that wait too long are made again before the draft`() async throws {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Le marché", on: 1, pictures: [PageDesk.picture(1)])
    let old = PictureUploads(
      ids: [RemoteID("51")], began: desk.clock.source.now().advanced(bySeconds: -21 * 3_600))
    try await desk.desk.database.write {
      _ = try $0.execute(
        "UPDATE delivery SET uploads = ?2 WHERE post_id = ?1", [SQLValue(post), try .json(old)])
    }
    try await desk.deliver()
    #expect(uploads(desk) == 1)
    #expect(desk.network.visiblePictures(1).count == 1)
  }

  @Test func `a picture that is not on the desk refuses its post, and no other`() async throws {
    let desk = try await PageDesk.make(2)
    let post = try await desk.post("Sans image", on: 1, pictures: [PageDesk.picture(1)])
    let other = try await desk.post("Texte", on: 2)
    try await desk.desk.database.write { _ = try $0.execute("DELETE FROM picture") }
    #expect(try await desk.deliver() == .done)
    #expect(try await desk.delivery(post).state == .refused)
    #expect(try await desk.delivery(other).state == .confirmed)
  }

  @Test func `a shelf that is full begins anew`() {
    var shelf = PictureShelf()
    let big = [UInt8](repeating: 0, count: 40 << 20)
    shelf.keep(big, as: "a")
    #expect(shelf["a"]?.count == big.count)
    shelf.keep(big, as: "b")
    #expect(shelf["a"] == nil)
    #expect(shelf["b"]?.count == big.count)
  }
}
