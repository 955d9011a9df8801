import VitrineCore
import VitrineStorage

/// Makes a template of the library a store's own: fields filled, pictures of its own, one post a network.
///
/// For several stores it is one submission, approved as a whole.
package struct AdaptTemplate: UseCase {
  package static let action = Action.postDraft
  /// The template's id.
  package let template: String
  /// For which stores.
  package let targets: PostTargets
  /// On which networks; empty for those of the template on which the store has a page.
  package let networks: [Network]
  /// What stands in the fields.
  package let values: [String: String]
  /// Pictures of the store's own.
  package let pictures: [GivenPicture]
  /// When it shall be public; nil for when it is published.
  package let at: ReleaseTime?
  /// The entry of the calendar whose place it takes.
  package let entry: String?

  /// Makes the use case.
  package init(
    template: String, targets: PostTargets, networks: [Network] = [],
    values: [String: String] = [:], pictures: [GivenPicture] = [], at: ReleaseTime? = nil,
    entry: String? = nil
  ) {
    self.template = template
    self.targets = targets
    self.networks = networks
    self.values = values
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
    let source = try await desk.template(template)
    let place = try await EntryPlace(
      entry, targets, template: template, values: values, networks: networks, at: at, desk)
    let making = PostMaking(
      source: source, template: template, targets: targets, networks: place.networks,
      input: PostInput(values: place.values), pictures: source.placed(pictures, place.values),
      schedule: place.at, entry: entry)
    return NewPosts(prepared: try await making.prepare(desk), place: place)
  }

  package func run(_ prepared: NewPosts, in context: Context) throws -> NewPostsOutput {
    try prepared.store(in: context)
  }
}

extension MessageSource {
  /// Gives pictures without a field to the image fields that nothing else fills, in order.
  func placed(_ pictures: [GivenPicture], _ values: [String: String]) -> [GivenPicture] {
    let taken = Set(pictures.compactMap(\.field)).union(values.keys)
    var open = fields.filter { $0.kind == .image && !taken.contains($0.name) }.map(\.name)[...]
    return pictures.map { picture in
      var picture = picture
      if picture.field == nil { picture.field = open.popFirst() }
      return picture
    }
  }
}
