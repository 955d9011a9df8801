import VitrineCore
import VitrineService
import VitrineStorage

/// Why a broadcast stands still: the step that stopped it, who took it, and the reason given.
struct ReasonView {
  let reasons: BroadcastReasons.Output
  let console: Console

  /// The lines for a person; only the step that explains the present state.
  func lines(_ state: BroadcastState) -> [String] {
    switch state {
    case .rejected: line("broadcast.why.rejected", reasons.rejection)
    case .paused: line("broadcast.why.paused", reasons.pause)
    case .cancelled: line("broadcast.why.cancelled", reasons.cancellation)
    default: []
    }
  }

  private func line(_ code: String, _ step: BroadcastReasons.Step?) -> [String] {
    guard let step else { return [] }
    let head = Message(code: code, arguments: [step.name, step.given.at.description])
    let text = step.given.text ?? console.text("broadcast.why.none")
    return [head.text(in: console.language), "  │ \(text)"]
  }

  /// The members that scripts read.
  var json: [String: JSON] {
    [
      "rejection": Self.json(reasons.rejection), "pause": Self.json(reasons.pause),
      "cancellation": Self.json(reasons.cancellation),
    ]
  }

  private static func json(_ step: BroadcastReasons.Step?) -> JSON {
    guard let step else { return .null }
    return [
      "by": .string(step.given.by.rawValue), "name": .string(step.name),
      "at": .string(step.given.at.description),
      "reason": step.given.text.map(JSON.string) ?? .null,
      "record": .integer(Int64(step.given.index)),
    ]
  }
}
