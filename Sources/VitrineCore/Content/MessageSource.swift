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
  /// The file as the person named it; where a message came from does not change what it says.
  package let file: String?

  /// Takes values that are already checked.
  package init(
    title: String, link: String? = nil, media: [MessageMedia] = [], networks: [Network] = [],
    body: SourceText, texts: [Network: SourceText] = [:],
    validity: MessageValidity = MessageValidity(), isUrgent: Bool = false,
    category: String? = nil, fields: [MessageField] = [], storeNote: String? = nil,
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
    self.file = file
  }

  /// The text for a network: its own if it has one, else the body.
  package func text(for network: Network) -> SourceText { texts[network] ?? body }
}

/// A picture of a message: a file of the library's media folder and what it shows.
package struct MessageMedia: Hashable, Codable, Sendable {
  /// The path inside the media folder, with `/` between names; never leads out of it.
  package let file: String
  /// What the picture shows, for people who do not see it.
  package let alt: String?

  /// Takes a path that is already checked.
  package init(file: String, alt: String?) {
    self.file = file
    self.alt = alt
  }
}
