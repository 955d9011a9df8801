import Foundation
import VitrineCore

/// Pictures as files: read once, and from then on only the bytes count.
package enum PictureFile {
  /// The largest picture that is read, in bytes; the photos of a phone have three to twelve million.
  package static let sizeLimit = 20_000_000

  /// The picture that a person names, stripped; what its bytes are decides, not its name.
  ///
  /// The name may not be a link. What is checked is what is sent: the file is read once, and may be
  /// exchanged afterwards without effect. Throws a `Fault`: `notFound`, `io`, or `invalid` with a
  /// finding that says what the file is and what to do.
  package static func load(_ path: String) throws -> StrippedPicture {
    try picture(RegularFile.read(path, limit: sizeLimit, followingLinks: false), file: path)
  }

  /// A picture of the content library by its path inside `content-library/media`.
  ///
  /// Throws as the other one, and `invalid` for a path that leads out of the folder, through a link
  /// or to a file with a second name.
  package static func load(_ path: String, of workspace: Workspace) throws -> StrippedPicture {
    let folder = workspace.media.path
    return try picture(RegularFile.read(path, inside: folder, limit: sizeLimit), file: path)
  }

  /// The picture that bytes are; `file` is the name that people know.
  package static func picture(_ bytes: [UInt8], file: String) throws -> StrippedPicture {
    do {
      return try PictureReader.read(bytes)
    } catch {
      throw Fault(
        .invalid, Message("picture.unusable", TerminalText.excerpt(file)), hint: error.fix,
        subject: file,
        findings: [
          Finding(
            .error, error.message, rule: error.rule, file: TerminalText.excerpt(file))
        ])
    }
  }
}
