import Testing
import VitrineContent
import VitrineCore

struct WebLinkTests {
  private func findings(_ link: String) -> [String] {
    let quoted = "'\(link.replacing("'", with: "''"))'"
    let text = "---\ntitle: t\nlink: \(quoted)\n---\nx"
    return MessageFile.parse(Array(text.utf8), file: "m.md").findings.lines()
  }

  @Test(arguments: [
    ("https://www.maison-vermeil.example/jouets", "https://www.maison-vermeil.example/jouets"),
    ("HTTPS://Maison-Vermeil.example", "https://maison-vermeil.example"),
    ("https://a.example:8443/x?y=1#z", "https://a.example:8443/x?y=1#z"),
    ("https://a.example./", "https://a.example/"),
    ("https://a.example/Noël", "https://a.example/No%C3%ABl"),
    ("https://3suisses.example/", "https://3suisses.example/"),
    ("https://élégance.example/", "https://xn--lgance-9uab.example/"),
  ])
  func `a good link is kept in ASCII`(text: String, expected: String) throws {
    #expect(try WebLink(text).text == expected)
  }

  @Test(arguments: [
    ("http://www.example.fr", "a link begins with https:// [link.https]"),
    ("ftp://www.example.fr", "a link begins with https:// [link.https]"),
    ("javascript:alert(1)", "a link begins with https:// [link.https]"),
    ("www.example.fr", "a link begins with https:// [link.https]"),
    (
      "https://127.0.0.1", "a link names a site, not an address in numbers: '127.0.0.1' [link.host]"
    ),
    ("https://[::1]", "a link names a site, not an address in numbers: '[::1]' [link.host]"),
    (
      "https://169.254.169.254/latest/meta-data/",
      "a link names a site, not an address in numbers: '169.254.169.254' [link.host]"
    ),
    ("https://10.0.0.1", "a link names a site, not an address in numbers: '10.0.0.1' [link.host]"),
    (
      "https://[fd00::1]", "a link names a site, not an address in numbers: '[fd00::1]' [link.host]"
    ),
    (
      "https://[::ffff:127.0.0.1]/",
      "a link names a site, not an address in numbers: '[::ffff:127.0.0.1]' [link.host]"
    ),
    (
      "https://[64:ff9b::7f00:1]/",
      "a link names a site, not an address in numbers: '[64:ff9b::7f00:1]' [link.host]"
    ),
    (
      "https://[::1%25lo]/",
      "a link names a site, not an address in numbers: '[::1%25lo]' [link.host]"
    ),
    (
      "https://2130706433/",
      "a link names a site, not an address in numbers: '2130706433' [link.host]"
    ),
    ("https://0x7f.1/", "a link names a site, not an address in numbers: '0x7f.1' [link.host]"),
    (
      "https://127.0.0.0x1/",
      "a link names a site, not an address in numbers: '127.0.0.0x1' [link.host]"
    ),
    (
      "https://127.0.0.1./",
      "a link names a site, not an address in numbers: '127.0.0.1' [link.host]"
    ),
    ("https://127。0。0。1/", "'127。0。0。1' is not the name of a site [link.host]"),
    ("https://１２７.0.0.example/", "'１２７.0.0.example' is not the name of a site [link.host]"),
    (
      "https://localhost/",
      "'localhost' is a name of an inner network, which visitors cannot reach [link.host]"
    ),
    (
      "https://intranet/",
      "'intranet' is a name of an inner network, which visitors cannot reach [link.host]"
    ),
    (
      "https://metadata.google.internal/",
      "'metadata.google.internal' is a name of an inner network, which visitors cannot reach [link.host]"
    ),
    (
      "https://graph.facebook.com@evil.example/",
      "a link may not have a name or a password before '@' [link.form]"
    ),
    (
      #"https://evil.example\@graph.facebook.com/"#,
      "a link may not contain a backslash [link.form]"
    ),
    ("https://a.example/a b", "a link may not contain the character U+0020 [link.form]"),
    ("https://a.example/{{x}}", "a link may not contain the character U+007B [link.form]"),
    (
      "https://a.example/\u{202E}x",
      "'link' contains the character U+202E, which may not be published [file.control]"
    ),
    ("https://a\u{200D}b.example/", "a link may not contain the character U+200D [link.form]"),
    ("https:///x", "'' is not the name of a site [link.host]"),
    ("https://a..example/", "'a..example' is not the name of a site [link.host]"),
    ("https://-a.example/", "'-a.example' is not the name of a site [link.host]"),
    ("https://a_b.example/", "'a_b.example' is not the name of a site [link.host]"),
    ("https://a%2eexample/", "'a%2eexample' is not the name of a site [link.host]"),
    ("https://a.example:0/", "'a.example:0' is not the name of a site [link.host]"),
    ("https://a.example:99999/", "'a.example:99999' is not the name of a site [link.host]"),
    ("https://xn--a.example/", "'xn--a.example' is not the name of a site [link.host]"),
  ])
  func `a bad link is refused`(link: String, expected: String) {
    #expect(findings(link) == ["m.md:3:7: error: \(expected)"])
  }

  @Test(arguments: ["https://fаcebook.com/", "https://xn--fcebook-2fg.com"])
  func `a host that imitates another is refused in both spellings`(link: String) {
    #expect(
      findings(link) == [
        "m.md:3:7: error: 'fаcebook.com' mixes letters of several alphabets and looks like another"
          + " site; its true name is 'xn--fcebook-2fg.com' [link.host]"
      ])
  }

  @Test(arguments: ["https://мир.example", "https://xn--h1ahn.example"])
  func `a host with other letters is a warning that shows the punycode`(link: String) {
    #expect(
      findings(link) == [
        "m.md:3:7: warning: 'мир.example' has letters beyond a to z; its true name is"
          + " 'xn--h1ahn.example' [link.host]"
      ])
  }

  @Test(arguments: [
    ("bücher", "bcher-kva"), ("münchen", "mnchen-3ya"), ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("español", "espaol-zwa"),
  ])
  func `punycode agrees with RFC 3492`(label: String, ascii: String) throws {
    #expect(try WebLink("https://\(label).example").host == "xn--\(ascii).example")
    #expect(try WebLink("https://xn--\(ascii).example").readableHost == "\(label).example")
  }

  @Test func `a link of 2,000 bytes is the longest`() {
    let head = "https://a.example/"
    let rest = String(repeating: "x", count: 2000 - head.utf8.count)
    #expect(findings(head + rest) == [])
    #expect(
      findings(head + rest + "x") == [
        "m.md:3:7: error: the link has 2,001 bytes, and 2,000 is the limit [link.form]"
      ])
  }
}
