/// A picture of a message: a file of the library's media folder and what it shows.
package struct MessageMedia: Hashable, Codable, Sendable {
  /// The path inside the media folder, with `/` between names; never leads out of it.
  package let file: String
  /// What the picture shows, for people who do not see it.
  package let alt: String?
  /// Who can be recognised in it, and with whose agreement.
  package let declaration: PictureDeclaration

  /// Takes a path that is already checked; nobody can be recognised unless said otherwise.
  package init(
    file: String, alt: String?, declaration: PictureDeclaration = PictureDeclaration()
  ) {
    self.file = file
    self.alt = alt
    self.declaration = declaration
  }

  /// Reads what was stored, also before pictures were declared.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    file = try container.decode(String.self, forKey: .file)
    alt = try container.decodeIfPresent(String.self, forKey: .alt)
    declaration =
      try container.decodeIfPresent(PictureDeclaration.self, forKey: .declaration)
      ?? PictureDeclaration()
  }
}
