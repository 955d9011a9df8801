import VitrineCore

extension Interview {
  /// The prompt, in front of what is typed.
  static let prompt = "› "

  /// The lines that change while the person types.
  func area() -> LiveArea {
    let room = columns - 1
    var lines = questionLines
    let prompt = TerminalText.displayWidth(Self.prompt)
    let rows = editor.rows(columns: room - prompt, most: 6)
    let first = lines.count
    for (index, row) in rows.rows.enumerated() {
      lines.append(
        ScreenLine(index == 0 ? Self.prompt : String(repeating: " ", count: prompt), .bold)
          .then(row))
    }
    lines += refusalLines
    if refusals.isEmpty, let echo {
      lines += ScreenLine.wrapped(echo, .good, columns: room, indent: "  ")
    }
    if case .asking(let topic) = stage {
      lines += TextLength.lines(lengths(topic), columns: room, plan.language)
    }
    return LiveArea(lines: lines, row: first + rows.row, column: prompt + rows.column)
  }

  /// Why the last answer was not taken.
  var refusalLines: [ScreenLine] {
    refusals.flatMap { refusal in
      ScreenLine.wrapped(
        refusal.text(in: plan.language), .error, columns: columns - 1, indent: "  ")
    }
  }

  /// What is understood of an answer that is written otherwise than it is read: a date, a price, a
  /// choice by its number; for a text, how much of its length is used.
  private var echo: String? {
    guard case .asking(.field(let name)) = stage, !editor.text.isEmpty,
      let field = plan.fields.first(where: { $0.name == name })
    else { return nil }
    if field.kind == .text {
      let most = field.maximum.flatMap { Int($0) } ?? FieldAnswer.longestText
      let count = FieldAnswer.line(of: editor.text).count
      return count > most
        ? plan.text("interview.tooLong", count, most, count - most)
        : plan.text("interview.length", count, most)
    }
    let value = try? FieldAnswer.value(
      of: editor.text, for: field, today: plan.today, language: plan.language)
    guard let value, !value.isEmpty, field.kind != .image else { return nil }
    return "→ " + FieldAnswer.shown(value, field.kind, plan.language)
  }

  /// The length of the post on each network, with what is typed at this moment.
  private func lengths(_ topic: Question.Topic) -> [TextLength] {
    var values = answers.values
    if case .field(let name) = topic, let field = plan.fields.first(where: { $0.name == name }) {
      values[name] = sofar(field) ?? values[name]
    }
    return ports.lengths(values)
  }

  private func sofar(_ field: MessageField) -> String? {
    let value = try? FieldAnswer.value(
      of: editor.text, for: field, today: plan.today, language: plan.language)
    if let value { return value }
    // A text that is not taken yet, such as one that is too long, still has its length.
    return field.kind == .text ? FieldAnswer.line(of: editor.text) : nil
  }
}
