import Testing
import VitrineTestSupport

@testable import VitrineCore

struct EncodingTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base 64 is that of RFC 4648`(text: String, encoded: String) {
    #expect(Base64.text(Array(text.utf8)) == encoded)
    #expect(Base64.bytes(encoded) == Array(text.utf8))
  }

  @Test func `random bytes survive both encodings`() {
    var random = SeededGenerator(seed: 1)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      #expect(Base64.bytes(Base64.text(bytes)) == bytes)
      #expect(Hex.bytes(Hex.text(bytes)) == bytes)
    }
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zg===", "Z", "=", "====", "Zh==", "Zm9=", "Zm 9", "Zm9v\n", " Zm9v", "Zm9v====",
    "Zg==Zg==", "Zm-_", "Zm9vé", "Z===",
  ])
  func `another spelling of base 64 is refused`(text: String) {
    #expect(Base64.bytes(text) == nil)
  }

  @Test(arguments: ["a", "AB", "0x", "é0", "0 "])
  func `another spelling of hexadecimal digits is refused`(text: String) {
    #expect(Hex.bytes(text) == nil)
  }

  @Test func `a hash has 32 bytes`() {
    let hash = Hash(of: [])
    #expect(Hash(hex: hash.hex) == hash)
    #expect(Hash(base64: hash.base64) == hash)
    #expect(Hash(bytes: hash.bytes.dropLast()) == nil)
    #expect(Hash(bytes: hash.bytes + [0]) == nil)
    #expect("\(hash)" == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
