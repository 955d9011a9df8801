/// A message with its holes filled for one store and one network.
package struct RenderedPost: Hashable, Sendable {
  /// The text as it would be published; empty where something is missing.
  package var text: String
  /// The address that the post links to.
  package var link: String?
  /// What it offers.
  package var offer: Offer?
  /// The pictures of the message, in order.
  package var media: [MessageMedia]
  /// What the store filled into the image fields: paths, which take the place of the first picture.
  package var ownPictures: [String]
  /// What was filled in from the register, each once.
  package var registerWords: [String]
  /// The fields without a value, each once, in the order of the text.
  package var missing: [String]

  /// Makes a rendered post.
  package init(
    text: String, link: String? = nil, offer: Offer? = nil, media: [MessageMedia] = [],
    ownPictures: [String] = [], registerWords: [String] = [], missing: [String] = []
  ) {
    self.text = text
    self.link = link
    self.offer = offer
    self.media = media
    self.ownPictures = ownPictures
    self.registerWords = registerWords
    self.missing = missing
  }
}
