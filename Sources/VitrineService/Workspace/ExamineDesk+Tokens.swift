import VitrineCore
import VitrineStorage

extension ExamineDesk {
  /// How long before its end a token is worth a warning, in seconds.
  private static let dyingSeconds: Int64 = 14 * 86_400
  /// How far ahead mandatory messages are looked at, in seconds.
  private static let aheadSeconds: Int64 = 7 * 86_400

  /// Tokens that end soon, and the next mandatory messages that some pages would miss.
  func tokens(_ context: ReadContext) throws -> [Check] {
    let transaction = context.transaction
    var checks: [Check] = []
    if let dying = try transaction.dyingTokens(
      before: context.now.advanced(bySeconds: Self.dyingSeconds))
    {
      checks.append(
        Check(
          name: "tokens", status: .warning,
          detail: Message("doctor.tokens", dying.count, dying.first)))
    }
    let missed = try transaction.missedMessages(
      after: context.now, before: context.now.advanced(bySeconds: Self.aheadSeconds))
    return checks
      + missed.map {
        Check(
          name: "mandatory", status: .warning,
          detail: Message("doctor.mandatory", $0.pages, $0.title, $0.broadcast, $0.at))
      }
  }
}
