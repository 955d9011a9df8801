import Testing
import VitrineContent
import VitrineCore

/// What a template may say, and what is said when it may not.
struct TemplateFileTests {
  private func parse(_ keys: String, body: String = "Bonjour") -> MessageFile.Reading {
    MessageFile.parse(
      Array("---\ntitle: t\n\(keys)\n---\n\(body)\n".utf8), file: "content-library/templates/t.md",
      kind: .template, knowledge: MessageKnowledge(families: ["alcohol", "perishable"]))
  }

  private func findings(_ keys: String, body: String = "Bonjour") -> [String] {
    parse(keys, body: body).findings.lines().map {
      String($0.dropFirst("content-library/templates/t.md:".count))
    }
  }

  private static let fields = """
    fields:
      - {name: produit, type: text, max: 60}
      - {name: prix, type: price}
      - {name: avant, type: price}
      - {name: fin, type: date}
      - {name: photo, type: image, required: false}
      - {name: mot, type: text, required: false}
    """

  @Test func `a whole template is read`() throws {
    let reading = parse(
      """
      id: offre
      formats: [supermarket, hypermarket]
      regions: [Bretagne, Pays de la Loire]
      usage: |
        Une ligne.
        Une autre.
      families: [perishable]
      media:
        - {file: a.jpg, alt: Un étal., people: true, minors: false, consent: C-12, parents: P-3}
      \(Self.fields)
      offer:
        product: "{{produit}}"
        price: "{{ prix }}"
        priorPrice: 22.90
        origin: France
        from: 2026-11-25
        until: "{{fin}}"
        stock: 40
        loyaltyOnly: true
        agreement: "{{store.city}}"
      """, body: "{{produit}} {{avant}} {{store.x-rayon}}\n\n{{mot}}")
    #expect(reading.findings == [])
    let source = try #require(reading.source)
    #expect(source.id == "offre")
    #expect(source.formats == [.supermarket, .hypermarket])
    #expect(source.regions == ["Bretagne", "Pays de la Loire"])
    #expect(source.usage == "Une ligne.\nUne autre.")
    #expect(source.families == ["perishable"])
    #expect(
      source.media == [
        MessageMedia(
          file: "a.jpg", alt: "Un étal.",
          declaration: PictureDeclaration(showsPeople: true, consent: "C-12", parents: "P-3"))
      ])
    #expect(source.offer?.values[.price] == "{{ prix }}")
    #expect(source.offer?.values.count == 9)
    #expect(source.offer?.fieldNames == ["produit", "prix", "fin", "store.city"])
  }

  @Test func `the id is the name of the file where the file does not say`() {
    #expect(parse("").source?.id == "t")
    #expect(parse("id: autre").source?.id == "autre")
  }

  @Test(arguments: [
    (
      "id: Été",
      "3:5: error: 'Été' cannot be an id: an id takes small letters, digits and hyphens [message.id]"
    ),
    (
      "formats: [hypermarkets]",
      "3:11: error: 'hypermarkets' is not known here; did you mean 'hypermarket'? [message.format]"
    ),
    (
      "formats: [proximity, proximity]", "3:22: error: 'proximity' is named twice [message.format]"
    ),
    ("regions: [Corse, Corse]", "3:18: error: 'Corse' is named twice [message.region]"),
    (
      "families: [perishabel]",
      "3:12: error: 'perishabel' is not known here; did you mean 'perishable'? [message.family]"
    ),
    (
      "families: [jouets]",
      "3:12: error: 'jouets' is not known here; known: alcohol, perishable [message.family]"
    ),
    (
      "media: [{file: a.jpg}]",
      "3:9: error: the picture has no 'alt': say what it shows, for people who do not see it [message.alt]"
    ),
    (
      "media: [{file: a.jpg, alt: x, people: oui}]",
      "3:39: error: 'media.people' must be true or false, not 'oui' [yaml.type]"
    ),
    (
      "networks: [facebook, instagram]",
      "3:22: error: instagram takes no post without a picture; give 'media' or a field of type image that is required [message.no-picture]"
    ),
    (
      "networks: [facebook]\ntext: {mastodon: court}",
      "4:8: warning: the text for 'mastodon' is never used: 'networks' does not name it [message.text]"
    ),
    (
      "offer: {price: '4,99'}",
      "3:16: error: 'offer.price' must be an amount such as 4.99, not '4,99' [yaml.type]"
    ),
    (
      "offer: {price: 4.99, priorPrice: 4.99}",
      "3:34: error: the prior price must be above the price [offer.priorPrice]"
    ),
    (
      "offer: {from: 2026-12-02, until: 2026-12-01}",
      "3:34: error: the offer would end (2026-12-01) before it begins (2026-12-02) [offer.until]"
    ),
    (
      "offer: {until: demain}",
      "3:16: error: 'offer.until' must be a date such as 2026-11-22, not 'demain' [yaml.type]"
    ),
    (
      "offer: {stock: 2.5}",
      "3:16: error: 'offer.stock' must be a number of pieces, not '2.5' [yaml.type]"
    ),
    (
      "offer: {loyaltyOnly: oui}",
      "3:22: error: 'offer.loyaltyOnly' must be true or false, not 'oui' [yaml.type]"
    ),
    (
      "offer: {prise: 4}",
      "3:9: error: the key 'prise' is not known; did you mean 'price'? [yaml.unknown-key]"
    ),
    (
      "offer: {product: 'le {{produit}}'}",
      "3:18: error: 'offer.product' is what it says or one hole, not both [offer.form]"
    ),
  ])
  func `a wrong key is named with its place and what to write`(keys: String, expected: String) {
    #expect(findings(keys) == [expected])
  }

  @Test(arguments: [
    (
      "offer: {price: '{{produit}}'}",
      "'offer.price' needs a price, and 'produit' is a text [offer.type]"
    ),
    (
      "offer: {until: '{{prix}}'}", "'offer.until' needs a date, and 'prix' is a price [offer.type]"
    ),
    (
      "offer: {stock: '{{prix}}'}",
      "'offer.stock' needs a number, and 'prix' is a price [offer.type]"
    ),
    (
      "offer: {product: '{{fin}}'}",
      "'offer.product' needs a text, and 'fin' is a date [offer.type]"
    ),
    (
      "offer: {loyaltyOnly: '{{mot}}'}",
      "'offer.loyaltyOnly' is true or false, and no field is that [offer.type]"
    ),
    ("offer: {price: '{{prx}}'}", "there is no field 'prx' [template.unknown]"),
    ("offer: {price: '{{store.city}}'}", "there is no field 'store.city' [template.unknown]"),
  ])
  func `a hole of an offer has a field of the right type`(offer: String, expected: String) {
    let reading = parse(
      Self.fields + "\n" + offer, body: "{{produit}} {{prix}} {{avant}} {{fin}}\n{{mot}}")
    #expect(reading.source == nil)
    #expect(reading.findings.count == 1)
    #expect(reading.findings.first?.text(in: .en).hasSuffix("error: " + expected) == true)
  }

  @Test func `a hole without quotes is named as what it is`() {
    let found = parse("offer:\n  price: {{prix}}").findings
    #expect(found.map(\.rule) == ["yaml.key"])
    #expect(found.first?.fix?.text(in: .en) == "put a hole between straight quotes")
    #expect(found.first?.line == 4)
  }

  @Test(arguments: [
    ("{{produt}}", "16:1: error: there is no field 'produt' [template.unknown]"),
    (
      "a {{photo}}",
      "16:3: error: the field 'photo' is a picture and no word: it takes the place of the first picture, not of a hole [template.picture-hole]"
    ),
    ("{{store.nam}}", "16:1: error: there is no field 'store.nam' [template.unknown]"),
    (
      "x {{produit",
      "16:3: error: '{{' is not closed on this line; write '\\{{' for the braces themselves [template.unclosed]"
    ),
    (
      "{% for i in 1...3000000 %}x{% endfor %}",
      "16:1: error: a template holds no code; write '\\{%' for the characters themselves [template.code]"
    ),
    (
      "x {{#produit}}",
      "16:3: error: '{{#produit}}' is no field; there are no sections, loops or remarks [template.section]"
    ),
    ("a \u{202E}b", "16:3: error: the character U+202E"),
  ])
  func `a text with a mistake is named with its line (M04, M06, M12)`(
    text: String, expected: String
  ) {
    let keys =
      Self.fields + "\nvalid: {from: 2026-11-22}\ncategory: a\nusage: b\nlink: https://x.example"
    let found = findings(keys, body: "{{produit}} {{prix}} {{avant}} {{fin}}\n\(text)\n{{mot}}")
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func `a mistake in a name says what was meant`() {
    let found = parse(Self.fields, body: "{{produt}} {{mot}}").findings
    #expect(found.first?.fix == Message("did.you.mean", "{{produit}}"))
  }

  @Test func `a field that nothing uses is a warning, and a picture needs no hole`() {
    let reading = parse(Self.fields, body: "{{produit}} {{prix}} {{avant}}\n{{mot}}")
    #expect(
      reading.findings.map { $0.text(in: .en) } == [
        "content-library/templates/t.md:7:12: warning: nothing uses the field 'fin': no text has a hole for it, and the offer does not either [field.unused]"
      ])
    #expect(reading.source != nil)
  }

  @Test func `another answer on the line of an optional one is a warning`() {
    let reading = parse(
      Self.fields, body: "{{prix}} {{avant}} {{fin}} {{store.name}}\n{{produit}} {{mot}}")
    #expect(reading.findings.map(\.rule) == ["template.shared-line"])
    #expect(reading.findings.first?.severity == .warning)
    #expect(reading.findings.first?.column == 1)
  }

  @Test func `twenty fields are enough`() {
    func fields(_ count: Int) -> (String, String) {
      let names = (0..<count).map { "f\($0)" }
      return (
        "fields:\n" + names.map { "  - {name: \($0), type: text}" }.joined(separator: "\n"),
        names.map { "{{\($0)}}" }.joined(separator: " ")
      )
    }
    let (most, body) = fields(20)
    #expect(findings(most, body: body) == [])
    let (more, longer) = fields(21)
    #expect(
      findings(more, body: longer) == [
        "24:5: error: 20 fields at most, and here are 21 [field.count]"
      ])
  }

  @Test func `an urgent template limits its words`() {
    let keys = "urgent: true\nfields:\n  - {name: lot, type: text}"
    #expect(
      findings(keys, body: "{{lot}}") == [
        "5:12: error: an urgent template needs a limit on 'lot': give it 'max' [message.urgent]"
      ])
    #expect(findings(keys.replacing("text}", with: "text, max: 9}"), body: "{{lot}}") == [])
  }

  @Test func `a required picture of the store's own is a picture`() {
    let field = "fields: [{name: photo, type: image}]"
    #expect(findings("networks: [instagram]\n\(field)") == [])
    let optional = "fields: [{name: photo, type: image, required: false}]"
    #expect(
      parse("networks: [instagram]\n\(optional)").findings.map(\.rule) == ["message.no-picture"])
  }

  @Test func `a text that no answer can shorten is too long at once`() {
    let body = "{{store.name}} " + String(repeating: "é", count: 501)
    let found = parse("networks: [mastodon, facebook]", body: body).findings
    #expect(found.map(\.rule) == ["network.text-length"])
    #expect(found.first?.line == 5)
  }

  @Test func `keys of a template change the digest when they are used, and leave none when not`()
    throws
  {
    let plain = try #require(parse("").source)
    #expect(
      plain.canonical.text
        == #"{"body":"Bonjour","kind":"message","title":"t","urgent":false,"version":1}"#)
    for keys in [
      "formats: [proximity]", "regions: [Corse]", "families: [alcohol]", "offer: {price: 1}",
    ] {
      #expect(try #require(parse(keys).source).digest != plain.digest, "\(keys)")
    }
    for keys in ["id: autre", "usage: autre"] {
      #expect(try #require(parse(keys).source).digest == plain.digest, "\(keys)")
    }
    let shown = "media: [{file: a.jpg, alt: x}]"
    let people = "media: [{file: a.jpg, alt: x, people: true}]"
    #expect(
      try #require(parse(shown).source).canonical.text.contains(#"[{"alt":"x","file":"a.jpg"}]"#))
    #expect(
      try #require(parse(shown).source).digest != (try #require(parse(people).source).digest))
  }
}
