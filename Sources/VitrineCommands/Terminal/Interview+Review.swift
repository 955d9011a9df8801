import VitrineCore

extension Interview {
  /// Shows the post as it would leave, and asks what is to be done with it.
  mutating func showReview() {
    let review = ports.review(answers)
    self.review = review
    stage = .reviewing
    editor = LineEditor()
    settled.append(ScreenLine())
    for preview in review.previews {
      settled += preview.lines(columns: columns - 1, plan.language)
      settled.append(ScreenLine())
    }
    for remark in review.remarks { settled += remark.lines(columns: columns - 1) }
    if !review.remarks.isEmpty { settled.append(ScreenLine()) }
  }

  /// What the person wants done: the first letter of a word in either language.
  mutating func decide(_ line: String) {
    let canSend = review?.canSend ?? false
    switch FieldAnswer.line(of: line).lowercased() {
    case "o", "oui", "envoyer", "y", "yes", "s", "send":
      guard canSend else {
        refusals = [Message("interview.cannotSend")]
        break
      }
      outcome = .send(answers)
    case "q", "garder", "k", "keep", "quit", "quitter": outcome = .keep(answers)
    case "m", "modifier", "e", "edit":
      guard !questions.isEmpty else {
        refusals = [Message("interview.nothingToChange")]
        break
      }
      stage = .picking
      for (index, question) in questions.enumerated() {
        settled.append(
          ScreenLine(" \(index + 1)  ", .bold).then(question.label + "  ", .faint)
            .then(shown(question, values[question.topic] ?? "")))
      }
    default:
      refusals = [canSend ? Message("interview.decide") : Message("interview.decideBlocked")]
    }
    if outcome == nil { editor = LineEditor() }
  }

  /// Which answer is to be changed, by its number; nothing goes back to the review.
  mutating func pick(_ line: String) {
    let text = FieldAnswer.line(of: line)
    editor = LineEditor()
    if text.isEmpty {
      stage = .reviewing
    } else if text.utf8.count <= 3, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(text), questions.indices.contains(number - 1)
    {
      ask(questions[number - 1].topic)
    } else {
      refusals = [Message("interview.pickNumber", questions.count)]
    }
  }
}
