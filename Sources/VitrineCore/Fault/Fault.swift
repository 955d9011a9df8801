/// The one error of the product: what went wrong, on what, and what to do about it.
///
/// Everything that a person can do something about is a `Fault`. Adapters translate at their border;
/// an error that is not a `Fault` is a defect and is shown as `internal`.
package struct Fault: Error, Hashable, Sendable {
  /// The kind of fault, which decides the exit code and the HTTP status.
  package var code: Code
  /// What happened, as a code of the catalogue with its arguments.
  package var message: Message
  /// What the person can do next.
  package var hint: Message?
  /// The thing it happened to: a file, a store code, an id.
  package var subject: String?
  /// All the findings, when the fault is bad input with several of them.
  package var findings: [Finding]

  /// Makes a fault; the hint and the subject are what turn an error into help.
  package init(
    _ code: Code, _ message: Message, hint: Message? = nil, subject: String? = nil,
    findings: [Finding] = []
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.subject = subject
    self.findings = findings
  }
}

extension Fault {
  /// The kinds of fault; a script decides on these, so the spelling is a contract.
  package enum Code: String, CaseIterable, Codable, Sendable {
    /// The command line itself is wrong.
    case usage
    /// Content or data breaks a rule.
    case invalid
    /// What was named does not exist, or the person may not see it.
    case notFound
    /// Nobody is signed in, or the token is not good.
    case unauthenticated
    /// The access rules say no.
    case denied
    /// The thing is in a state that does not allow this.
    case conflict
    /// What was read has changed since.
    case stale
    /// Somebody else holds it for the moment.
    case locked
    /// A network or a limit of ours says: later.
    case throttled
    /// A service does not answer.
    case unavailable
    /// The work is done in part, and the answer says which part.
    case partial
    /// A file could not be read or written.
    case io
    /// The workspace or its configuration is wrong.
    case configuration
    /// Stored data is not what was written.
    case corrupt
    /// A person stopped it.
    case interrupted
    /// A defect of ours.
    case `internal`
  }
}
