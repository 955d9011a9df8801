import Testing

@testable import VitrineNetworks

struct RedactionTests {
  private let redaction = Redaction { ["EAAsecretToken1", "777|hushHush", "hushHush", "p|q r"] }

  @Test(arguments: [
    ("token EAAsecretToken1 is bad", "token ••• is bad"),
    ("EAAsecretToken1", "•••"),
    ("id 777|hushHush and hushHush", "id ••• and •••"),
    ("encoded 777%7ChushHush p%7Cq%20r", "encoded ••• •••"),
    ("another EAABwzLixnjYBO1a2b3 seen", "another ••• seen"),
    ("x=\"EAABwzLixnjYBO1a2b3\"", "x=\"•••\""),
    ("/me?access_token=abc.def|1&limit=2", "/me?access_token=•••&limit=2"),
    ("ACCESS_TOKEN=abc", "ACCESS_TOKEN=•••"),
    ("input_token=a&appsecret_proof=0f", "input_token=•••&appsecret_proof=•••"),
    ("Bearer abcdefghijklmnop0", "Bearer •••"),
  ])
  func `a secret becomes dots wherever it stands`(_ text: String, _ expected: String) {
    #expect(redaction.clean(text) == expected)
  }

  @Test(arguments: [
    "Invalid OAuth access token - Cannot parse access token", "(#100) Invalid parameter",
    "EAA is short", "À bientôt",
  ])
  func `other words stay`(_ text: String) {
    #expect(redaction.clean(text) == text)
  }

  @Test func `control characters become spaces, and long texts end`() {
    #expect(redaction.clean("a\u{1B}[31m\nb\u{202E}c") == "a [31m b c")
    let long = redaction.clean(String(repeating: "é", count: 5000))
    #expect(long.unicodeScalars.count == Redaction.longest)
  }

  @Test func `no secret is cut in two by the bound`() {
    for padding in 280...300 {
      let text = String(repeating: "x", count: padding) + "EAAsecretToken1"
      #expect(!redaction.clean(text).contains("EAAs"))
    }
  }
}
