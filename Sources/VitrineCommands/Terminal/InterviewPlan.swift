import VitrineCore

/// What an interview asks, and for whom.
struct InterviewPlan: Sendable {
  /// The title of the template.
  var title: String
  /// What head office says to who uses it.
  var usage: String?
  /// The name of the store.
  var store: String
  /// The fields of the template.
  var fields: [MessageField]
  /// Whether a picture of the store's own is asked for.
  var photo: PhotoWish
  /// The values that options gave, as files write them.
  var given: [String: String] = [:]
  /// The day where the store is.
  var today: CivilDate
  /// The home folder, for `~` in a path.
  var home: String?
  /// The language of the person.
  var language: Language
}

/// What an interview asks the rest of the program.
struct InterviewPorts {
  /// The length of the post on each network with these values; a field without an answer is absent.
  var lengths: ([String: String]) -> [TextLength]
  /// What the bytes of a picture say, or why it cannot be used.
  var photo: (_ path: String) -> Result<PhotoFacts, Fault>
  /// The post with all answers, before it leaves.
  var review: (TemplateAnswers) -> InterviewReview
}

extension InterviewPlan {
  /// The field that asks for the store's picture, if there is one.
  var photoField: MessageField? { fields.first { $0.kind == .image } }

  func text(_ code: String, _ arguments: any CustomStringConvertible...) -> String {
    Message(code: code, arguments: arguments.map(\.description)).text(in: language)
  }

  /// The question of a field.
  func question(_ field: MessageField) -> Question {
    let standard = field.standard.flatMap { $0.isEmpty ? nil : $0 }
    return Question(
      topic: .field(field.name), label: field.label ?? field.name, help: field.help,
      choices: field.choices, limits: limits(field), isRequired: field.isRequired,
      standard: standard.map { FieldAnswer.shown($0, field.kind, language) })
  }

  /// What may be typed at a field, in a few words.
  private func limits(_ field: MessageField) -> [String] {
    var limits: [String] = []
    func shown(_ limit: String) -> String { FieldAnswer.shown(limit, field.kind, language) }
    switch field.kind {
    case .text:
      limits.append(text("interview.limit.text", field.maximum ?? "\(FieldAnswer.longestText)"))
    case .price: limits.append(text("interview.limit.price"))
    case .date: limits.append(text("interview.limit.date"))
    case .choice: limits.append(text("interview.limit.choice"))
    case .number, .image: break
    }
    guard field.kind == .number || field.kind == .price || field.kind == .date else {
      return limits
    }
    switch (field.minimum, field.maximum) {
    case (let least?, let most?):
      limits.append(text("interview.limit.between", shown(least), shown(most)))
    case (let least?, nil): limits.append(text("interview.limit.least", shown(least)))
    case (nil, let most?): limits.append(text("interview.limit.most", shown(most)))
    case (nil, nil): break
    }
    return limits
  }

  /// The question for the store's picture.
  var photoQuestion: Question? {
    var question = Question(
      topic: .photo, label: text("interview.photo"), help: text("interview.photo.help"))
    if let field = photoField {
      question.label = field.label ?? question.label
      question.help = field.help ?? question.help
      question.isRequired = field.isRequired
    }
    switch photo {
    case .none: return nil
    case .required: question.isRequired = true
    case .optional(let standard):
      if photoField == nil { question.isRequired = false }
      if !question.isRequired { question.standard = standard }
    }
    return question
  }

  /// What the picture shows.
  var altQuestion: Question {
    Question(
      topic: .alt, label: text("interview.alt"), help: text("interview.alt.help"),
      limits: [text("interview.limit.text", InterviewPlan.longestAlt)])
  }

  /// Whether people can be recognised.
  var peopleQuestion: Question {
    Question(
      topic: .people, label: text("interview.people"), help: text("interview.people.help"),
      limits: [text("interview.limit.yesOrNo")])
  }

  /// The reference of their agreement; the rules say whether the post can leave without it.
  var consentQuestion: Question {
    Question(
      topic: .consent, label: text("interview.consent"), help: text("interview.consent.help"),
      isRequired: false)
  }

  /// Whether children can be recognised.
  var minorsQuestion: Question {
    Question(
      topic: .minors, label: text("interview.minors"), limits: [text("interview.limit.yesOrNo")])
  }

  /// The reference of their parents' agreement.
  var parentsQuestion: Question {
    Question(
      topic: .parents, label: text("interview.parents"), help: text("interview.parents.help"),
      isRequired: false)
  }

  /// How long an alternative text may be, as in the library's own files.
  static let longestAlt = 1000
  /// How long a reference may be.
  static let longestReference = 200
}

extension Question {
  /// Whether the answer is the path of a picture, whose bytes are to be looked at.
  func isPicture(_ plan: InterviewPlan) -> Bool {
    switch topic {
    case .photo: true
    case .field(let name): plan.fields.contains { $0.name == name && $0.kind == .image }
    case .alt, .people, .consent, .minors, .parents: false
    }
  }
}
