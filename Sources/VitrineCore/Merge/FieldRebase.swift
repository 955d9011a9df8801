/// One answer on its way from a field to the corrected one.
struct FieldRebase {
  let field: MessageField
  let before: MessageField?
  /// What the store wrote; `nil` when it left the field to its default.
  let answer: String?

  /// The answer for the corrected template; `nil` leaves the field to its default.
  private(set) var kept: String?
  private(set) var conflicts: [RebaseConflict] = []
  private(set) var notices: [RebaseNotice] = []

  init(field: MessageField, before: MessageField?, answer: String?) {
    self.field = field
    self.before = before
    self.answer = answer
  }

  /// Decides what becomes of the answer.
  mutating func run() {
    if let before, before.name != field.name, answer != nil {
      note(.renamed(from: before.name))
    }
    guard let answer, !isOldDefault(answer) else { return followDefault() }
    if let old = before?.label, old != field.question { note(.reworded(before: old)) }
    kept = answer
    if let before, before.kind == field.kind, let base = before.standard,
      let theirs = field.standard, base != theirs, answer != theirs
    {
      merge(answer, base, theirs)
    }
    check()
  }

  /// Whether the store left what head office had written, which head office may write anew.
  private func isOldDefault(_ answer: String) -> Bool {
    guard let before, let standard = before.standard, answer.nfc == standard.nfc else {
      return false
    }
    return standard != field.standard
  }

  /// The store has no words of its own here: the default speaks, if there is one.
  private mutating func followDefault() {
    guard field.standard == nil else { return }
    if field.isRequired {
      // What was open before is so by the store's own doing, and no news.
      let wasOpen = before.map { $0.isRequired && $0.standard == nil } ?? false
      if !wasOpen { clash(.unanswered, answer) }
    } else if let old = answer ?? before?.standard {
      note(.emptied(before: old))
    }
  }

  /// Both changed the default: the store in its post, head office in the template.
  private mutating func merge(_ answer: String, _ base: String, _ theirs: String) {
    guard field.kind == .text else {
      return note(.suggested(before: base, after: theirs))
    }
    let merge = TextMerge(base: base, ours: answer, theirs: theirs)
    let text = merge.text
    let isClean = merge.conflicts.isEmpty && !text.trimmingBlanks.isEmpty
    if isClean, FieldValue.fits(text, field) {
      kept = text
      if text != answer.nfc { note(.merged(before: answer, after: text)) }
    } else {
      // Without a place in common, each took out what the other left, or the two are too long together.
      clash(.overlap(base: base, theirs: theirs, places: merge.conflicts), answer)
    }
  }

  /// Whether the corrected field takes what is kept.
  private mutating func check() {
    guard let value = kept else { return }
    if value.isEmpty {
      if field.isRequired, before?.isRequired != true {
        kept = nil
        clash(.unanswered, nil)
      }
    } else if !FieldValue.fits(value, field) {
      kept = nil
      clash(.unfit(before: before, after: field), answer)
    } else if let before, before.kind != field.kind {
      note(.retyped(before: before.kind, after: field.kind))
    }
  }

  private mutating func clash(_ problem: RebaseConflict.Problem, _ value: String?) {
    conflicts.append(
      RebaseConflict(field: field.name, label: field.question, value: value, problem: problem))
  }

  private mutating func note(_ change: RebaseNotice.Change) {
    notices.append(RebaseNotice(field: field.name, label: field.question, change: change))
  }
}

extension MessageField {
  /// The question as people read it; the name when there is no label.
  package var question: String { label ?? name }
}
