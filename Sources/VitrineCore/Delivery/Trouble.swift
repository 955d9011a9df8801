/// Why something waits for a person, what would mend it, and whose job that is.
package struct Trouble: Hashable, Codable, Sendable {
  /// What happened.
  package let reason: Message
  /// What to do.
  package let fix: Message
  /// Who can do it.
  package let who: Message

  /// Makes a trouble from the code of its reason; `trouble.CODE.fix` and `.who` go with it.
  package init(_ code: String, _ arguments: any CustomStringConvertible...) {
    let words = arguments.map(\.description)
    reason = Message(code: "trouble.\(code)", arguments: words)
    fix = Message(code: "trouble.\(code).fix", arguments: words)
    who = Message(code: "trouble.\(code).who", arguments: words)
  }

  /// Puts a trouble together from stored parts.
  package init(reason: Message, fix: Message, who: Message) {
    self.reason = reason
    self.fix = fix
    self.who = who
  }

  /// The trouble that a failure of the network means for its page.
  package init(_ failure: NetworkFailure) {
    let code =
      switch failure.kind {
      case .temporary: "temporary"
      case .token: "token"
      case .connection: "connection"
      case .permission: "permission"
      case .throttled: "throttled"
      case .blocked: "blocked"
      case .person: "person"
      case .duplicate: "duplicate"
      case .content: "content"
      case .missing: "missing"
      case .request: "request"
      case .unreadable: "unreadable"
      }
    let number = failure.code.map { code in failure.subcode.map { "\(code)/\($0)" } ?? "\(code)" }
    self.init(code, number ?? "–", failure.detail)
  }
}
