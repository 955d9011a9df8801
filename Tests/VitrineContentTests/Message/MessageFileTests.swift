import Foundation
import Testing
import VitrineContent
import VitrineCore

struct MessageFileTests {
  private func parse(_ text: String) -> MessageFile.Reading {
    MessageFile.parse(Array(text.utf8), file: "m.md")
  }

  private func findings(_ keys: String, body: String = "Bonjour") -> [String] {
    parse("---\ntitle: t\n\(keys)\n---\n\(body)\n").findings.lines()
  }

  static let full = """
    ---
    title: Retrait des jouets
    link: https://www.maison-vermeil.example/été?x=1
    media:
      - file: noel/jouets.jpg
        alt: Des jouets
    networks: [facebook, mastodon]
    text:
      mastodon: |
        Court,
        très court.
    valid: {from: 2026-11-22, until: 2026-12-24T18:00:00+01:00}
    urgent: true
    category: clients
    fields:
      - {name: prix, type: price, label: Le prix ?, min: 0.5, max: 10, default: 9.99}
      - {name: motif, type: choice, choices: [a, b], required: false}
    storeNote: Prévenez l'accueil.
    ---

    Bonjour de {{store.name}} !

    À bientôt : {{prix}}.
    {{motif}}

    """

  @Test func `a whole message is read`() throws {
    let reading = parse(Self.full)
    #expect(reading.findings == [])
    let message = try #require(reading.source)
    #expect(message.title == "Retrait des jouets")
    #expect(message.link == "https://www.maison-vermeil.example/%C3%A9t%C3%A9?x=1")
    #expect(message.media == [MessageMedia(file: "noel/jouets.jpg", alt: "Des jouets")])
    #expect(message.networks.map(\.rawValue) == ["facebook", "mastodon"])
    let mastodon = Network(rawValue: "mastodon")
    #expect(message.text(for: mastodon) == SourceText("Court,\ntrès court.", line: 10))
    #expect(message.text(for: .facebook) == message.body)
    #expect(
      message.body
        == SourceText("Bonjour de {{store.name}} !\n\nÀ bientôt : {{prix}}.\n{{motif}}", line: 21))
    #expect(message.body.fileLine(of: 3) == 23)
    #expect(message.validity.from?.date == CivilDate(year: 2026, month: 11, day: 22))
    #expect(message.validity.until?.instant == Timestamp("2026-12-24T17:00:00Z"))
    #expect(message.isUrgent)
    #expect(message.category == "clients")
    #expect(message.storeNote == "Prévenez l'accueil.")
    #expect(message.fields.map(\.name) == ["prix", "motif"])
    #expect(message.fields.map(\.isRequired) == [true, false])
    #expect(message.fields[0].standard == "9.99")
    #expect(message.fields[1].choices == ["a", "b"])
  }

  @Test func `a title and a text are enough`() throws {
    let message = try #require(parse("---\ntitle: t\n---\nBonjour").source)
    #expect(
      message == MessageSource(title: "t", body: SourceText("Bonjour", line: 4), file: "m.md"))
  }

  @Test(arguments: [
    ("|\n    a\n    b", "a\nb", 5), ("|-\n    a", "a", 5), (">\n\n    a\n    b", "a b", 6),
    ("\"a\\nb\"", "a\nb", 4), ("a\n    b", "a b", 4),
  ])
  func `a text of a network knows its line`(written: String, text: String, line: Int) throws {
    let reading = parse("---\ntitle: t\ntext:\n  mastodon: \(written)\n---\nx")
    let source = try #require(reading.source)
    #expect(source.text(for: Network(rawValue: "mastodon")) == SourceText(text, line: line))
  }

  @Test func `the digest is SHA-256 over canonical JSON`() throws {
    let message = try #require(parse("---\ntitle: été\nurgent: true\n---\nBon\njour").source)
    #expect(
      message.canonical.text
        == #"{"body":"Bon\njour","kind":"message","title":"été","urgent":true,"version":1}"#)
    #expect(message.digest == "a9f3967eee2d3c6a7cf8a306ef5a2a04e8ba366d2f856b7645fdb1a7cdf0cbfd")
  }

  @Test func `line ends, a byte-order mark, the spelling of accents and layout keep the digest`()
    throws
  {
    let digest = try #require(parse(Self.full).source).digest
    let crlf = "\u{FEFF}" + Self.full.replacing("\n", with: "\r\n")
    let decomposed = Self.full.decomposedStringWithCanonicalMapping
    let loose =
      Self.full.replacing("---\n\nBonjour", with: "---  \n \n\n\nBonjour")
      .replacing("court.", with: "court.  ") + " \n\t\n"
    #expect(decomposed.utf8.count != Self.full.utf8.count)
    for text in [crlf, decomposed, loose, Self.full.replacing("title:", with: "# c\ntitle:")] {
      #expect(try #require(parse(text).source).digest == digest)
    }
    let elsewhere = MessageFile.parse(Array(Self.full.utf8), file: "other.md")
    #expect(elsewhere.source?.digest == digest)
  }

  @Test(arguments: [
    ("title: Retrait", "title: retrait"), ("x=1", "x=2"), ("noel/jouets", "noel/jouet"),
    ("alt: Des", "alt: Les"), ("[facebook, mastodon]", "[mastodon, facebook]"),
    ("très court", "trop court"), ("2026-11-22", "2026-11-23"), ("18:00", "18:01"),
    ("urgent: true", "urgent: false"), ("category: clients", "category: client"),
    ("min: 0.5", "min: 0.6"), ("max: 10", "max: 11"), ("9.99", "9.98"), ("[a, b]", "[b, a]"),
    ("required: false", "required: true"), ("Le prix ?", "Le prix"), ("l'accueil", "le chef"),
    ("prix", "prix2"), ("type: price", "type: number"), ("À bientôt", "A bientôt"),
    ("!\n\nÀ", "!\nÀ"),
  ])
  func `every change that people could see changes the digest`(old: String, new: String) throws {
    let digest = try #require(parse(Self.full).source).digest
    let changed = Self.full.replacing(old, with: new)
    #expect(changed != Self.full)
    let other = try #require(parse(changed).source)
    #expect(other.digest != digest)
  }

  @Test(arguments: [
    ("Bonjour", "1:1: error: the file does not begin with a line '---' [message.front-matter]"),
    ("", "1:1: error: the file does not begin with a line '---' [message.front-matter]"),
    (
      "---\ntitle: t\nBonjour",
      "1:1: error: the front matter is never closed by a second line '---' [message.front-matter]"
    ),
    ("---\ntitle: t\n---\n \n\n", "4:1: error: the message has no text [message.text]"),
    ("---\ntitle: t\n---", "4:1: error: the message has no text [message.text]"),
    ("---\nurgent: true\n---\nx", "2:1: error: 'title' is missing [yaml.missing]"),
    ("---\n---\nx", "2:1: error: 'title' is missing [yaml.missing]"),
    ("---\ntitle:\n---\nx", "2:7: error: 'title' is empty [yaml.empty]"),
    (
      "---\ntitel: t\n---\nx",
      "2:1: error: the key 'titel' is not known; did you mean 'title'? [yaml.unknown-key]\n2:1: error: 'title' is missing [yaml.missing]"
    ),
    (
      "---\n- a\n---\nx",
      "2:1: error: here must stand keys with their values, not '[…]' [yaml.type]"
    ),
    (
      "---\ntitle: t\n---\na\u{C}b",
      "4:2: error: the character U+000C may not stand in a file [file.control]"
    ),
    (
      "---\ntitle: \"a\\u202Eb\"\n---\nx",
      "2:8: error: 'title' contains the character U+202E, which may not be published [file.control]"
    ),
    (
      "---\ntitle: \"a\\0b\"\n---\nx",
      "2:8: error: 'title' contains the character U+0000, which may not be published [file.control]"
    ),
    (
      "---\ntitle: a\ntitle: b\n---\nx",
      "3:1: error: the key 'title' stands twice; the first is on line 2 [yaml.duplicate]"
    ),
    (
      "---\ntitle: &x a\n---\nx",
      "2:8: error: anchors, aliases and merge keys (&, *, <<) are not supported [yaml.anchor]"
    ),
  ])
  func `a broken file is named with its place`(text: String, expected: String) {
    let reading = parse(text)
    #expect(reading.source == nil)
    #expect(reading.findings.lines() == expected.split(separator: "\n").map { "m.md:\($0)" })
  }

  @Test(arguments: [
    ("urgent: yes", "3:9: error: 'urgent' must be true or false, not 'yes' [yaml.type]"),
    ("networks: facebook", "3:11: error: 'networks' must be a list, not 'facebook' [yaml.type]"),
    (
      "networks: [facebok]",
      "3:12: error: the network 'facebok' is not known; did you mean 'facebook'? [message.network]"
    ),
    (
      "networks: [vk]",
      "3:12: error: the network 'vk' is not known; known: bluesky, facebook, google-business,"
        + " instagram, linkedin, mastodon, pinterest, threads, tiktok, x, youtube [message.network]"
    ),
    (
      "networks: [facebook, facebook]",
      "3:22: error: the network 'facebook' is named twice [message.network]"
    ),
    ("networks: []", "3:11: error: 'networks' is empty [yaml.empty]"),
    ("text: court", "3:7: error: 'text' must name networks, each with its text [yaml.type]"),
    (
      "text: {mastodn: a}",
      "3:8: error: the network 'mastodn' is not known; did you mean 'mastodon'? [message.network]"
    ),
    ("text: {mastodon: ' '}", "3:18: error: 'text.mastodon' is empty [yaml.empty]"),
    (
      "valid: {until: demain}",
      "3:16: error: 'valid.until' must be a date such as 2026-11-22 or an instant such as 2026-11-22T08:00:00+01:00, not 'demain' [yaml.type]"
    ),
    (
      "valid: {until: 2026-02-30}",
      "3:16: error: 'valid.until' must be a date such as 2026-11-22 or an instant such as 2026-11-22T08:00:00+01:00, not '2026-02-30' [yaml.type]"
    ),
    (
      "valid: {from: 2026-12-01, until: 2026-12-01}",
      "3:34: error: the message would end (2026-12-01) before it begins (2026-12-01) [message.validity]"
    ),
    (
      "valid: {untill: 2026-12-01}",
      "3:9: error: the key 'untill' is not known; did you mean 'until'? [yaml.unknown-key]"
    ),
    (
      "storenote: x",
      "3:1: error: the key 'storenote' is not known; did you mean 'storeNote'? [yaml.unknown-key]"
    ),
    (
      "media: [{file: a.jpg}]",
      "3:9: warning: the picture has no 'alt': say what it shows, for people who do not see it [message.alt]"
    ),
    ("media: [a.jpg]", "3:9: error: 'media' must be a group of keys, not 'a.jpg' [yaml.type]"),
    ("category: \"a\\nb\"", "3:11: error: 'category' must be a single line [yaml.one-line]"),
    (
      "fields: [{name: 1a, type: text}]",
      "3:17: error: '1a' cannot be the name of a field: letters a to z, digits and '_', not 'store' [field.name]"
    ),
    (
      "fields: [{name: store, type: text}]",
      "3:17: error: 'store' cannot be the name of a field: letters a to z, digits and '_', not 'store' [field.name]"
    ),
    (
      "fields: [{name: a, type: txt}]",
      "3:26: error: the type 'txt' is not known; did you mean 'text'? [field.type]"
    ),
    (
      "fields: [{name: a, type: choice}]",
      "3:10: error: the field 'a' is a choice and needs 'choices' [field.choices]"
    ),
    (
      "fields: [{name: a, type: text, choices: [b]}]",
      "3:41: error: the field 'a' is no choice and takes no 'choices' [field.choices]"
    ),
    (
      "fields: [{name: a, type: choice, choices: [b, b]}]",
      "3:47: error: the choice 'b' stands twice [field.choices]"
    ),
    (
      "fields: [{name: a, type: choice, choices: [b]}]",
      "3:43: error: the field 'a' takes two to twelve choices, and has 1 [field.choices]"
    ),
    (
      "fields: [{name: a, type: text}]",
      "3:17: warning: nothing uses the field 'a': no text has a hole for it, and the offer does not either [field.unused]"
    ),
    (
      "fields: [{name: a, type: price, min: '1,5'}]",
      "3:38: error: '1,5' cannot be the 'min' of the field 'a', which holds a price [field.limit]"
    ),
    (
      "fields: [{name: a, type: number, min: 3, max: 2.5}]",
      "3:47: error: the field 'a' has a 'min' of 3 above its 'max' of 2.5 [field.limit]"
    ),
    (
      "fields: [{name: a, type: price, default: 1.999}]",
      "3:42: error: the default '1.999' does not fit the field 'a' [field.default]"
    ),
    (
      "fields: [{name: a, type: text, max: 2, default: abc}]",
      "3:49: error: the default 'abc' does not fit the field 'a' [field.default]"
    ),
    (
      "fields: [{name: a, type: choice, choices: [b, d], default: c}]",
      "3:60: error: the default 'c' does not fit the field 'a' [field.default]"
    ),
    (
      "fields: [{name: a, type: date, default: 2026-02-30}]",
      "3:41: error: the default '2026-02-30' does not fit the field 'a' [field.default]"
    ),
    (
      "fields: [{name: a, type: text}, {name: a, type: date}]",
      "3:40: error: the field 'a' is declared twice [field.name]"
    ),
  ])
  func `a wrong key is named with its place`(line: String, expected: String) {
    #expect(findings(line) == ["m.md:\(expected)"])
  }

  @Test func `a title of 200 characters is the longest`() {
    #expect(parse("---\ntitle: \(String(repeating: "é", count: 200))\n---\nx").source != nil)
    #expect(
      parse("---\ntitle: \(String(repeating: "é", count: 201))\n---\nx").findings.lines() == [
        "m.md:2:8: error: 'title' has 201 characters, and 200 is the limit [yaml.long]"
      ])
  }

  @Test(arguments: [
    "../etc/passwd", "/etc/passwd", "a/../../x", "%2e%2e/x", #"..\x"#, "a//b", "./a", "a/.", "C:x",
    "~/x", "a/", "a/..", "a\\0b", "..", "a?b",
  ])
  func `a picture outside the media folder is refused`(path: String) {
    let quoted = path == "a\\0b" ? "\"\(path)\"" : "'\(path)'"
    let found = parse("---\ntitle: t\nmedia: [{file: \(quoted), alt: x}]\n---\nx")
    #expect(found.source == nil)
    #expect(found.findings.count == 1)
    #expect(found.findings.first?.line == 3)
    #expect(found.findings.first?.column == 16)
  }

  @Test func `the place of a finding in a path is quoted as it stands`() {
    #expect(
      findings("media: [{file: ../etc/passwd, alt: x}]") == [
        "m.md:3:16: error: the path '../etc/passwd' may only lead down into the media folder of"
          + " the library [message.media]"
      ])
    #expect(
      findings("media: [{file: '%2e%2e/x', alt: x}]") == [
        "m.md:3:16: error: the path '%2e%2e/x' contains 'U+0025', which is not allowed there"
          + " [message.media]"
      ])
  }

  @Test func `more than a hundred findings end in a count`() {
    let fields = (0..<150).map { "wrong\($0): x\n" }.joined()
    let found = parse("---\ntitle: t\n\(fields)---\nx").findings
    #expect(found.count == 101)
    #expect(found.first?.line == 3)
    #expect(
      found.last?.text(in: .en) == "m.md: error: 50 more findings are not shown [content.more]")
  }

  @Test func `a file beyond a mebibyte is refused before it is parsed`() {
    let bytes = [UInt8](repeating: 0x20, count: MessageFile.sizeLimit + 1)
    #expect(
      MessageFile.parse(bytes, file: "m.md").findings.lines() == [
        "m.md: error: 'm.md' has 1,048,577 bytes, and 1,048,576 is the limit [file.size]"
      ])
  }

  @Test(arguments: ["retrait-jouets", "fermeture-exceptionnelle", "rappel-produit"])
  func `the messages of the repository have no findings`(name: String) throws {
    let file = repository.appendingPathComponent("content-library/messages/\(name).md").path
    let (message, findings) = try MessageFile.load(file)
    #expect(findings == [])
    #expect(message.isUrgent == (name == "rappel-produit"))
    #expect(message.networks == [.facebook])
    #expect(message.body.text.contains("{{store.name}}"))
    #expect(!message.body.text.contains("{{store.phone}}"))
  }
}
