import Foundation
import VitrineCore

extension Console {
  /// Leads the interview with whoever sits at the terminal.
  ///
  /// Without a terminal, or with `--json`, nothing is asked: the fault (64) names the flags that
  /// say the same. A person who gives up leaves by a fault with exit code 130.
  func interview(
    _ plan: InterviewPlan, _ ports: InterviewPorts
  ) throws -> (answers: TemplateAnswers, isSent: Bool) {
    // Standard error carries the talk, so that standard output stays data.
    let isDumb = ["dumb", "", nil].contains(invocation.environment["TERM"])
    guard canAsk, let terminal = RawTerminal(input: 0, output: 2, keys: !isDumb)
    else { throw noTerminal(plan) }
    let outcome: Interview.Outcome
    do {
      defer { terminal.end() }
      outcome =
        isDumb
        ? InterviewRun.plain(plan, ports, on: terminal)
        : InterviewRun.live(plan, ports, on: terminal, hasColor: hasColor)
    }
    switch outcome {
    case .send(let answers): return (answers, true)
    case .keep(let answers): return (answers, false)
    case .stopped: throw Fault(.interrupted, Message("interview.stopped"))
    }
  }

  /// Whether somebody sits at a terminal and may be asked.
  var canAsk: Bool { !isJSON && invocation.isErrorTerminal && StandardStream.isTerminal(0) }

  /// Why nothing can be asked here, and what to write instead.
  func noTerminal(_ plan: InterviewPlan) -> Fault {
    let open = plan.fields.filter { $0.kind != .image && plan.given[$0.name] == nil }
    let needed = open.filter { $0.isRequired && $0.standard == nil }
    // Where nothing is needed, what could be said is still what was asked for.
    var flags = (needed.isEmpty ? open : needed).map { "--set \($0.name)=…" }
    if plan.photoQuestion?.isRequired == true || flags.isEmpty { flags.append("--media … --alt …") }
    return Fault(
      .usage, Message("interview.noTerminal"),
      hint: Message("interview.noTerminal.hint", flags.joined(separator: " ")))
  }
}
