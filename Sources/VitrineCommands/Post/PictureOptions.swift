import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// Pictures of the store's own, and what is declared about them.
struct PictureOptions: ParsableArguments {
  /// The largest picture file that is read, in bytes.
  static let sizeLimit = PictureFile.sizeLimit

  @Option(help: Help.option("post.media", "FILE")) var media: [String] = []
  @Option(help: Help.option("post.alt", "TEXT")) var alt: [String] = []
  @Flag(help: Help.option("post.people")) var people = false
  @Flag(help: Help.option("post.minors")) var minors = false
  @Option(help: Help.option("post.consent", "REF")) var consent: String?
  @Option(help: Help.option("post.parents", "REF")) var parents: String?

  /// Whether a picture is named at all.
  var isEmpty: Bool { media.isEmpty && alt.isEmpty }

  /// The pictures: those of image fields first, then those of `--media`; each with its own `--alt`.
  func read(fields: [(name: String, path: String)] = [], _ live: Live) throws -> [GivenPicture] {
    let files =
      fields.map { (path: $0.path, field: Optional($0.name)) }
      + media.map { (path: $0, field: String?.none) }
    guard alt.count <= files.count else {
      throw Fault(.usage, Message("posts.altWithoutMedia"), subject: "--alt")
    }
    let declaration = PictureDeclaration(
      showsPeople: people || minors, showsMinors: minors, consent: consent, parents: parents)
    return try files.enumerated().map { index, file in
      let url = live.console.invocation.resolve(file.path)
      return GivenPicture(
        bytes: try RegularFile.read(url.path, limit: Self.sizeLimit),
        name: url.lastPathComponent, alt: index < alt.count ? alt[index] : nil,
        declaration: declaration, field: file.field)
    }
  }
}
