import VitrineCore
import VitrineStorage

/// A planted bug: the check is checked by finding every one of them.
///
/// Each sits in what the simulation wraps around the product (SQL on its way to the database, calls and
/// answers on their way to and from the network), so that the product has no switch for it.
enum Mutant: String, CaseIterable, Sendable {
  /// Results are written whatever the fence.
  case noFence
  /// Intents are not written before the call is sent.
  case noIntent
  /// A stage without an answer is sent again as a public post.
  case resendInPublic
  /// What is read back counts as public without a look.
  case blindReadBack
  /// The table lets a broadcast have a page twice, and creating it is done twice.
  case noUniqueKey
  /// The oldest draft of the page is released instead of the recorded one.
  case staleDraft
  /// Workers do not see that a broadcast is paused.
  case deafToPause
  /// A stage without an answer counts as refused.
  case unknownStageIsNo
  /// A release without an answer counts as refused.
  case unknownReleaseIsNo
  /// A held page that is mended starts from the beginning.
  case forgetsDraft
  /// Some records are not written.
  case lostRecord
  /// Drafts are made with the first of their pictures only.
  case losesPictures
  /// Pictures are shown in another order.
  case mixesPictures
  /// A deletion without an answer counts as done.
  case unknownDeleteIsYes
  /// A post that has come to its end is sent.
  case deafToTheEnd
  /// A post is sent before the rules have looked.
  case skipsTheRules
  /// A post is sent when it can be, and not when it should.
  case earlyBird
  /// A wish to take a post down is forgotten.
  case deafToTakedown
  /// Drafts of an earlier text are released as they are.
  case releasesEarlierText
  /// A correction without an answer counts as done.
  case unknownEditIsYes
  /// What was being staged at a cancel, on a page that cannot be asked, is left as it is.
  case leavesTheRest
}

extension Mutant {
  /// The call that is sent instead.
  func change(_ call: NetworkCall, _ truth: RemoteTruth) -> NetworkCall {
    if case .stage(let content, let pictures) = call.step, pictures.count > 1 {
      let shown =
        switch self {
        case .losesPictures: Array(pictures.prefix(1))
        case .mixesPictures: Array(pictures.reversed())
        default: pictures
        }
      return NetworkCall(
        page: call.page, token: call.token, step: .stage(content, pictures: shown))
    }
    guard self == .staleDraft, case .release = call.step,
      let oldest = truth.page(call.page)?.posts.first(where: { !$0.isDeleted })
    else { return call }
    return NetworkCall(page: call.page, token: call.token, step: .release(draft: oldest.id))
  }

  /// The answer that is believed instead.
  func change(
    _ outcome: NetworkAnswer.Outcome, to call: NetworkCall, _ truth: RemoteTruth
  ) -> NetworkAnswer.Outcome {
    switch (self, outcome, call.step) {
    case (.resendInPublic, .unknown, .stage):
      let again = truth.execute(call, isLate: false)
      guard case .staged(let id) = again else { return outcome }
      _ = truth.execute(
        NetworkCall(page: call.page, token: call.token, step: .release(draft: id)), isLate: false)
      return outcome
    case (.blindReadBack, .post(let post), _):
      return .post(
        RemotePost(
          id: post.id, text: post.text, isPublished: true, permalink: "https://sim.example/",
          created: post.created, application: post.application))
    case (.unknownDeleteIsYes, .unknown, .delete): return .deleted
    case (.unknownEditIsYes, .unknown, .edit): return .edited
    case (.unknownStageIsNo, .unknown(let failure), .stage): return .refused(failure)
    case (.unknownReleaseIsNo, .unknown, .release):
      return .refused(NetworkFailure(kind: .content, detail: "taken for a no"))
    default: return outcome
    }
  }

  /// The statement that runs instead; nil for none at all.
  func change(_ sql: String, _ node: Node) -> String? {
    switch self {
    case .noFence:
      return sql.replacing("WHERE post_id = ?1 AND fence = ?2", "WHERE post_id = ?1 AND ?2 = ?2")
    case .noIntent:
      return sql.replacing(
        "UPDATE delivery SET state = ?2, intended_at",
        "UPDATE delivery SET state = COALESCE(state, ?2), intended_at")
    case .releasesEarlierText:
      return sql.replacing(
        "digest = a.digest, edition", "digest = a.digest, shown_digest = a.digest, edition")
    case .deafToPause where node.isWorker:
      let columns = """
        id, title, CASE state WHEN 'paused' THEN 'releasing' ELSE state END AS state, revision,
        edition, recipe, basis, approvals_full, is_trial, digest, source, source_digest, selector,
        author, is_urgent, approvals_needed, created_at, submitted_at, release_at, valid_until, launched_by, launched_at, accepted_held, canary,
        paused_from, amends, pause_reason, pace_at, started_at, finished_at
        """
      return sql.replacing(
        "SELECT * FROM broadcast WHERE", "SELECT \(columns) FROM broadcast WHERE")
    case .forgetsDraft:
      return sql.replacing(
        "WHEN remote_id IS NULL THEN 'ready' ELSE 'staged' END", "WHEN 1 = 1 THEN 'ready' END")
    case .deafToTheEnd:
      return sql.replacing("COALESCE(d.valid_until,", "COALESCE(NULL,")
        .replacing("COALESCE(delivery.valid_until,", "COALESCE(NULL,")
    case .skipsTheRules:
      return sql.replacing("d.state = 'ready' AND d.reviewed_at IS NOT NULL", "d.state = 'ready'")
        .replacing("d.state = 'staged' AND d.reviewed_at IS NOT NULL", "d.state = 'staged'")
    case .earlyBird:
      return sql.replacing("d.release_at <= ?1", "d.release_at <= ?1 + 60000")
    case .deafToTakedown:
      return sql.replacing(
        "OR (wish = 'takedown' AND state IN ('published', 'confirmed', 'amending', 'replacing'))",
        "OR 1 = 0")
    case .lostRecord where node.isWorker && node.world.chance(20):
      return sql.contains("INSERT INTO audit_leaf") ? nil : sql
    case .leavesTheRest:
      return sql.contains("SET state = 'cancelled', is_doubtful = 1") ? nil : sql
    default: return sql
    }
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}

/// A transaction through which a mutant changes statements.
final class MutantTransaction: Transaction {
  private let inner: any Transaction
  private let mutant: Mutant
  private let node: Node

  init(_ inner: any Transaction, _ mutant: Mutant, _ node: Node) {
    self.inner = inner
    self.mutant = mutant
    self.node = node
  }

  var dialect: Dialect { inner.dialect }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    if mutant == .noUniqueKey, sql.hasPrefix("INSERT INTO delivery ") {
      try inner.execute(sql, twice(arguments))
    }
    guard let changed = mutant.change(sql, node) else { return 1 }
    return try inner.execute(changed, arguments)
  }

  /// The same rows under new ids, as a creation that runs twice would make them.
  private func twice(_ arguments: [SQLValue]) -> [SQLValue] {
    arguments.map { value in
      guard case .text(let text) = value, text.hasPrefix("p_") else { return value }
      return .text(text + "2")
    }
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
    try inner.rows(mutant.change(sql, node) ?? sql, arguments)
  }

  func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (Row) throws -> Void) throws {
    try inner.forEachRow(mutant.change(sql, node) ?? sql, arguments, body)
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T { try inner.savepoint(body) }
}
