/// What the armed faults do to one call, decided before anything happens.
struct FaultDecision: Sendable {
  /// How the answer, if any, leaves the sandbox.
  enum Ending: Sendable {
    case answered
    /// The connection ends without an answer.
    case closed
    /// The connection is reset; nothing happened.
    case reset
    /// A page of HTML instead of an answer.
    case html
    /// A null member of a batch.
    case null
    /// Never, or for the member of a batch null after a while.
    case hung
  }

  var ending = Ending.answered
  var takesEffect = true
  /// Milliseconds after which the effect happens by itself.
  var lateBy: Int?
  var error: GraphError?
  var answerDelay = 0
  var listLag = 0

  /// Whether a fault has already decided how the call ends; a second one does not get its turn.
  var isSettled: Bool {
    if case .answered = ending { error != nil } else { true }
  }

  /// Adds a fault to a call to that network.
  mutating func add(_ spec: FaultSpec, on network: SandboxNetwork) {
    let delay = spec.delayMilliseconds ?? spec.kind.usualDelay
    switch spec.kind {
    case .slow: answerDelay = max(answerDelay, delay)
    case .listLag: listLag = max(listLag, delay)
    case .lostAnswer: ending = .closed
    case .lateExecution:
      ending = .closed
      takesEffect = false
      lateBy = delay
    case .nullMember:
      ending = .null
      takesEffect = false
    case .nullMemberDone: ending = .null
    case .error:
      error = .named(code: spec.code ?? 1, subcode: spec.subcode, message: nil)
      takesEffect = spec.isDone
    case .throttle:
      error = .throttle(spec, on: network)
      takesEffect = false
    case .spamBlock:
      error = .spamBlocked
      takesEffect = false
    case .html500: ending = .html
    case .hang:
      ending = .hung
      takesEffect = spec.isDone
    case .reset:
      ending = .reset
      takesEffect = false
    }
  }
}
