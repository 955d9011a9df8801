/// Why bytes cannot be a post's picture, in words for the person who chose the file.
package enum PictureProblem: Error, Hashable, Sendable {
  /// It is another kind of file.
  case notTaken(PictureKind.Refused)
  /// It ends before it is complete.
  case cutShort(PictureType)
  /// Something at a byte, counted from 0, is not what the format says.
  case damaged(PictureType, Int)
  /// A variant of the format that browsers do not show, such as a JPEG of 12 bits.
  case unusual(PictureType)
  /// Its header claims more pixels than a picture may have.
  case tooManyPixels(Int, Int)
  /// Its frames have more pixels together than an animation may have.
  case tooManyFrames(Int)

  /// What is wrong.
  package var message: Message {
    switch self {
    case .notTaken(let kind): kind.message
    case .cutShort(let type): Message("picture.cut", type.title)
    case .damaged(let type, let offset): Message("picture.damaged", type.title, offset)
    case .unusual(let type): Message("picture.unusual", type.title)
    case .tooManyPixels(let width, let height):
      Message(
        "picture.pixels", width, height, PictureReader.mostPixels / 1_000_000,
        PictureReader.longestSide)
    case .tooManyFrames(let frames):
      Message("picture.frames", frames, PictureReader.mostFramePixels / 1_000_000)
    }
  }

  /// What to do about it.
  package var fix: Message {
    switch self {
    case .notTaken(let kind): kind.fix
    case .cutShort, .damaged: Message("picture.again-fix")
    case .unusual: Message("picture.save-fix")
    case .tooManyPixels: Message("picture.smaller-fix")
    case .tooManyFrames: Message("picture.shorter-fix")
    }
  }

  /// The rule in brackets behind the message.
  package var rule: String {
    switch self {
    case .notTaken, .unusual: "picture.type"
    case .cutShort, .damaged: "picture.damaged"
    case .tooManyPixels, .tooManyFrames: "picture.size"
    }
  }
}
