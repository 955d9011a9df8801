import VitrineCore
import VitrineStorage

extension Context {
  /// Refuses a personal token (rule F8), and a sign-in that is older than the desk allows (rule F9).
  ///
  /// For a code for oneself: it is a sign-in, so it asks for what it gives.
  func demandFreshSession(_ action: Action, _ object: AuditRecord.Object) throws {
    let minutes = desk.rules.stepUpMinutes
    let age = now.milliseconds(since: session.token.signedIn) / 60_000
    let rule: AccessRule? =
      if session.token.kind != .session {
        .tokenNarrows
      } else if minutes > 0 && age >= minutes {
        .stepUp
      } else {
        nil
      }
    guard let rule else { return }
    throw Refusal(rule: rule, action: action, object: object, session: session, at: now)
  }
}
