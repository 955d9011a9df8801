import VitrineCore

/// The content library, as the use cases about posts read it.
///
/// Closures, since files are another room's business; asked in `prepare` only, never in a transaction.
package struct ContentPort: Sendable {
  /// A template by its id; nil where there is none.
  package var template: @Sendable (String) async throws -> MessageSource?
  /// The ids of all templates, to say which one was probably meant.
  package var templateIDs: @Sendable () async throws -> [String]
  /// The retail rules.
  package var ruleBook: @Sendable () async throws -> RuleBook
  /// What networks take of pictures.
  package var mediaLimits: @Sendable () async throws -> MediaLimits
  /// The bytes of a picture of the library by its path; nil where there is none.
  package var picture: @Sendable (String) async throws -> [UInt8]?

  /// Makes a port.
  package init(
    template: @escaping @Sendable (String) async throws -> MessageSource?,
    templateIDs: @escaping @Sendable () async throws -> [String],
    ruleBook: @escaping @Sendable () async throws -> RuleBook,
    mediaLimits: @escaping @Sendable () async throws -> MediaLimits = { MediaLimits([:]) },
    picture: @escaping @Sendable (String) async throws -> [UInt8]?
  ) {
    self.template = template
    self.templateIDs = templateIDs
    self.ruleBook = ruleBook
    self.mediaLimits = mediaLimits
    self.picture = picture
  }

  /// A desk without a library.
  package static let none = ContentPort(
    template: { _ in nil }, templateIDs: { [] }, ruleBook: { .empty }, picture: { _ in nil })
}

extension Desk {
  /// The template of that name; `notFound` with the nearest one.
  func template(_ id: String) async throws -> MessageSource {
    if let source = try await content.template(id) { return source }
    let meant = EditDistance.suggestion(for: id, among: try await content.templateIDs())
    throw Fault(
      .notFound, Message("posts.noTemplate", TerminalText.excerpt(id)),
      hint: meant.map { Message("did.you.mean", $0) } ?? Message("posts.noTemplate.hint"),
      subject: id)
  }
}
