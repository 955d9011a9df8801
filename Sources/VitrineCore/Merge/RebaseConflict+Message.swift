extension RebaseConflict {
  /// The word that scripts read for what is in the way.
  package var kind: String {
    switch problem {
    case .gone: "gone"
    case .unfit: "unfit"
    case .overlap: "overlap"
    case .unanswered: "unanswered"
    case .unrendered: "unrendered"
    case .barred: "barred"
    }
  }

  /// The message and what would mend it, on one line.
  package func line(in language: Language) -> String {
    let said = message.text(in: language)
    guard let fix = barrier?.fix else { return said }
    return Message("merge.fix", said, fix.text(in: language)).text(in: language)
  }

  /// The rule or limit that says no; `nil` for what is in the answers.
  package var barrier: Finding? {
    guard case .barred(let finding) = problem else { return nil }
    return finding
  }

  /// The conflict as the store reads it: the answer in it, and what to do about it.
  package var message: Message {
    let shown = TerminalText.excerpt(value ?? "")
    switch problem {
    case .gone: return Message("merge.gone", label, shown)
    case .unfit(let before, let after): return unfit(shown, before, after)
    case .overlap(let base, let theirs, _):
      return Message(
        "merge.overlap", label, shown, TerminalText.excerpt(theirs), TerminalText.excerpt(base))
    case .unanswered: return Message("merge.unanswered", label)
    case .unrendered: return Message("merge.unrendered")
    case .barred(let finding): return finding.message
    }
  }

  private func unfit(_ shown: String, _ before: MessageField?, _ after: MessageField) -> Message {
    if before?.kind != after.kind {
      switch after.kind {
      case .text: return Message("merge.unfit.text", label, shown, after.limits)
      case .number: return Message("merge.unfit.number", label, shown, after.limits)
      case .price: return Message("merge.unfit.price", label, shown, after.limits)
      case .date: return Message("merge.unfit.date", label, shown, after.limits)
      case .choice: return Message("merge.unfit.choice", label, shown, after.limits)
      case .image: return Message("merge.unfit.image", label, shown)
      }
    }
    switch after.kind {
    case .text:
      return Message(
        "merge.unfit.length", label, shown, value?.count ?? 0, after.limits, before?.limits ?? "")
    case .choice:
      return Message("merge.unfit.choices", label, shown, after.limits, before?.limits ?? "")
    case .image: return Message("merge.unfit.image", label, shown)
    case .number, .price, .date:
      return Message("merge.unfit.range", label, shown, after.limits, before?.limits ?? "")
    }
  }
}

extension RebaseNotice {
  /// The word that scripts read for what was done.
  package var kind: String {
    switch change {
    case .renamed: "renamed"
    case .reworded: "reworded"
    case .retyped: "retyped"
    case .merged: "merged"
    case .suggested: "suggested"
    case .emptied: "emptied"
    case .picture: "picture"
    case .link: "link"
    }
  }

  /// The notice as the store reads it.
  package var message: Message {
    switch change {
    case .renamed(let before): Message("merge.renamed", label, before, field)
    case .reworded(let before): Message("merge.reworded", label, before)
    case .retyped(let before, let after):
      Message("merge.retyped", label, before.rawValue, after.rawValue)
    case .merged(let before, let after):
      Message("merge.merged", label, TerminalText.excerpt(before), TerminalText.excerpt(after))
    case .suggested(let before, let after):
      Message("merge.suggested", label, TerminalText.excerpt(before), TerminalText.excerpt(after))
    case .emptied(let before): Message("merge.emptied", label, TerminalText.excerpt(before))
    case .picture(let before, let after):
      Message("merge.picture", before ?? "–", after ?? "–")
    case .link(let before, let after):
      Message("merge.link", before ?? "–", after ?? "–")
    }
  }
}

extension MessageField {
  /// What the field takes, in signs that every language reads: `2–60`, `≤ 10`, `rouge | blanc`.
  package var limits: String {
    if kind == .choice {
      return choices.map { TerminalText.excerpt($0) }.joined(separator: " | ")
    }
    return switch (minimum, maximum) {
    case (let least?, let most?): "\(least)–\(most)"
    case (let least?, nil): "≥ \(least)"
    case (nil, let most?): "≤ \(most)"
    case (nil, nil): "…"
    }
  }
}
