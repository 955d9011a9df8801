import Testing

@testable import VitrineCore

/// The addresses under which one post is known.
struct PostLinkTests {
  @Test(arguments: [
    "https://www.facebook.com/1001_2002", "http://m.facebook.com/1001_2002/",
    "https://fr-fr.facebook.com/1001_2002?mibextid=abc&rdid=1", "facebook.com/1001_2002#",
    " https://WEB.FACEBOOK.COM/1001_2002 \n", "https://fb.com/1001_2002",
  ])
  func `variants of one address are one`(_ text: String) throws {
    let link = try #require(PostLink(text))
    #expect(link.key == "facebook.com/1001_2002")
    #expect(link.remoteIDs == [RemoteID("1001_2002")])
  }

  @Test(arguments: [
    ("https://www.facebook.com/1001/posts/2002", "1001_2002"),
    ("https://www.facebook.com/1001/posts/un-titre/2002/?x=1", "1001_2002"),
    ("https://www.facebook.com/permalink.php?story_fbid=2002&id=1001", "1001_2002"),
    ("https://m.facebook.com/story.php?id=1001&story_fbid=2002&refid=17", "1001_2002"),
    ("http://127.0.0.1:4040/p/1001#2002", "1001_2002"),
  ])
  func `the network's id is read out of an address`(_ text: String, _ id: String) throws {
    #expect(try #require(PostLink(text)).remoteIDs == [RemoteID(id)])
  }

  @Test func `an address that names its page in words gives the post's number`() throws {
    let link = try #require(PostLink("https://www.facebook.com/SuperRennes/posts/2002"))
    #expect(link.remoteIDs.isEmpty)
    #expect(link.postNumbers == ["2002"])
  }

  @Test func `an opaque address is kept as it is, without its tracking`() throws {
    let link = try #require(
      PostLink("https://www.facebook.com/SuperRennes/posts/pfbid02AbC?__cft__[0]=AZ"))
    #expect(link.key == "facebook.com/SuperRennes/posts/pfbid02AbC")
    #expect(link.remoteIDs.isEmpty && link.postNumbers.isEmpty)
  }

  @Test func `two posts of the sandbox are two addresses`() throws {
    let first = try #require(PostLink("http://127.0.0.1:4040/p/1001#2002"))
    let second = try #require(PostLink("http://127.0.0.1:4040/p/1001#2003"))
    #expect(first.key != second.key)
  }

  @Test(arguments: ["", "bonjour", "ftp://facebook.com/1_2", "https://", "1001_2002"])
  func `what is no address is refused`(_ text: String) {
    #expect(PostLink(text) == nil)
  }
}
