extension FieldAnswer {
  /// The choice that an answer means: its text, its number, or the only one that begins so.
  ///
  /// Case, accents and dashes do not count. The text goes before the number, for a choice may itself
  /// be `2`.
  static func choice(_ answer: String, of choices: [String]) throws(Refusal) -> String {
    if choices.contains(answer) { return answer }
    if answer.utf8.count <= 2, answer.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(answer), choices.indices.contains(number - 1)
    {
      return choices[number - 1]
    }
    let folded = Array(answer.folded.unicodeScalars)
    let meant = choices.filter { $0.folded.unicodeScalars.elementsEqual(folded) }
    if meant.count == 1 { return meant[0] }
    let begun = choices.filter { $0.folded.unicodeScalars.starts(with: folded) }
    if begun.count == 1 { return begun[0] }
    if begun.count > 1 {
      let several = begun.map { TerminalText.excerpt($0) }.joined(separator: ", ")
      throw Refusal(Message("answer.several", TerminalText.excerpt(answer), several))
    }
    throw Refusal(Message("answer.choice", TerminalText.excerpt(answer), choices.count))
  }

  /// Yes or no, in both languages and in the words of YAML; `nil` when the answer is neither.
  package static func yesOrNo(_ typed: String) -> Bool? {
    switch trimmed(typed).folded {
    case "o", "oui", "y", "yes", "true": true
    case "n", "non", "no", "false": false
    default: nil
    }
  }
}
