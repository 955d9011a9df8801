/// What a person gave for a post: all that renders it again when they change a part of it.
package struct PostInput: Hashable, Codable, Sendable {
  /// What stands in the fields of the template, as a file writes it (`4.99`, `2026-11-28`).
  package var values: [String: String]
  /// The whole text, for a post without a template.
  package var text: String?
  /// A link in the place of the template's.
  package var link: String?
  /// The person's own pictures, in the order in which they are shown.
  package var pictures: [OwnPicture]

  /// Makes an input.
  package init(
    values: [String: String] = [:], text: String? = nil, link: String? = nil,
    pictures: [OwnPicture] = []
  ) {
    self.values = values
    self.text = text
    self.link = link
    self.pictures = pictures
  }
}

/// A picture that a store added, and what its person declared about it.
package struct OwnPicture: Hashable, Codable, Sendable {
  /// The picture.
  package var picture: PostPicture
  /// Who can be recognised in it, and who agreed.
  package var declaration: PictureDeclaration

  /// Makes a picture.
  package init(picture: PostPicture, declaration: PictureDeclaration = PictureDeclaration()) {
    self.picture = picture
    self.declaration = declaration
  }
}
