import VitrineCore

extension Interview {
  /// Says what is being made, and how to go on, back and away.
  mutating func greet() {
    let room = columns - 1
    settled.append(
      ScreenLine(plan.title, .bold).then(" · \(plan.store)", .faint))
    if let usage = plan.usage { settled += ScreenLine.wrapped(usage, columns: room) }
    let keys = mode == .live ? plan.text("interview.keys") : plan.text("interview.keys.plain")
    settled += ScreenLine.wrapped(keys, .faint, columns: room)
    settled.append(ScreenLine())
  }

  /// The line that stays when a question is answered.
  mutating func settle(_ question: Question, _ value: String) {
    settled.append(
      ScreenLine("✓ ", .good).then(question.label + "  ", .faint).then(shown(question, value)))
    guard question.topic == .photo, let facts, !value.isEmpty else { return }
    settled.append(
      ScreenLine(
        "  "
          + plan.text(
            "interview.photo.facts", facts.type.rawValue.uppercased(), facts.width, facts.height,
            (facts.bytes + 1023) / 1024), .faint))
    for remark in facts.remarks {
      settled += Remark(.warning, remark.text(in: plan.language)).lines(columns: columns - 1)
        .map { ScreenLine("  ") + $0 }
    }
  }

  /// An answer as the person reads it back.
  func shown(_ question: Question, _ value: String) -> String {
    switch question.topic {
    case .people, .minors:
      return value == "true" ? plan.text("interview.yes") : plan.text("interview.no")
    case .photo where value.isEmpty: return question.standard ?? plan.text("interview.nothing")
    case _ where value.isEmpty: return plan.text("interview.nothing")
    case .field(let name):
      let kind = plan.fields.first { $0.name == name }?.kind ?? .text
      return FieldAnswer.shown(value, kind, plan.language)
    case .photo, .alt, .consent, .parents: return value
    }
  }

  /// The question of the moment with its help, its choices and what may be typed.
  var questionLines: [ScreenLine] {
    let room = columns - 1
    switch stage {
    case .reviewing:
      let keys =
        review?.canSend == true
        ? plan.text("interview.keys.send") : plan.text("interview.keys.blocked")
      return ScreenLine.wrapped(keys, .bold, columns: room)
    case .picking:
      return ScreenLine.wrapped(plan.text("interview.pick", questions.count), .bold, columns: room)
    case .asking(let topic):
      let all = questions
      guard let place = all.firstIndex(where: { $0.topic == topic }) else { return [] }
      let question = all[place]
      var lines = ScreenLine.wrapped(
        "\(place + 1)/\(all.count)  \(question.label)", .bold, columns: room)
      if let help = question.help { lines += ScreenLine.wrapped(help, columns: room, indent: "  ") }
      for (index, choice) in question.choices.enumerated() {
        lines += ScreenLine.wrapped("\(index + 1)  \(choice)", columns: room, indent: "    ")
      }
      let hints = hints(question)
      if !hints.isEmpty {
        lines += ScreenLine.wrapped(
          hints.joined(separator: " · "), .faint, columns: room, indent: "  ")
      }
      return lines
    }
  }

  /// What may be typed, and what Enter does.
  private func hints(_ question: Question) -> [String] {
    var hints = question.limits
    if mode == .plain, let before = values[question.topic] {
      hints.append(plan.text("interview.enter", shown(question, before)))
    } else if let standard = question.standard {
      hints.append(plan.text("interview.enter", standard))
    } else if !question.isRequired {
      hints.append(plan.text("interview.enterNothing"))
    }
    if !question.isRequired, case .field = question.topic,
      question.standard != nil || mode == .plain
    {
      hints.append(plan.text("interview.dash", FieldAnswer.nothing))
    }
    return hints
  }
}
