import Testing
import VitrineCore

/// Where a network has no field for a link, it is in the text, once.
struct LinkPlacementTests {
  private static let link = "https://a.example/pain"

  @Test(arguments: [
    ("Bonjour", "Bonjour\n\nhttps://a.example/pain"),
    ("Voir https://a.example/pain", "Voir https://a.example/pain"),
    ("Voir https://a.example/pain.", "Voir https://a.example/pain."),
    ("(https://a.example/pain) oui", "(https://a.example/pain) oui"),
    ("https://a.example/pain\nfin", "https://a.example/pain\nfin"),
    (
      "Voir https://a.example/pain-noir",
      "Voir https://a.example/pain-noir\n\nhttps://a.example/pain"
    ),
    (
      "Voir https://a.example/pain?x=1",
      "Voir https://a.example/pain?x=1\n\nhttps://a.example/pain"
    ),
    (
      "https://a.example/pain2 puis https://a.example/pain",
      "https://a.example/pain2 puis https://a.example/pain"
    ),
    ("", "https://a.example/pain"),
  ])
  func `the link is put behind the text unless it is there`(_ text: String, _ placed: String) {
    #expect(LinkPlacement.text(text, Self.link) == placed)
    #expect(LinkPlacement.text(placed, Self.link) == placed)
    #expect(LinkPlacement.text(text, nil) == text)
  }

  @Test func `a post says its link where the network wants it`() {
    let source = MessageSource(
      title: "T", link: Self.link, body: SourceText("Bonjour {{store.name}}", line: 1))
    let store = Store(
      code: StoreCode("S-1"), name: "Rennes", format: .supermarket, city: "Rennes",
      region: "Bretagne", timeZone: "Europe/Paris")
    let message = PreparedMessage(source, values: [:], day: CivilDate(daysSince1970: 20_000))
    let card = message.post(on: .facebook, for: store)
    #expect(card.text == "Bonjour Rennes")
    #expect(card.link == Self.link)
    let written = message.post(on: .mastodon, for: store)
    #expect(written.text == "Bonjour Rennes\n\n\(Self.link)")
    #expect(written.link == nil)
    let own = message.post(on: .mastodon, for: store, link: "https://b.example")
    #expect(own.text == "Bonjour Rennes\n\nhttps://b.example")
  }
}
