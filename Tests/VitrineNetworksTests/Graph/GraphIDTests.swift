import Testing
import VitrineCore

@testable import VitrineNetworks

struct GraphIDTests {
  @Test(arguments: ["1", "100_200", "123456789012345_1"])
  func `digits, and two groups of digits, are ids`(_ text: String) {
    #expect(GraphID.isSendable(RemoteID(text)))
  }

  @Test(arguments: [
    "", "_", "1_", "_1", "1_2_3", "me", "1/feed", "1?x=2", "../1", "1 ", "１", "1\u{0}",
    String(repeating: "1", count: 129),
  ])
  func `nothing else stands in a path`(_ text: String) {
    #expect(!GraphID.isSendable(RemoteID(text)))
  }

  @Test func `a post belongs to the page in front of its underscore`() {
    #expect(GraphID.isPost(RemoteID("100_1"), of: page))
    #expect(!GraphID.isPost(RemoteID("1001_1"), of: page))
    #expect(!GraphID.isPost(page, of: page))
  }
}
