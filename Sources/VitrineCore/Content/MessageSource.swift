/// A message or template of the content library: what its `.md` file says, checked and normalised.
///
/// The text still has its holes (`{{store.name}}`); they are filled for each store later. What
/// decides what will be published is in the `digest`, and an approval names that digest.
package struct MessageSource: Hashable, Codable, Sendable {
  /// What people call the message, in at most 200 characters; never published.
  package let title: String
  /// The address that the post links to: https, host in ASCII.
  package let link: String?
  /// The pictures, in the order in which they are shown.
  package let media: [MessageMedia]
  /// Where it goes; empty when the file does not say, and then the command decides.
  package let networks: [Network]
  /// The text for every network that has none of its own.
  package let body: SourceText
  /// Texts of their own for some networks (`text:` in the front matter).
  package let texts: [Network: SourceText]
  /// When it may be shown; nothing means no end.
  package let validity: MessageValidity
  /// Whether it takes the urgent lane: one approval, and its author may launch.
  package let isUrgent: Bool
  /// What kind of message it is, for lists.
  package let category: String?
  /// The holes that store staff fill.
  package let fields: [MessageField]
  /// A word to the stores, never published.
  package let storeNote: String?
  /// The id that the file gives itself; see `id`.
  package let writtenID: String?
  /// For which formats of store it is; empty for every one.
  package let formats: [StoreFormat]
  /// For which regions it is, as the register writes them; empty for every one.
  package let regions: [String]
  /// What whoever picks it should know; shown above the questions, never published.
  package let usage: String?
  /// The families of goods that it is about whatever its words are, as the rules name them.
  package let families: [String]
  /// What it offers, as written.
  package let offer: OfferSource?
  /// The file as the person named it; where a message came from does not change what it says.
  package let file: String?

  /// Takes values that are already checked.
  package init(
    title: String, link: String? = nil, media: [MessageMedia] = [], networks: [Network] = [],
    body: SourceText, texts: [Network: SourceText] = [:],
    validity: MessageValidity = MessageValidity(), isUrgent: Bool = false,
    category: String? = nil, fields: [MessageField] = [], storeNote: String? = nil,
    writtenID: String? = nil, formats: [StoreFormat] = [], regions: [String] = [],
    usage: String? = nil, families: [String] = [], offer: OfferSource? = nil,
    file: String? = nil
  ) {
    self.title = title
    self.link = link
    self.media = media
    self.networks = networks
    self.body = body
    self.texts = texts
    self.validity = validity
    self.isUrgent = isUrgent
    self.category = category
    self.fields = fields
    self.storeNote = storeNote
    self.writtenID = writtenID
    self.formats = formats
    self.regions = regions
    self.usage = usage
    self.families = families
    self.offer = offer
    self.file = file
  }

  /// The name by which people and posts call it: the one in the file, else that of the file.
  package var id: String { writtenID ?? file.map(Self.id(ofFile:)) ?? "" }

  /// The name of a file without its folder and without `.md`.
  package static func id(ofFile path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    let whole = name ?? path
    return whole.utf8.count > 3 && whole.hasSuffix(".md") ? String(whole.dropLast(3)) : whole
  }

  /// Whether a text can be an id: small letters, digits and hyphens of ASCII, at most 60.
  package static func isID(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// The text for a network: its own if it has one, else the body.
  package func text(for network: Network) -> SourceText { texts[network] ?? body }
}
