import VitrineCore
import VitrineStorage

/// Makes a post of a text of one's own.
package struct CreatePost: UseCase {
  package static let action = Action.postDraft
  /// The text; holes for the store's own fields are filled.
  package let text: String
  /// A link.
  package let link: String?
  /// For which stores.
  package let targets: PostTargets
  /// On which networks; empty for those on which the store has a page.
  package let networks: [Network]
  /// Pictures.
  package let pictures: [GivenPicture]
  /// When it shall be public; nil for when it is published.
  package let at: ReleaseTime?
  /// The entry of the calendar whose place it takes.
  package let entry: String?

  /// Makes the use case.
  package init(
    text: String, link: String? = nil, targets: PostTargets, networks: [Network] = [],
    pictures: [GivenPicture] = [], at: ReleaseTime? = nil, entry: String? = nil
  ) {
    self.text = text
    self.link = link
    self.targets = targets
    self.networks = networks
    self.pictures = pictures
    self.at = at
    self.entry = entry
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    try targets.matter(in: transaction, at: now)
  }

  package func prepare(_ desk: Desk) async throws -> NewPosts {
    try OwnText.check(text)
    let place = try await EntryPlace(
      entry, targets, template: nil, values: [:], networks: networks, at: at, desk)
    let making = PostMaking(
      source: MessageSource(ownText: text, link: link), template: nil, targets: targets,
      networks: place.networks, input: PostInput(text: text, link: link), pictures: pictures,
      schedule: place.at, entry: entry)
    return NewPosts(prepared: try await making.prepare(desk), place: place)
  }

  package func run(_ prepared: NewPosts, in context: Context) throws -> NewPostsOutput {
    try prepared.store(in: context)
  }
}

/// A text that somebody wrote.
enum OwnText {
  /// Refuses one that says nothing, or is no post but a book.
  static func check(_ text: String) throws {
    guard text.utf8.contains(where: { $0 > 32 }) else {
      throw Fault(.invalid, Message("posts.noText"), subject: "--text-file")
    }
    guard text.utf8.count <= 100_000 else {
      throw Fault(.invalid, Message("posts.textTooLong"), subject: "--text-file")
    }
  }
}
