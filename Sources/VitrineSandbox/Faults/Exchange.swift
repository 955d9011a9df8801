/// What becomes of one HTTP request: the answer, if one is due, and what is still to happen.
struct Exchange: Sendable {
  var ending: FaultDecision.Ending
  var answer: GraphAnswer?
  /// Milliseconds by which the answer is held back.
  var delay = 0
  /// Calls whose effect comes after their answer was lost.
  var late: [LateCall] = []

  struct LateCall: Sendable {
    var call: GraphCall
    var milliseconds: Int
  }
}
