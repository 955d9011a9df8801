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
  /// Why the template cannot be published at its time; nothing when it can.
  let notNow: Message?
  /// The pictures that options named already.
  let named: [GivenPicture]
  /// The picture that a person names, stripped of what a camera says.
  let picture: (_ path: String) throws -> StrippedPicture

  /// The length of the post on each network; a question without an answer has its default, or else
  /// shows its `{{name}}`.
  func lengths(_ values: [String: String]) -> [TextLength] {
    var values = values
    for field in source.fields { values[field.name] = values[field.name] ?? field.standard }
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
    let own = own(answers)
    let (filled, wrong) = source.filled(with: values(answers, own.count))
    let message = prepared(filled, showsHoles: false)
    var remarks = wrong.map { Remark($0, language) }
    if let notNow { remarks.append(Remark(.error, notNow.text(in: language))) }
    var previews: [PostPreview] = []
    for network in networks {
      let post = message.post(on: network, for: store)
      let rest = post.media.dropFirst(own.count)
      let pictures =
        own.map(\.shown) + rest.map { PostPreview.Picture(name: $0.file, alt: $0.alt) }
      previews.append(
        PostPreview(
          network: network, page: store.name, text: post.text, link: post.link,
          pictures: pictures, length: length(post.text, network),
          mostHashtags: media.limits[network]?.hashtags))
      remarks += findings(post, network, pictures.count).map { Remark($0, language) }
      var reviewed = ReviewedPost(post, of: source, on: network, for: store, day: day)
      reviewed.alts = own.compactMap(\.shown.alt) + rest.compactMap(\.alt)
      reviewed.pictures = own.map(\.declaration) + rest.map(\.declaration)
      remarks += book.review(reviewed).map { Remark($0) }
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

  /// A picture of the store's own, which stands in the place of one of the template's.
  private struct OwnPicture {
    let shown: PostPreview.Picture
    let declaration: PictureDeclaration
  }

  /// The picture of the answers, or else those that options named.
  private func own(_ answers: TemplateAnswers) -> [OwnPicture] {
    if let photo = answers.photo {
      let name = URL(filePath: photo.path).lastPathComponent
      return [
        own(name, try? picture(photo.path).picture, photo.alt, photo.declaration)
      ]
    }
    return named.map {
      own($0.name, try? PictureReader.read($0.bytes).picture, $0.alt, $0.declaration)
    }
  }

  private func own(
    _ name: String, _ facts: Picture?, _ alt: String?, _ declaration: PictureDeclaration
  ) -> OwnPicture {
    OwnPicture(
      shown: PostPreview.Picture(
        name: name, width: facts?.width, height: facts?.height, alt: alt),
      declaration: declaration)
  }

  /// The values with pictures in the place of the fields that ask for them.
  private func values(_ answers: TemplateAnswers, _ pictures: Int) -> [String: String] {
    var values = answers.values
    // As in a post, where the bytes have a name of their own.
    for field in source.fields.filter({ $0.kind == .image }).prefix(pictures) {
      values[field.name] = "photo"
    }
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
}
