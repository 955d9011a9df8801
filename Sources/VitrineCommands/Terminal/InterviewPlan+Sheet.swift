import Foundation
import VitrineContent
import VitrineCore

extension InterviewPlan {
  /// The questions as a file for an editor, with what was answered by options.
  var sheet: AnswerSheet {
    var heading = ["\(title) · \(store)"]
    if let usage { heading.append(usage) }
    heading += ["", text("sheet.how"), text("sheet.quotes", "\"10:30 #1\"")]
    let fields = fields.filter { $0.name != photoField?.name }.map { field in
      entry(field.name, question(field), typed: given[field.name] ?? "")
    }
    return AnswerSheet(heading: heading, fields: fields, photo: photoEntries)
  }

  /// How the sheet is read back.
  func reading(_ photo: @escaping (String) -> Result<PhotoFacts, Fault>) -> AnswerSheet.Reading {
    AnswerSheet.Reading(
      fields: fields, photoField: photoField, needsPhoto: photoQuestion?.isRequired, today: today,
      home: home, language: language,
      photoProblem: { path in
        if case .failure(let fault) = photo(path) { fault } else { nil }
      })
  }

  private func entry(_ key: String, _ question: Question, typed: String = "", need: String? = nil)
    -> AnswerSheet.Entry
  {
    var limits = question.limits
    if let standard = question.standard {
      limits.append(text("sheet.standard", standard))
      if !question.isRequired, question.topic != .photo {
        limits.append(text("sheet.dash", FieldAnswer.nothing))
      }
    } else {
      let always = question.isRequired ? text("sheet.required") : text("sheet.optional")
      limits.insert(need ?? always, at: 0)
    }
    return AnswerSheet.Entry(
      key: key, label: question.label, help: question.help, limits: limits,
      choices: question.choices, typed: typed)
  }

  private var photoEntries: [AnswerSheet.Entry] {
    guard var file = photoQuestion else { return [] }
    // Nothing can be dropped on an editor.
    if photoField?.help == nil {
      file.help = file.isRequired ? nil : text("sheet.photo")
    }
    let questions = [
      file, altQuestion, peopleQuestion, consentQuestion, minorsQuestion, parentsQuestion,
    ]
    return zip(AnswerSheet.photoKeys, questions).map { key, question in
      var need: String?
      switch question.topic {
      case .alt where !file.isRequired, .people where !file.isRequired:
        need = text("sheet.withPhoto")
      case .minors: need = text("sheet.withPeople")
      default: break
      }
      return entry(key, question, need: need)
    }
  }
}

extension Console {
  /// Lets the person answer in their editor.
  ///
  /// Findings are shown with line and column; on a terminal the file can be opened again, and without
  /// one the fault (65) says where it is kept.
  func editAnswers(
    _ plan: InterviewPlan, photo: @escaping (String) -> Result<PhotoFacts, Fault>
  ) throws -> TemplateAnswers {
    let session = try EditorSession(environment: invocation.environment)
    let reading = plan.reading(photo)
    return try session.write(
      plan.sheet.text, name: language == .fr ? "reponses.yaml" : "answers.yaml",
      in: FileManager.default.temporaryDirectory,
      limit: AnswerSheet.sizeLimit,
      read: { bytes, file in
        let result = AnswerSheet.read(bytes, file: file, reading)
        return (result.answers, result.findings)
      }, again: asksAgain)
  }

  private func asksAgain(_ findings: [Finding]) -> Bool {
    guard invocation.isErrorTerminal, StandardStream.isTerminal(0) else { return false }
    for finding in findings {
      invocation.error(TerminalText.escaped(finding.text(in: language)) + "\n")
      if let fix = finding.fix {
        invocation.error("  " + TerminalText.escaped(fix.text(in: language)) + "\n")
      }
    }
    invocation.error(text("editor.again") + " ")
    let answer = readLine(strippingNewline: true) ?? "q"
    return !answer.lowercased().hasPrefix("q")
  }
}
