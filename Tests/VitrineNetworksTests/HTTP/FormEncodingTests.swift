import Testing
import VitrineCore

@testable import VitrineNetworks

struct FormEncodingTests {
  @Test func `everything but unreserved characters is encoded as UTF-8`() {
    let form = FormEncoding.encode([
      (name: "message", value: "À demain & +1 = 50 %\n😀"), (name: "a-b", value: "x_y.z~"),
    ])
    #expect(
      form
        == "message=%C3%80%20demain%20%26%20%2B1%20%3D%2050%20%25%0A%F0%9F%98%80&a-b=x_y.z~")
  }

  @Test func `what was encoded reads back`() {
    let text = "à + b & c = d % e \u{0} \r\n 漢字 👩‍👩‍👧"
    #expect(ReceivedRequest.form(FormEncoding.encode([(name: "m", value: text)]))["m"] == text)
  }
}

struct GraphTokenTests {
  @Test func `the proof is HMAC-SHA256 in lowercase hex`() {
    // RFC 4231, test case 2.
    let proof = GraphToken.proof(
      of: Secret("what do ya want for nothing?"), appSecret: Secret("Jefe"))
    #expect(proof == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test(arguments: ["", "a b", "a\r\nHost: evil", "a\u{0}", "é", "a\u{7F}"])
  func `a token that could break out of a header is no token`(_ text: String) {
    #expect(!GraphToken.isSendable(Secret(text)))
  }

  @Test func `a token may hold all visible ASCII`() {
    #expect(GraphToken.isSendable(Secret("EAA|x-_.~%+/=")))
    #expect(!GraphToken.isSendable(Secret(String(repeating: "a", count: 8193))))
  }
}
