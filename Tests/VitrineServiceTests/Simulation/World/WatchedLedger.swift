import VitrineCore
import VitrinePublishing

/// The real office, with a look at what it hands out: nothing may be sent that is not committed.
struct WatchedLedger: DeliveryLedger {
  let office: any DeliveryLedger
  let node: Node
  let auditor: Auditor

  func exchange(_ reports: [DeliveryReport], capacity: Int) async throws -> DeliveryExchange {
    for report in reports {
      node.world.note(
        "\(node.name) reports \(report.claim.delivery.page) #\(report.claim.fence)"
          + " \(report.delivery.state)")
    }
    // Other processes may act between a report and its transaction.
    if !reports.isEmpty { await node.world.sleep(node.world.draw(0...3_000)) }
    node.reports = reports.map { StaleCheck(post: $0.claim.delivery.id, fence: $0.claim.fence) }
    let exchange = try await office.exchange(reports, capacity: capacity)
    node.reports = []
    for claim in exchange.claims {
      // A worker that was stopped while it read a picture brings a claim that somebody else has by now; it
      // is past its deadline, and not sent.
      if claim.deadline <= node.time.monotonic() { continue }
      auditor.checkClaim(claim, by: node)
      node.permit(
        claim.call.permitKey, Permit(post: claim.delivery.id, fence: claim.fence))
      node.world.note(
        "\(node.name) claims \(claim.delivery.page) #\(claim.fence) \(claim.call.step.word)")
    }
    return exchange
  }

  func reap() async throws { try await office.reap() }
}

extension NetworkCall {
  /// One page and one kind of step; what may be asked for two posts of a page at once is a look only.
  var permitKey: String { "\(page) \(step.word)" }
}

extension NetworkCall.Step {
  /// The step in a word, and what it is about.
  var word: String {
    switch self {
    case .upload(let picture): "upload \(picture.digest.prefix(6))"
    case .stage(let content, _): "stage '\(content.text)'"
    case .release(let id): "release \(id)"
    case .publish(let content, _, _): "publish '\(content.text)'"
    case .schedule(let content, _, let hour, _): "schedule '\(content.text)' for \(hour)"
    case .unschedule(let id): "unschedule \(id)"
    case .listScheduled: "listScheduled"
    case .edit(let id, let content): "edit \(id) '\(content.text)'"
    case .pin(let id, let isPinned): "\(isPinned ? "pin" : "unpin") \(id)"
    case .read(let id): "read \(id)"
    case .listDrafts: "list"
    case .listPublished: "listPublished"
    case .delete(let id): "delete \(id)"
    case .checkToken: "check"
    case .listRoles, .listAssigned, .readBusiness: "people"
    }
  }
}
