import VitrineCore

/// Texts as networks give them back: compared without what networks change on their own.
package enum PostText {
  /// The text with runs of white space as one space and none at the ends.
  ///
  /// Networks trim and fold spaces (`bad-inputs` R13). Swift compares strings by canonical
  /// equivalence, so that NFC and NFD need no extra step.
  package static func normalised(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
