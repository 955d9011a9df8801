import VitrineCore

extension Interview {
  /// What takes a person back to the question before, besides the arrow.
  static let backSign = "<"

  /// Takes a key of a live interview.
  mutating func handle(_ key: Key) {
    guard outcome == nil else { return }
    switch key {
    case .interrupt: outcome = .stopped
    case .endOfInput:
      if editor.text.isEmpty { outcome = .stopped }
    case .enter: submit(editor.text)
    case .up: goBack()
    case .redraw, .down, .other: break
    default:
      if editor.handle(key) { refusals = [] }
    }
  }

  /// Takes a whole line.
  mutating func submit(_ line: String) {
    guard outcome == nil else { return }
    refusals = []
    if FieldAnswer.line(of: line) == Self.backSign { return goBack() }
    switch stage {
    case .asking(let topic): answer(line, topic)
    case .reviewing: decide(line)
    case .picking: pick(line)
    }
  }

  private mutating func answer(_ line: String, _ topic: Question.Topic) {
    guard let question = questions.first(where: { $0.topic == topic }) else { return }
    var line = line
    // Without a line that can be edited, Enter keeps what was answered before.
    if mode == .plain, line.isEmpty, let before = typed[topic] { line = before }
    do {
      let value = try read(line, question)
      var checked: PhotoFacts?
      if question.isPicture(plan), !value.isEmpty {
        switch ports.photo(value) {
        case .success(let found): checked = found
        case .failure(let fault): return refuse(line, topic, fault)
        }
      }
      if topic == .photo {
        if value != values[.photo] { forgetPhoto() }
        facts = checked
      }
      values[topic] = value
      typed[topic] = line
      drafts[topic] = nil
      settle(question, value)
      advance(after: topic)
    } catch {
      refuse(line, topic, Fault(.invalid, error.message))
    }
  }

  private mutating func refuse(_ line: String, _ topic: Question.Topic, _ fault: Fault) {
    // What was found says more than that something was.
    let found = fault.findings.map(\.message)
    refusals = (found.isEmpty ? [fault.message] : found) + (fault.hint.map { [$0] } ?? [])
    drafts[topic] = line
  }

  /// The value of what was typed at a question.
  func read(_ line: String, _ question: Question) throws(FieldAnswer.Refusal) -> String {
    switch question.topic {
    case .field(let name):
      guard let field = plan.fields.first(where: { $0.name == name }) else { return "" }
      let value = try FieldAnswer.value(
        of: line, for: field, today: plan.today, language: plan.language)
      return field.kind == .image ? TypedPath.expanded(value, home: plan.home) : value
    case .photo: return try path(line, question)
    case .alt:
      let text = try FieldAnswer.line(line, longest: InterviewPlan.longestAlt)
      guard !text.isEmpty else { throw FieldAnswer.Refusal(Message("answer.required")) }
      return text
    case .consent, .parents:
      let text = try FieldAnswer.line(line, longest: InterviewPlan.longestReference)
      return text == FieldAnswer.nothing ? "" : text
    case .people, .minors:
      guard let isYes = FieldAnswer.yesOrNo(line) else {
        throw FieldAnswer.Refusal(Message("answer.yesOrNo"))
      }
      return isYes ? "true" : "false"
    }
  }

  private func path(_ line: String, _ question: Question) throws(FieldAnswer.Refusal) -> String {
    let path = TypedPath.expanded(TypedPath.path(in: line), home: plan.home)
    if path.isEmpty || path == FieldAnswer.nothing {
      guard question.isRequired else { return "" }
      throw FieldAnswer.Refusal(Message("answer.required"))
    }
    return path
  }

  /// Another picture shows something else, and perhaps somebody else.
  private mutating func forgetPhoto() {
    for topic: Question.Topic in [.alt, .people, .consent, .minors, .parents] {
      (values[topic], typed[topic], drafts[topic]) = (nil, nil, nil)
    }
  }

  /// Goes to the next question that has no answer, or to the review.
  mutating func advance(after topic: Question.Topic?) {
    let open = questions.filter { values[$0.topic] == nil }
    let order = questions.map(\.topic)
    let place = topic.flatMap(order.firstIndex) ?? -1
    let next = open.first { (order.firstIndex(of: $0.topic) ?? 0) > place } ?? open.first
    if let next { ask(next.topic) } else { showReview() }
  }

  /// Asks a question, with what was typed there before.
  mutating func ask(_ topic: Question.Topic) {
    stage = .asking(topic)
    editor = LineEditor(mode == .live ? drafts[topic] ?? typed[topic] ?? "" : "")
  }

  /// Goes to the question before; from the review to the last one.
  mutating func goBack() {
    refusals = []
    let order = questions.map(\.topic)
    guard case .asking(let topic) = stage else {
      if let last = order.last { ask(last) }
      return
    }
    let begun = editor.text
    drafts[topic] = begun.isEmpty || begun == Self.backSign ? nil : begun
    guard let place = order.firstIndex(of: topic), place > 0 else {
      refusals = [Message("interview.first")]
      editor = LineEditor(drafts[topic] ?? "")
      return
    }
    ask(order[place - 1])
  }
}
