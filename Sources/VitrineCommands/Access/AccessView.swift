import VitrineCore
import VitrineService

/// An answer about rights, for scripts and for people.
struct AccessView {
  let question: AccessQuestion
  let answer: AccessAnswer
  let console: Console

  func show(explains: Bool) throws {
    if console.isJSON { return try console.print(json(explains: explains)) }
    let word = answer.decision.rule == nil ? "access.allow" : "access.deny"
    let reason = answer.decision.rule?.rawValue ?? answer.grants.map(name).joined(separator: ", ")
    try console.print(reason.isEmpty ? console.text(word) : "\(console.text(word))  \(reason)")
    guard explains else { return }
    for sentence in sentences { try console.print(sentence.text(in: console.language)) }
  }

  private func json(explains: Bool) -> JSON {
    var members: [String: JSON] = [
      "decision": .string(answer.decision.rule == nil ? "allow" : "deny"),
      "rule": answer.decision.rule.map { .string($0.rawValue) } ?? .null,
      "grant": answer.grants.first.map { .string($0.id.rawValue) } ?? .null,
      "grants": .array(answer.grants.map(\.json)),
      "unknown": .array(answer.unknownNames.map(JSON.string)),
    ]
    if explains {
      members["explanation"] = .array(
        sentences.map { .string($0.text(in: console.language)) })
    }
    return .object(members)
  }

  private func name(_ grant: Grant) -> String {
    "\(grant.id) (\(grant.role.rawValue)@\(grant.scope))"
  }

  /// The answer in words: which grant, by whom and until when; or which rule, and what it would take.
  private var sentences: [Message] {
    if let rule = answer.decision.rule {
      var sentences = [
        Message(
          "access.why.\(rule.rawValue)", answer.name, question.action,
          answer.unknownNames.map { TerminalText.excerpt($0) }.joined(separator: ", "))
      ]
      if rule == .noGrant || rule == .outsideScope {
        sentences.append(
          Message(
            "access.roles", question.action, answer.roles.map(\.rawValue).joined(separator: ", ")))
      }
      return sentences
    }
    if answer.grants.isEmpty { return [Message("access.why.own", answer.name, question.action)] }
    return answer.grants.map { grant in
      let words: [any CustomStringConvertible] = [
        answer.name, question.action, grant.id, grant.role.rawValue, grant.scope, grant.grantedBy,
        grant.from,
      ]
      guard let until = grant.until else {
        return Message(code: "access.why.grant", arguments: words.map(\.description))
      }
      return Message(
        code: "access.why.grantUntil", arguments: (words + [until]).map(\.description))
    }
  }
}
