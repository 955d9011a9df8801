/// A phrase of a rule file: words, alternatives, numbers and gaps, as `docs/rules.md` writes them.
package struct Phrase: Hashable, Sendable {
  /// One place of a phrase.
  enum Element: Hashable, Sendable {
    /// One of these tokens.
    case token([Atom])
    /// Nothing to six tokens of the same sentence.
    case gap
  }

  /// A token that may stand in a place.
  enum Atom: Hashable, Sendable {
    /// That word, and from three letters on also with `s` or `x` behind it.
    case word(String)
    /// A word that begins so.
    case prefix(String)
    /// That sign.
    case sign(String)
    /// That number, in millionths.
    case number(Int)
    /// Any word.
    case anyWord
    /// A word that begins with a capital.
    case capital
    /// Any number.
    case anyNumber
  }

  /// The tokens that a gap may skip.
  static let gapLimit = 6
  /// The tokens that a phrase may reach over, so that the places of a match fit into 64 bits.
  package static let reachLimit = 62

  /// The phrase as it was written.
  package let text: String
  let elements: [Element]

  init(text: String, elements: [Element]) {
    self.text = text
    self.elements = elements
  }
}

/// Why a text is no phrase.
package enum PhraseProblem: Error, Hashable, Sendable {
  /// There is no word, number or sign in it.
  case empty
  /// `…` stands at an end, or beside another one.
  case gap
  /// An alternative of `a/b` is not a single token.
  case alternative(String)
  /// A star stands elsewhere than at the end of a word, or begins the phrase.
  case star
  /// A sign in it ends a sentence, and no phrase goes past one.
  case sentenceEnd
  /// It could reach over more tokens than are looked at.
  case long
}
