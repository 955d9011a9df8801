import VitrineCore
import VitrinePublishing
import VitrineStorage

/// Sends posts on their way again that are not on their pages as they were left there.
///
/// One that says something else gets our text, one that is gone is made anew, one that is not public is released again.
/// A page without a clear answer is left alone, since it may still show the message; so is what a person took down.
/// Workers, or the command that asked, do the rest.
package struct RepairBroadcast: BroadcastStep {
  package static let action = Action.broadcastRetry
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  /// A page that is repaired.
  package struct Item: Codable, Sendable {
    /// The store.
    package let store: StoreCode
    /// The network.
    package let network: Network
    /// Our id of the post.
    package let post: PostID
    /// `altered`, `missing` or `hidden`.
    package let cause: String
  }

  /// What was found, and what is on its way again.
  package struct Output: Codable, Sendable {
    /// The pages as they were.
    package let found: VerifyBroadcast.Output
    /// Those that are repaired.
    package let repaired: [Item]
  }

  package func prepare(_ desk: Desk) async throws -> [PostLook] {
    // Asked before the pages are: what cannot be repaired needs no calls.
    let now = desk.time.now()
    try await desk.database.read { try $0.existingBroadcast(id).demandRepairable(at: now) }
    return try await PostReading(desk: desk, id: id).certainLooks()
  }

  package func run(_ looks: [PostLook], in context: Context) throws -> Output {
    let transaction = context.transaction
    var items: [Item] = []
    var found: VerifyBroadcast.Output?
    _ = try context.step(id, Self.action) { broadcast, detail in
      try broadcast.demandRepairable(at: context.now)
      let findings = try PostFindings(looks, of: id, in: transaction)
      found = findings.output
      detail = findings.detail
      for finding in findings.all {
        guard let repair = repair(finding, context.desk),
          try transaction.repair(finding.post, repair, at: context.now)
        else { continue }
        items.append(
          Item(
            store: finding.post.store, network: finding.post.network, post: finding.post.post,
            cause: finding.kind.rawValue))
        note(finding, by: broadcast.author, in: context)
      }
      detail["pages"] = .integer(Int64(items.count))
      try transaction.keepVerification(findings.kept(id, at: context.now))
      if !items.isEmpty, broadcast.state == .finished {
        broadcast.state = .releasing
        broadcast.finished = nil
      }
    }
    try context.desk.noteServedVersions(transaction, at: context.now)
    return Output(
      found: found
        ?? VerifyBroadcast.Output(published: 0, same: 0, altered: [], missing: [], unclear: []),
      repaired: items)
  }

  private func repair(_ finding: PostFindings.Finding, _ desk: Desk) -> PostRepair? {
    switch finding.kind {
    case .altered: .rewrite(marker: Delivery.foreign)
    case .missing: .remake
    // Only a draft can be released a second time without becoming a second post.
    case .hidden:
      desk.networks[finding.post.network]?.abilities.delivery == .drafts ? .release : nil
    case .same, .unclear: nil
    }
  }

  /// A record for each page: whoever asks about a post later finds why it was sent again.
  private func note(_ finding: PostFindings.Finding, by author: UserID, in context: Context) {
    let post = finding.post
    context.record(
      Self.action,
      target: AuditRecord.Target(
        type: "page", id: post.page?.rawValue ?? "none", store: post.store.rawValue),
      object: AuditRecord.Object(type: "post", id: post.post.rawValue, sha256: post.digest),
      broadcast: id, authors: [author],
      remote: post.remoteID.map {
        AuditRecord.Remote(network: post.network, postID: $0.rawValue)
      },
      previousState: post.state.rawValue, reasonCode: "verify.\(finding.kind.rawValue)")
  }
}

extension StoredBroadcast {
  /// Refuses to repair what is stopped, waits for an approval, or is not to be sent any more.
  fileprivate func demandRepairable(at now: Timestamp) throws {
    guard state == .finished || state == .releasing, !isAmendment else {
      throw Fault(
        .conflict, Message("repair.state", id, state.rawValue), hint: Message("repair.state.hint"),
        subject: id.rawValue)
    }
    if let validUntil, validUntil <= now {
      throw Fault(
        .conflict, Message("repair.ended", id, validUntil), hint: Message("repair.ended.hint"),
        subject: id.rawValue)
    }
  }
}
