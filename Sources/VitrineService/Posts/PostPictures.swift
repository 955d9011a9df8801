import VitrineCore
import VitrineStorage

/// A picture that a person gives for a post, before anybody has looked at its bytes.
package struct GivenPicture: Sendable {
  /// The bytes of the file.
  package var bytes: [UInt8]
  /// The file's name, for findings only.
  package var name: String
  /// What it shows.
  package var alt: String?
  /// Who can be recognised in it.
  package var declaration: PictureDeclaration
  /// The field of the template that it fills, if it fills one.
  package var field: String?

  /// Makes a picture.
  package init(
    bytes: [UInt8], name: String, alt: String?,
    declaration: PictureDeclaration = PictureDeclaration(), field: String? = nil
  ) {
    self.bytes = bytes
    self.name = name
    self.alt = alt
    self.declaration = declaration
    self.field = field
  }
}

/// The pictures of a post: the store's own, and those of its template; read once, without the metadata
/// of a camera.
struct PostPictures: Sendable {
  /// The store's own, in their order.
  private(set) var own: [OwnPicture] = []
  /// Those of the library, by path.
  private(set) var library: [String: PostPicture] = [:]
  /// The bytes to keep.
  private(set) var stored: [StoredPicture] = []
  /// What the bytes of each say, by digest.
  private(set) var facts: [String: Picture] = [:]

  /// Reads pictures that people gave; one that cannot be used, or has no words, is `invalid`.
  mutating func add(_ given: [GivenPicture]) throws {
    for picture in given {
      guard let alt = picture.alt.map(TextNormalization.normalized), !alt.isEmpty else {
        throw Fault(
          .invalid, Message("posts.noAlt", TerminalText.excerpt(picture.name)),
          hint: Message("posts.noAlt.hint"), subject: "--alt")
      }
      let read = try keep(picture.bytes, name: picture.name)
      own.append(
        OwnPicture(picture: read.postPicture(alt: alt), declaration: picture.declaration))
    }
  }

  /// Takes own pictures over that the desk keeps already.
  mutating func add(kept pictures: [OwnPicture], _ bytes: [String: [UInt8]]) throws {
    for picture in pictures {
      if let bytes = bytes[picture.picture.digest] {
        _ = try keep(bytes, name: picture.picture.digest)
      }
      own.append(picture)
    }
  }

  /// Looks at a picture that the desk keeps already, without holding its bytes.
  mutating func look(at digest: String, _ bytes: [UInt8]) throws {
    guard facts[digest] == nil else { return }
    let read = try keep(bytes, name: digest)
    stored.removeAll { $0.digest == read.digest }
  }

  /// Reads the pictures of a template that are shown beside the store's own.
  mutating func add(_ source: MessageSource, _ content: ContentPort) async throws {
    for item in Self.shown(source.media, besides: own) where library[item.file] == nil {
      guard let bytes = try await content.picture(item.file) else {
        throw Fault(.invalid, Message("posts.noLibraryPicture", item.file), subject: item.file)
      }
      library[item.file] = try keep(bytes, name: item.file).postPicture(alt: item.alt)
    }
  }

  /// The pictures of a source that are shown: those of the store take the place of the first one.
  static func shown(_ media: [MessageMedia], besides own: [OwnPicture]) -> [MessageMedia] {
    own.isEmpty ? media : Array(media.dropFirst())
  }

  /// What stands in an image field: the picture by its digest, since a file's name may name a person.
  static func value(of picture: OwnPicture) -> String {
    "\(picture.picture.digest.prefix(16)).\(picture.picture.type.rawValue)"
  }

  private mutating func keep(_ bytes: [UInt8], name: String) throws -> StrippedPicture {
    let shown = TerminalText.excerpt(name)
    do throws(PictureProblem) {
      let read = try PictureReader.read(bytes)
      if facts.updateValue(read.picture, forKey: read.digest) == nil {
        stored.append(
          StoredPicture(
            type: read.picture.type, width: read.picture.width, height: read.picture.height,
            bytes: read.bytes))
      }
      return read
    } catch {
      throw Fault(
        .invalid, Message("picture.unusable", shown), hint: error.fix, subject: name,
        findings: [Finding(.error, error.message, rule: error.rule, file: shown)])
    }
  }
}
