/// The way from one version of a template to the next, for every store's adaptation of it.
///
/// The locked text is the new version's as it stands: a store never had a say in it. What is merged
/// are the answers, against the fields and their defaults. An answer is never lost: it is in the new
/// adaptation, or in a conflict that names it.
package struct TemplateRebase: Sendable {
  /// What became of one adaptation.
  package struct Result: Hashable, Sendable {
    /// The adaptation for the corrected template.
    package var adaptation: Adaptation
    /// What somebody must decide, in the order of the fields, and last the answers whose field is gone.
    package var conflicts: [RebaseConflict] = []
    /// What was done without asking, in the order of the fields.
    package var notices: [RebaseNotice] = []
  }

  /// A part of a template that head office can change.
  package enum Part: String, CaseIterable, Codable, Sendable {
    /// The text of any network.
    case text
    /// The address that the post links to.
    case link
    /// The pictures and what they show.
    case media
    /// The questions, their limits and defaults.
    case fields
  }

  /// What the correction changed.
  package let parts: [Part]
  private let base: MessageSource
  private let corrected: MessageSource
  private let match: FieldMatch

  /// Compares two versions of a template.
  package init(from base: MessageSource, to corrected: MessageSource) {
    self.base = base
    self.corrected = corrected
    match = FieldMatch(from: base.fields, to: corrected.fields)
    let texts = [base, corrected].map { $0.texts.mapValues(\.text) }
    parts = Part.allCases.filter { part in
      switch part {
      case .text: base.body.text != corrected.body.text || texts[0] != texts[1]
      case .link: base.link != corrected.link
      case .media: base.media != corrected.media
      case .fields: base.fields != corrected.fields
      }
    }
  }

  /// Brings a store's adaptation of the base to the corrected template.
  package func apply(to adaptation: Adaptation) -> Result {
    var result = Result(adaptation: adaptation)
    result.adaptation.values = [:]
    var answers = adaptation.values
    for (name, other) in match.renamed {
      guard let answer = answers.removeValue(forKey: name) else { continue }
      // An answer that already bears the new name can only be a stray one; it is not overwritten.
      if answers[other] == nil { answers[other] = answer } else { answers[name] = answer }
    }
    for field in corrected.fields {
      let before = match.before[field.name]
      let answer = answers.removeValue(forKey: field.name)
      var step = FieldRebase(field: field, before: before, answer: answer)
      step.run()
      result.adaptation.values[field.name] = step.kept
      result.conflicts += step.conflicts
      result.notices += step.notices
    }
    let known = FieldMatch.byName(base.fields)
    for (name, answer) in answers.sorted(by: { $0.key < $1.key }) where !answer.isEmpty {
      result.conflicts.append(
        RebaseConflict(
          field: name, label: known[name]?.question ?? name, value: answer, problem: .gone))
    }
    let pictures = [base.media.first?.file, corrected.media.first?.file]
    if !adaptation.pictures.isEmpty, pictures[0] != pictures[1] {
      result.notices.append(
        RebaseNotice(
          field: "", label: "", change: .picture(before: pictures[0], after: pictures[1])))
    }
    if adaptation.link != nil, base.link != corrected.link {
      result.notices.append(
        RebaseNotice(
          field: "", label: "", change: .link(before: base.link, after: corrected.link)))
    }
    return result
  }
}
