/// What store staff answered to the questions of a template.
package struct TemplateAnswers: Hashable, Sendable {
  /// The store's own picture, with what was said about it.
  package struct Photo: Hashable, Sendable {
    /// The path of the file as the person named it, with the home folder in the place of `~`.
    package var path: String
    /// The name of the field that asked for it, if one did.
    package var field: String?
    /// What it shows.
    package var alt: String
    /// Who can be recognised.
    package var declaration: PictureDeclaration

    /// Takes answers that are already read.
    package init(path: String, field: String?, alt: String, declaration: PictureDeclaration) {
      self.path = path
      self.field = field
      self.alt = alt
      self.declaration = declaration
    }
  }

  /// The values of the fields, as files write them; empty where a field stays empty, which is not
  /// the same as its default.
  package var values: [String: String]
  /// The picture; nothing where the template's own is shown.
  package var photo: Photo?

  /// Makes answers; none unless said otherwise.
  package init(values: [String: String] = [:], photo: Photo? = nil) {
    self.values = values
    self.photo = photo
  }
}
