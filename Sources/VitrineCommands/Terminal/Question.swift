import VitrineCore

/// One question of an interview.
struct Question: Hashable, Sendable {
  /// What is asked about.
  enum Topic: Hashable, Sendable {
    /// A field of the template, by name.
    case field(String)
    /// The store's own picture.
    case photo
    /// What the picture shows.
    case alt
    /// Whether people can be recognised in it.
    case people
    /// The reference of their agreement.
    case consent
    /// Whether children can.
    case minors
    /// The reference of their parents' agreement.
    case parents
  }

  /// What is asked about.
  var topic: Topic
  /// The question.
  var label: String
  /// A line or more of help.
  var help: String?
  /// The texts to choose from.
  var choices: [String] = []
  /// What may be typed, in a few words each.
  var limits: [String] = []
  /// Whether something must be answered.
  var isRequired = true
  /// What stands for an empty answer, as a person reads it.
  var standard: String?
}

/// A picture of the store's own: whether it is wanted, and what is shown without it.
enum PhotoWish: Hashable, Sendable {
  /// Not asked for: it was given by an option, or no network of the post takes one.
  case none
  /// Welcome; without it the template's picture is shown, if it has one.
  case optional(standard: String?)
  /// Needed: a network takes no post without a picture, and the template has none.
  case required
}

/// What the bytes of a picture say.
struct PhotoFacts: Hashable, Sendable {
  /// What kind of file it is.
  var type: PictureType
  /// The size in pixels, as it will be shown.
  var width: Int
  var height: Int
  /// The size of the file.
  var bytes: Int
  /// What its author should know, such as that a network will cut it.
  var remarks: [Message] = []
}
