/// Rules and subjects with their phrases put into an index and their names into numbers.
struct CompiledRules: Sendable {
  struct Subject: Sendable {
    let says: Int
    let unless: Int
    let heedsIgnored: Bool
    /// The subjects that are part of this one, directly.
    var parts: [Int] = []
  }

  struct Rule: Sendable {
    let when: [[Condition]]
    let except: [[Condition]]
    let require: [[Condition]]
    let unless: Int
    /// The subjects that `when` names beside a discount, and those that `except` names.
    var families: [Int] { when.flatMap { $0.flatMap(\.subjects) } }
    var excepted: [Int] { except.flatMap { $0.flatMap(\.subjects) } }
  }

  enum Condition: Sendable {
    /// Numbers of subjects.
    case about([Int])
    /// A group of phrases.
    case says(Int)
    /// Anything that needs no words.
    case other(RuleCondition)

    var subjects: [Int] {
      if case .about(let subjects) = self { subjects } else { [] }
    }

    var isAbout: Bool {
      if case .about = self { true } else { false }
    }

    var isDiscount: Bool {
      if case .other(.discountAbove) = self { true } else { false }
    }
  }

  private(set) var subjects: [Subject] = []
  private(set) var rules: [Rule] = []
  private(set) var numbers: [String: Int] = [:]
  /// The group of the phrases that do not show the subjects that heed them.
  let ignored: Int

  init(
    _ rules: [RetailRule], _ subjects: [RuleSubject], _ ignored: [Phrase],
    _ index: inout PhraseIndex
  ) {
    self.ignored = index.add(ignored, isException: true)
    for (number, subject) in subjects.enumerated() {
      numbers[subject.id] = number
      self.subjects.append(
        Subject(
          says: index.add(subject.says, isException: false),
          unless: index.add(subject.unless, isException: true), heedsIgnored: subject.heedsIgnored))
    }
    for (number, subject) in subjects.enumerated() {
      for whole in subject.partOf.compactMap({ numbers[$0] }) {
        self.subjects[whole].parts.append(number)
      }
    }
    for rule in rules {
      self.rules.append(
        Rule(
          when: items(rule.when, &index), except: items(rule.except, &index),
          require: items(rule.require, &index), unless: index.add(rule.unless, isException: true)))
    }
  }

  private func items(_ items: [RuleItem], _ index: inout PhraseIndex) -> [[Condition]] {
    items.map { item in
      item.conditions.map { condition in
        switch condition {
        case .about(let subjects): .about(subjects.compactMap { numbers[$0] })
        case .says(let phrases): .says(index.add(phrases, isException: false))
        default: .other(condition)
        }
      }
    }
  }
}
