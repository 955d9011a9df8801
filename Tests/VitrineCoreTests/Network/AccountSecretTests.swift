import Testing
import VitrineCore

/// A token is only ever sent to the server that it was given for.
struct AccountSecretTests {
  @Test(arguments: [
    ("https://m.example", "https://m.example", "m.example"),
    ("https://M.Example:8443/", "https://M.Example:8443", "m.example:8443"),
    ("https://m.example:443", "https://m.example:443", "m.example"),
    ("https://m.example/social", "https://m.example/social", "m.example"),
    ("http://127.0.0.1:3000", "http://127.0.0.1:3000", "127.0.0.1:3000"),
    ("http://localhost", "http://localhost", "localhost"),
    ("http://[::1]:9", "http://[::1]:9", "[::1]:9"),
  ])
  func `a server and a token are stored together and read again`(
    _ address: String, _ server: String, _ authority: String
  ) throws {
    let secret = try #require(AccountSecret(server: address, token: Secret("abc-DEF_1")))
    #expect(secret.server.text == server)
    #expect(secret.server.authority == authority)
    let again = try #require(AccountSecret(secret.stored))
    #expect(again.server == secret.server)
    #expect(again.token == Secret("abc-DEF_1"))
    #expect("\(secret.stored)" == "•••")
  }

  @Test(arguments: [
    "http://m.example", "ftp://m.example", "m.example", "", "https://", "https://u:p@m.example",
    "https://m.example?x", "https://m.example/#x", "https://m.example\\@evil.example",
    "https://m.example/../x", "https://m.example/a b", "https://m.exämple", "https://m.example:0",
    "https://m.example:99999", "https://m.example/%2e", "http://127.0.0.1.evil.example",
    "https://m.example\nhttps://evil.example",
  ])
  func `an address that may not be called is refused`(_ address: String) {
    #expect(AccountSecret.server(address) == nil)
    #expect(AccountSecret(server: address, token: Secret("x")) == nil)
  }

  @Test(arguments: [
    "", "https://m.example", "https://m.example\n", "\ntoken", "https://m.example\na b",
    "https://m.example\na\nb", "https://m.example\r\ntoken", "https://m.example\ntoken\r",
    "http://m.example\ntoken", "https://m.example\njeton é",
  ])
  func `a stored secret is read strictly`(_ stored: String) {
    #expect(AccountSecret(Secret(stored)) == nil)
  }
}
