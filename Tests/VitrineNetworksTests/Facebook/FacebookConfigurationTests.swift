import Testing
import VitrineCore
import VitrineNetworks

struct FacebookConfigurationTests {
  @Test(arguments: [
    ("https://graph.facebook.com", "https://graph.facebook.com"),
    ("HTTPS://Graph.Facebook.COM/", "https://graph.facebook.com"),
    ("https://graph.beta.facebook.com:443", "https://graph.beta.facebook.com:443"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("http://127.9.9.9/mock/Graph/", "http://127.9.9.9/mock/Graph"),
    ("http://[::1]:80", "http://[::1]:80"), ("http://localhost:1", "http://localhost:1"),
  ])
  func `Meta's address and this machine's are taken`(_ address: String, _ expected: String) throws {
    let url = try GraphBaseURL(address)
    #expect(url.text == expected)
    #expect(url.isLoopback == !expected.contains("facebook"))
  }

  @Test(arguments: [
    ("https://graph.facebook.com@evil.example/", "network.address.userInfo"),
    ("https://evil.example\\@graph.facebook.com/", "network.address.userInfo"),
    ("https://evil.example\\.graph.facebook.com/", "network.address.userInfo"),
    ("https://user:secret@graph.facebook.com", "network.address.userInfo"),
    ("http://graph.facebook.com", "network.address.insecure"),
    ("http://127.0.0.1.evil.example", "network.address.insecure"),
    ("http://127.1", "network.address.insecure"),
    ("http://0177.0.0.1", "network.address.insecure"),
    ("http://127.0.0.01", "network.address.insecure"),
    ("http://2130706433", "network.address.insecure"),
    ("http://[::ffff:127.0.0.1]", "network.address.insecure"),
    ("http://[::1%25lo]/", "network.address.insecure"),
    ("http://169.254.169.254/latest/meta-data/", "network.address.insecure"),
    ("http://0.0.0.0", "network.address.insecure"),
    ("https://evil.example", "network.address.host"),
    ("https://169.254.169.254", "network.address.host"),
    ("https://facebook.com", "network.address.host"),
    ("https://graph.facebook.com.evil.example", "network.address.host"),
    ("https://evilfacebook.com", "network.address.host"),
    ("https://graph%2efacebook.com", "network.address.host"),
    ("https://graph..facebook.com", "network.address.host"),
    ("https://graph.facebook.com?x=1", "network.address.query"),
    ("https://graph.facebook.com/#x", "network.address.query"),
    ("https://gräph.facebook.com", "network.address.characters"),
    ("https://graph.facebook.com\u{0}", "network.address.characters"),
    (" https://graph.facebook.com", "network.address.characters"),
    ("https://graph.facebook.com\r\nx", "network.address.characters"),
    ("graph.facebook.com", "network.address.scheme"), ("ftp://127.0.0.1", "network.address.scheme"),
    ("", "network.address.scheme"), ("https:/graph.facebook.com", "network.address.scheme"),
    ("https://", "network.address.malformed"), ("https:///v1", "network.address.malformed"),
    ("http://127.0.0.1:", "network.address.malformed"),
    ("http://127.0.0.1:0", "network.address.malformed"),
    ("http://127.0.0.1:65536", "network.address.malformed"),
    ("http://127.0.0.1:80:80", "network.address.malformed"),
    ("http://127.0.0.1:8a", "network.address.malformed"),
    ("http://[::1", "network.address.malformed"), ("http://[::1]x", "network.address.malformed"),
    ("http://127.0.0.1/../x", "network.address.malformed"),
    ("http://127.0.0.1//x", "network.address.malformed"),
    ("http://127.0.0.1/a%2Fb", "network.address.malformed"),
  ])
  func `another address is refused, with its reason and without a word of it`(
    _ address: String, _ code: String
  ) throws {
    let fault = try #require(throws: Fault.self) { try GraphBaseURL(address) }
    #expect(fault.code == .configuration)
    #expect(fault.message.code == code)
    #expect(fault.message.arguments.isEmpty)
    for language in Language.allCases {
      #expect(fault.message.text(in: language) != code)
      #expect(try #require(fault.hint).text(in: language) != "network.address.hint")
    }
  }

  private func configuration(
    version: String = "v26.0", appID: String = "1", secret: String = "s", batchSize: Int = 1,
    connections: Int = 1, request: Int64 = 1
  ) throws -> FacebookConfiguration {
    try FacebookConfiguration(
      version: version, appID: appID, appSecret: Secret(secret), batchSize: batchSize,
      connections: connections,
      timeouts: FacebookConfiguration.Timeouts(requestMilliseconds: request))
  }

  @Test func `the defaults are Meta's address and a pinned version`() throws {
    let configuration = try FacebookConfiguration(appID: "1", appSecret: nil)
    #expect(configuration.baseURL.text == "https://graph.facebook.com")
    #expect(configuration.version == "v26.0")
    #expect(!configuration.baseURL.isLoopback)
  }

  @Test(arguments: ["", "26.0", "v26", "v26.", "v.0", "v26.0/", "v26.0.0", "V26.0", "v2６.0"])
  func `a version is a v, digits, a dot and digits`(_ version: String) {
    #expect(throws: Fault.self) { try configuration(version: version) }
  }

  @Test(arguments: [0, -1, 51, Int.max])
  func `a batch has 1 to 50 calls`(_ size: Int) {
    #expect(throws: Fault.self) { try configuration(batchSize: size) }
  }

  @Test func `other values are checked too`() throws {
    #expect(throws: Fault.self) { try configuration(appID: "") }
    #expect(throws: Fault.self) { try configuration(appID: "1|x") }
    #expect(throws: Fault.self) { try configuration(secret: "a\n") }
    #expect(throws: Fault.self) { try configuration(connections: 0) }
    #expect(throws: Fault.self) { try configuration(request: 0) }
    #expect(throws: Fault.self) { try configuration(request: .max) }
    #expect(try configuration(batchSize: 50).batchSize == 50)
  }
}
