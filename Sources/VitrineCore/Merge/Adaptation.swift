/// What a store put into a template: its answers, and pictures and a link of its own.
package struct Adaptation: Hashable, Codable, Sendable {
  /// The answers by the name of the field; a field without one takes its default.
  ///
  /// An empty answer is one: it empties a field that need not be filled.
  package var values: [String: String]
  /// Pictures of the store's own, which stand in place of the template's first one.
  package var pictures: [PostPicture]
  /// A link of the store's own, in place of the template's.
  package var link: String?

  /// Makes an adaptation.
  package init(values: [String: String], pictures: [PostPicture] = [], link: String? = nil) {
    self.values = values
    self.pictures = pictures
    self.link = link
  }
}
