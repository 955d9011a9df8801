import Testing

@testable import VitrineCore

struct PreparedMessageTests {
  private static let day = CivilDate(daysSince1970: 20_780)  // 2026-11-23
  private static let store = Store(
    code: StoreCode("FR-0001"), name: "Rock & Roll <3 \"q\"", format: .supermarket,
    city: "Le Creusot", region: "Bourgogne-Franche-Comté")
  private static let mastodon = Network(rawValue: "mastodon")

  private static let offer = MessageSource(
    title: "t",
    media: [MessageMedia(file: "a.jpg", alt: "a"), MessageMedia(file: "b.jpg", alt: "b")],
    body: SourceText(
      "{{produit}} : {{prix}} au lieu de {{avant}}, jusqu'au {{fin}} chez {{store.name}}.\n\n{{mot}}",
      line: 1),
    texts: [mastodon: SourceText("{{produit}} {{prix}} ({{stock}})", line: 9)],
    fields: [
      MessageField(name: "produit", kind: .text), MessageField(name: "prix", kind: .price),
      MessageField(name: "avant", kind: .price), MessageField(name: "fin", kind: .date),
      MessageField(name: "stock", kind: .number),
      MessageField(name: "mot", kind: .text, isRequired: false),
      MessageField(name: "photo", kind: .image, isRequired: false),
    ],
    offer: OfferSource([
      .product: "{{produit}}", .price: "{{prix}}", .priorPrice: "{{avant}}", .until: "{{fin}}",
      .stock: "{{ stock }}", .origin: "France", .loyaltyOnly: "true", .agreement: "{{mot}}",
    ]))
  private static let values = [
    "produit": "Entrecôte", "prix": "17.9", "avant": "22.90", "fin": "2026-11-28", "stock": "1200",
  ]

  @Test func `values are published as people write them, and the store's name to the letter (M02)`()
  {
    let post = Self.offer.rendered(
      for: .facebook, store: Self.store, values: Self.values, day: Self.day)
    #expect(
      post.text
        == "Entrecôte : 17,90\u{A0}€ au lieu de 22,90\u{A0}€, jusqu'au samedi 28 novembre chez Rock & Roll <3 \"q\"."
    )
    #expect(post.registerWords == ["Rock & Roll <3 \"q\""])
    #expect(post.missing == [])
    #expect(post.media.map(\.file) == ["a.jpg", "b.jpg"])
  }

  @Test func `a network has its own text`() {
    let post = Self.offer.rendered(
      for: Self.mastodon, store: Self.store, values: Self.values, day: Self.day)
    #expect(post.text == "Entrecôte 17,90\u{A0}€ (1\u{202F}200)")
    #expect(post.registerWords == [])
  }

  @Test func `the offer is filled exactly`() throws {
    let offer = try #require(
      Self.offer.rendered(
        for: .facebook, store: Self.store, values: Self.values, day: Self.day
      ).offer)
    #expect(
      offer
        == Offer(
          product: "Entrecôte", price: 17_900_000, priorPrice: 22_900_000, origin: "France",
          until: CivilDate(year: 2026, month: 11, day: 28), stock: 1200, isLoyaltyOnly: true))
  }

  @Test func `an optional value fills its line`() {
    var values = Self.values
    values["mot"] = "À bientôt {{store.code}}"
    values["photo"] = "moi.jpg"
    let post = Self.offer.rendered(
      for: .facebook, store: Self.store, values: values, day: Self.day)
    #expect(post.text.hasSuffix(".\n\nÀ bientôt {{store.code}}"))
    #expect(post.offer?.agreement == "À bientôt {{store.code}}")
    #expect(post.ownPictures == ["moi.jpg"])
  }

  @Test func `what must be filled and is not leaves no text, or shows its hole`() {
    var values = Self.values
    values["prix"] = nil
    let post = Self.offer.rendered(
      for: .facebook, store: Self.store, values: values, day: Self.day)
    #expect(post.text == "" && post.missing == ["prix"])
    let shown = PreparedMessage(Self.offer, values: values, day: Self.day, showsHoles: true)
      .post(on: .facebook, for: Self.store)
    #expect(shown.text.contains(": {{prix}} au lieu") && shown.missing == [])
  }

  @Test func `a field of the register that is empty is missing, whatever the store typed`() {
    let source = MessageSource(title: "t", body: SourceText("{{store.phone}} {{x}}", line: 1))
    let post = source.rendered(
      for: .facebook, store: Self.store, values: ["store.phone": "1"], day: Self.day)
    #expect(post.missing.contains("store.phone"))
  }

  @Test func `an offer that contradicts itself is refused with its values`() {
    var values = Self.values
    values["avant"] = "17.90"
    let (_, findings) = Self.offer.filled(with: values)
    #expect(findings.map(\.rule) == ["offer.priorPrice"])
    #expect(findings.first?.message.text(in: .en) == "the prior price must be above the price")
    #expect(Self.offer.filled(with: Self.values).1 == [])
  }

  @Test func `an offer may begin and end on one day, and not end before`() {
    let days = [1, 2].compactMap { CivilDate(year: 2026, month: 12, day: $0) }
    #expect(Offer(from: days[0], until: days[0]).contradictions.isEmpty)
    #expect(Offer(from: days[1], until: days[0]).contradictions.map(\.key) == [.until])
  }

  @Test(
    arguments: [
      ([StoreFormat.supermarket], [], true), ([.hypermarket], [], false),
      ([], ["Bourgogne-Franche-Comté"], true), ([], ["Bretagne"], false), ([], [], true),
    ] as [([StoreFormat], [String], Bool)])
  func `a store gets what is meant for it`(
    formats: [StoreFormat], regions: [String], isMeant: Bool
  ) {
    let source = MessageSource(
      title: "t", body: SourceText("x", line: 1), formats: formats, regions: regions)
    #expect((source.refusal(for: Self.store) == nil) == isMeant)
  }

  @Test(
    arguments: [
      ("2026-11-24", nil, "early"), ("2026-11-23", nil, "valid"), (nil, "2026-11-24", "valid"),
      (nil, "2026-11-23", "over"), ("2026-11-23T10:00:00Z", nil, "early"),
      ("2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z", "over"), (nil, nil, "valid"),
    ] as [(String?, String?, String)])
  func `the end of a validity is the first moment after it`(
    from: String?, until: String?, standing: String
  ) throws {
    let validity = MessageValidity(
      from: from.flatMap { MessageValidity.Moment($0) },
      until: until.flatMap { MessageValidity.Moment($0) })
    let now = try #require(Timestamp("2026-11-23T09:00:00Z"))
    #expect(validity.standing(now: now, today: Self.day).rawValue == standing)
  }

  @Test func `a sample fits every field, and its offer is one that may be`() {
    let values = Self.offer.sampleValues(on: Self.day)
    #expect(Self.offer.filled(with: values).1 == [])
    #expect(values["fin"] == "2026-11-25" && values["prix"] == "4.99" && values["avant"] == "5.98")
    #expect(values["photo"] == nil)
  }

  @Test func `a sample takes the example of the help`() {
    let source = MessageSource(
      title: "t", body: SourceText("{{a}}", line: 1),
      fields: [
        MessageField(name: "a", kind: .text, help: "Par exemple «\u{A0}de 9 h à 12 h\u{A0}».")
      ])
    #expect(source.sampleValues(on: Self.day) == ["a": "de 9 h à 12 h"])
  }
}
