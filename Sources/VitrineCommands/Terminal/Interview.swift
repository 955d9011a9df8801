import VitrineCore

/// The questions that turn a template into a store's post, as a value: keys or lines go in, lines for
/// a screen come out.
///
/// One question a field, then those about the store's own picture; then the post as each network
/// will show it, and send, change or keep. Nothing here knows a terminal, a file or the door, so
/// that a test drives it with bytes.
struct Interview {
  /// How the person sees it.
  enum Mode: Sendable {
    /// Keys are seen one by one, and lengths are counted while the person types.
    case live
    /// Whole lines only: a terminal that cannot move its cursor.
    case plain
  }

  /// How it ended.
  enum Outcome: Hashable {
    /// To be sent for approval, or out.
    case send(TemplateAnswers)
    /// To be kept as a draft.
    case keep(TemplateAnswers)
    /// Given up; nothing is to be kept.
    case stopped
  }

  enum Stage: Hashable {
    case asking(Question.Topic)
    case reviewing
    /// Which answer is to be changed.
    case picking
  }

  let plan: InterviewPlan
  let ports: InterviewPorts
  let mode: Mode
  /// Where it stands.
  var stage: Stage
  /// How it ended; nothing while it goes on.
  var outcome: Outcome?
  /// What is being typed.
  var editor = LineEditor()
  /// Why the last answer was not taken.
  var refusals: [Message] = []
  /// What was typed at each question that is answered.
  var typed: [Question.Topic: String] = [:]
  /// What that means: the value of a field, a path, `true`.
  var values: [Question.Topic: String] = [:]
  /// What was begun at a question that was left.
  var drafts: [Question.Topic: String] = [:]
  /// What the check of the picture said.
  var facts: PhotoFacts?
  /// The lines that are to be shown once, and then stay.
  var settled: [ScreenLine] = []
  /// The last review, kept while the person thinks about it.
  var review: InterviewReview?
  /// The columns of the terminal, for what is settled.
  var columns = 80

  /// Begins; what was given by options is not asked again, but can be changed at the end.
  init(_ plan: InterviewPlan, _ ports: InterviewPorts, mode: Mode, columns: Int = 80) {
    self.plan = plan
    self.ports = ports
    self.mode = mode
    self.columns = max(20, columns)
    stage = .reviewing
    for field in plan.fields {
      guard let value = plan.given[field.name] else { continue }
      values[.field(field.name)] = value
      typed[.field(field.name)] = Self.typable(value, field.kind)
    }
    greet()
    advance(after: nil)
  }

  /// The questions that are to be answered, as far as the answers say by now.
  var questions: [Question] {
    var result: [Question] = []
    for field in plan.fields where field.name != plan.photoField?.name {
      result.append(plan.question(field))
    }
    guard let photo = plan.photoQuestion else { return result }
    result.append(photo)
    guard values[.photo]?.isEmpty == false else { return result }
    result.append(plan.altQuestion)
    result.append(plan.peopleQuestion)
    guard values[.people] == "true" else { return result }
    result.append(plan.consentQuestion)
    result.append(plan.minorsQuestion)
    guard values[.minors] == "true" else { return result }
    result.append(plan.parentsQuestion)
    return result
  }

  /// What was answered so far.
  var answers: TemplateAnswers {
    var answers = TemplateAnswers()
    for field in plan.fields where field.name != plan.photoField?.name {
      answers.values[field.name] = values[.field(field.name)]
    }
    guard let path = values[.photo], !path.isEmpty else { return answers }
    let showsPeople = values[.people] == "true"
    let showsMinors = showsPeople && values[.minors] == "true"
    func reference(_ topic: Question.Topic) -> String? {
      values[topic].flatMap { $0.isEmpty ? nil : $0 }
    }
    answers.photo = TemplateAnswers.Photo(
      path: path, field: plan.photoField?.name, alt: values[.alt] ?? "",
      declaration: PictureDeclaration(
        showsPeople: showsPeople, showsMinors: showsMinors,
        consent: showsPeople ? reference(.consent) : nil,
        parents: showsMinors ? reference(.parents) : nil))
    return answers
  }

  /// Hands over the lines that stay, once.
  mutating func takeSettled() -> [ScreenLine] {
    defer { settled = [] }
    return settled
  }

  /// A value as it can be typed again: `1.125` would be refused as one that can be read in two ways.
  private static func typable(_ value: String, _ kind: MessageField.Kind) -> String {
    let parts = value.utf8.split(separator: UInt8(ascii: "."))
    return kind == .number && parts.count == 2 && parts[1].count == 3 ? value + "0" : value
  }
}
