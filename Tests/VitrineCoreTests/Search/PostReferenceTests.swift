import Testing

@testable import VitrineCore

struct PostReferenceTests {
  @Test(arguments: [
    ("100200300_777", ["100200300_777"]),
    ("777", ["100200300_777"]),
    (" 777\n", ["100200300_777"]),
    ("https://www.facebook.com/100200300/posts/777", ["100200300_777"]),
    ("https://m.facebook.com/vermeil.oyonnax/posts/777/?ref=share", ["100200300_777"]),
    ("facebook.com/permalink.php?story_fbid=777&id=100200300", ["100200300_777"]),
    // The new pages give themselves another number in their addresses.
    ("https://www.facebook.com/permalink.php?story_fbid=777&id=61550000", ["100200300_777"]),
    // Posts of other pages.
    ("999_777", []), ("https://www.facebook.com/999_777", []),
  ])
  func `an address or an id becomes the id of a post of the page`(
    _ text: String, _ ids: [String]
  ) throws {
    let reference = try #require(PostReference(text))
    #expect(
      reference.ids(on: RemoteID("100200300"), of: .facebook) == ids.map { RemoteID($0) })
  }

  @Test(arguments: [
    "", "  ", "https://www.facebook.com/vermeil.oyonnax", "https://example.org/",
    "https://www.facebook.com/vermeil/posts/pfbid02xyz", "post 777 of today!", "é",
    String(repeating: "1", count: 101),
  ])
  func `a text that names no post is none`(_ text: String) {
    #expect(PostReference(text) == nil)
  }

  @Test func `other networks have ids without a page`() throws {
    let reference = try #require(PostReference("https://social.example/@oyonnax/1122"))
    #expect(
      reference.ids(on: RemoteID("7"), of: .mastodon).contains(RemoteID("1122")))
  }

  @Test func `a page's number in front of another one is not the page's`() {
    #expect(PostReference.isPost(RemoteID("12_3"), of: RemoteID("12")))
    #expect(!PostReference.isPost(RemoteID("123_3"), of: RemoteID("12")))
    #expect(!PostReference.isPost(RemoteID("12"), of: RemoteID("12")))
  }
}
