import VitrineCore
import VitrineService

/// Where a broadcast stands after a step, and what comes next.
struct StepView {
  let console: Console

  /// Shows it, with what one step has to say besides.
  func show(_ output: BroadcastStepOutput, _ more: [String: JSON] = [:]) throws {
    if console.isJSON {
      var fields: [String: JSON] = [
        "id": .string(output.id.rawValue), "state": .string(output.state.rawValue),
        "revision": .integer(Int64(output.revision)), "digest": .string(output.digest),
        "approvers": .array(output.approvers.map { .string($0.rawValue) }),
        "approvalsNeeded": .integer(Int64(output.approvalsNeeded)),
        "pagesAsking": .integer(Int64(output.pagesAsking)),
        "approvalsOwed": .integer(Int64(output.approvalsOwed)),
      ]
      fields.merge(more) { $1 }
      return try console.print(.object(fields))
    }
    try console.print(
      console.text("broadcast.now", output.id, console.text("state.\(output.state.rawValue)")))
    switch output.state {
    case .draft: console.say("broadcast.next.submit", output.id)
    case .submitted:
      console.say(
        "broadcast.next.approve", output.id, output.digest,
        max(1, output.approvalsNeeded - output.approvers.count))
    case .approved: console.say("broadcast.next.launch", output.id)
    case .paused: console.say("broadcast.next.resume", output.id)
    case .staging, .releasing: console.say("broadcast.next.launch", output.id)
    default: break
    }
    if output.pagesAsking > 0 {
      console.say("broadcast.asking", output.pagesAsking, output.id, output.digest)
    }
    if output.approvalsOwed > 0 { console.say("broadcast.owed", output.approvalsOwed, output.id) }
  }
}
