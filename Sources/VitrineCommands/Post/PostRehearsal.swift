import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// A template as one store would publish it, before there is a post: what the interview asks for at
/// each key.
///
/// Made of values only, read before the first question; the door decides and judges again when the
/// post is made and when it is submitted.
struct PostRehearsal {
  let source: MessageSource
  let store: Store
  /// The networks on which the post would stand.
  let networks: [Network]
  let limits: NetworkLimits
  let media: MediaLimits
  let book: RuleBook
  /// The day of the publication where the store is.
  let day: CivilDate
  let language: Language
  /// The picture that a person names, stripped of what a camera says.
  let picture: (_ path: String) throws -> StrippedPicture

  /// The length of the post on each network; a question without an answer shows its `{{name}}`.
  func lengths(_ values: [String: String]) -> [TextLength] {
    let message = prepared(values, showsHoles: true)
    return networks.map { length(message.post(on: $0, for: store).text, $0) }
  }

  /// Whether a picture of the store's own is asked for.
  var photo: PhotoWish {
    if let first = source.media.first { return .optional(standard: first.file) }
    let isNeeded = networks.contains { media.limits[$0]?.isRequired == true }
    return isNeeded ? .required : .optional(standard: nil)
  }

  /// What the bytes of a picture say; what one of the networks would refuse is refused at once.
  func check(_ path: String) -> Result<PhotoFacts, Fault> {
    do {
      let stripped = try picture(path)
      let picture = stripped.picture
      for network in networks {
        guard let finding = media.check(picture, for: network).first else { continue }
        return .failure(Fault(.invalid, finding.message, hint: finding.fix, subject: path))
      }
      return .success(
        PhotoFacts(
          type: picture.type, width: picture.width, height: picture.height, bytes: picture.bytes,
          remarks: stripped.hadLocation ? [Message("interview.photo.located")] : []))
    } catch let fault as Fault {
      return .failure(fault)
    } catch {
      return .failure(
        Fault(.io, Message("file.missing", TerminalText.excerpt(path)), subject: path))
    }
  }

  /// The post with all answers, and what stands against it on any network, each remark once.
  func review(_ answers: TemplateAnswers) -> InterviewReview {
    let (filled, wrong) = source.filled(with: values(answers))
    let message = prepared(filled, showsHoles: false)
    var remarks = wrong.map { Remark($0, language) }
    var previews: [PostPreview] = []
    for network in networks {
      let post = message.post(on: network, for: store)
      let pictures = pictures(post, answers.photo)
      previews.append(
        PostPreview(
          network: network, page: store.name, text: post.text, link: post.link,
          pictures: pictures, length: length(post.text, network),
          mostHashtags: media.limits[network]?.hashtags))
      remarks += findings(post, network, pictures.count).map { Remark($0, language) }
      remarks += book.review(reviewed(post, network, answers.photo)).map { Remark($0) }
    }
    var seen: Set<Remark> = []
    let order: [RuleFinding.Severity] = [.error, .warning, .info]
    let each = remarks.filter { seen.insert($0).inserted }
    return InterviewReview(
      previews: previews,
      remarks: order.flatMap { severity in each.filter { $0.severity == severity } })
  }

  private func prepared(_ values: [String: String], showsHoles: Bool) -> PreparedMessage {
    // What is typed so far may not fit yet; a text that is too long still has its length.
    PreparedMessage(
      source, values: values.filter { !$0.value.isEmpty }, day: day, showsHoles: showsHoles)
  }

  private func length(_ text: String, _ network: Network) -> TextLength {
    let limit = limits.limits[network]
    return TextLength(
      network: network, count: (limit?.unit ?? .graphemes).count(text), limit: limit?.maximum)
  }

  /// The values with the picture in the place of the field that asked for it.
  private func values(_ answers: TemplateAnswers) -> [String: String] {
    var values = answers.values
    guard let photo = answers.photo, let field = photo.field else { return values }
    // As in a post, where the bytes have a name of their own.
    values[field] = "photo"
    return values
  }

  private func findings(_ post: RenderedPost, _ network: Network, _ pictures: Int) -> [Finding] {
    var list = FindingList()
    list.add(contentsOf: TextCheck.findings(in: post.text))
    list.add(contentsOf: PlainTextCheck.findings(in: post.text))
    if let long = limits.check(post.text, for: network) { list.add(long) }
    return list.all + media.check(count: pictures, for: network)
      + media.check(text: post.text, for: network)
  }

  /// The store's own picture stands in the place of the template's first one.
  private func pictures(
    _ post: RenderedPost, _ photo: TemplateAnswers.Photo?
  ) -> [PostPreview.Picture] {
    let own = photo.map { photo -> PostPreview.Picture in
      let facts = try? picture(photo.path).picture
      return PostPreview.Picture(
        name: URL(filePath: photo.path).lastPathComponent, width: facts?.width,
        height: facts?.height, alt: photo.alt)
    }
    let rest = post.media.dropFirst(own == nil ? 0 : 1)
    return (own.map { [$0] } ?? []) + rest.map { PostPreview.Picture(name: $0.file, alt: $0.alt) }
  }

  private func reviewed(
    _ post: RenderedPost, _ network: Network, _ photo: TemplateAnswers.Photo?
  ) -> ReviewedPost {
    var reviewed = ReviewedPost(post, of: source, on: network, for: store, day: day)
    guard let photo else { return reviewed }
    reviewed.alts = [photo.alt] + post.media.dropFirst().compactMap(\.alt)
    reviewed.pictures = [photo.declaration] + post.media.dropFirst().map(\.declaration)
    return reviewed
  }
}
