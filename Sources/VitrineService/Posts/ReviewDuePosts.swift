import VitrineCore
import VitrineStorage

/// Looks at scheduled posts once more before they leave: on their day the rules may say something else.
///
/// What breaks a rule is held, with a record; somebody corrects it, or it stays where it is. The system
/// does it, on behalf of whoever let the post go.
package struct ReviewDuePosts: Sendable {
  /// Who looks, as records name it.
  let worker: WorkerID

  /// Makes the step; it is the system's, whichever worker takes it.
  package init(by worker: WorkerID = WorkerID("w_rules")) { self.worker = worker }

  /// How many are looked at in one go.
  private static let most = 500

  /// Reviews what leaves within the time in which drafts are made; returns how many were held.
  @discardableResult
  package func run(_ desk: Desk) async throws -> Int {
    let now = desk.time.now()
    let limit = now.advanced(byMilliseconds: desk.rules.stageLeadMilliseconds)
    let (subjects, deliveries) = try await desk.database.read { transaction in
      let deliveries = try transaction.deliveriesToReview(before: limit, limit: Self.most)
      let posts = try deliveries.compactMap { try transaction.post($0.post) }
      return (
        try transaction.reviewSubjects(posts),
        Dictionary(uniqueKeysWithValues: deliveries.map { ($0.post, $0) })
      )
    }
    guard !subjects.isEmpty else { return 0 }
    let review = PostReview(
      subjects, try await desk.content.ruleBook(), now: now,
      release: { $0.delivery.flatMap { $0.releaseAt > now ? $0.releaseAt : nil } })
    let verdicts = subjects.map { subject in
      (subject.post, review.findings[subject.post.id]?.first { $0.severity == .error })
    }
    return try await desk.database.write { transaction in
      // The same first lock as the door takes, so that the two never wait for each other in a ring.
      _ = try transaction.auditHead(lock: true)
      var records: [AuditRecord] = []
      for (post, finding) in verdicts {
        guard let delivery = deliveries[post.id] else { continue }
        guard let finding else {
          try transaction.noteReviewed([delivery], at: now)
          continue
        }
        guard try transaction.holdRoutineDelivery(delivery, .rule(finding), at: now) else {
          continue
        }
        records.append(try record(of: post, finding, in: transaction, desk, now))
      }
      try transaction.append(records, tellingAt: now)
      return records.count
    }
  }

  private func record(
    of post: StoredPost, _ finding: RuleFinding, in transaction: any Transaction, _ desk: Desk,
    _ now: Timestamp
  ) throws -> AuditRecord {
    let standing = try transaction.standing(
      of: post, at: now, quarantine: desk.rules.quarantineMilliseconds)
    return AuditRecord(
      id: desk.random.recordID(), time: now, action: Action.postPublish.rawValue,
      actor: AuditRecord.Actor(id: UserID(worker.rawValue), type: .system, auth: "worker"),
      onBehalfOf: post.delivery?.launchedBy, target: post.target, object: standing.object,
      result: .failure, reasonCode: "trouble.rule", authors: [post.author],
      editors: standing.credit.editors, approvals: standing.credit.approvals,
      previousState: standing.state.rawValue, state: PostState.held.rawValue,
      detail: ["rule": .string(finding.rule)])
  }
}

extension Trouble {
  /// A post that breaks a rule on the day on which it would leave; the words are the retailer's own.
  static func rule(_ finding: RuleFinding) -> Trouble {
    Trouble(
      reason: Message("trouble.rule", finding.title),
      fix: Message("trouble.rule.mend", finding.fix),
      who: Message("trouble.rule.who"))
  }
}
