/// The ways in which the sandbox can go wrong on demand; all were seen on the real network.
package enum FaultKind: String, Sendable, CaseIterable {
  /// The effect happens, then the connection ends without an answer; in a batch for all members.
  case lostAnswer = "lost-answer"
  /// The connection ends without an answer, and the effect happens `delay` later.
  case lateExecution = "late-execution"
  /// A batch member comes back null and had no effect.
  case nullMember = "null-member"
  /// A batch member comes back null although it had its effect.
  case nullMemberDone = "null-member-done"
  /// An error with `code` and `subcode`; without effect, unless `done=true`.
  case error
  /// The page (80001), or with `code=4` the whole app, refuses every call for `delay`.
  case throttle
  /// 368/1390008 on writes; with `delay` the page stays blocked for writes that long.
  case spamBlock = "spam-block"
  /// The effect happens, then an HTML error page with status 502 is the answer; in a batch for all.
  case html500 = "html-500"
  /// A post stays out of every list for `delay` after it was made or published.
  case listLag = "list-lag"
  /// The answer comes `delay` later.
  case slow
  /// No answer ever comes and nothing happens (`done=true`: it happens); a batch member comes back
  /// null after two seconds.
  case hang
  /// The connection is reset before anything happens; in a batch for all members.
  case reset

  /// Whether a call of this kind is met when the fault names no `op`.
  ///
  /// Without an `op`, faults that need an effect to be interesting leave the search for pages and
  /// the inspection of tokens alone, so that a fault armed at the start does not stop a connection.
  func meets(_ call: CallKind) -> Bool {
    switch self {
    case .error, .slow: true
    case .throttle: call.isAboutPosts || call == .page
    case .spamBlock, .listLag: call.isWrite && call != .delete
    default: call.isAboutPosts
    }
  }

  /// Whether such a fault decides how a call ends; the others only colour it.
  var settles: Bool { self != .slow && self != .listLag }

  /// Milliseconds of `delay` where a fault does not say.
  var usualDelay: Int {
    switch self {
    case .lateExecution: 1000
    case .throttle: 60_000
    case .listLag: 5000
    case .slow: 1000
    default: 0
    }
  }
}
