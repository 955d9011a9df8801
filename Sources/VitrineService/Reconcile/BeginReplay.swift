import VitrineCore
import VitrineStorage

/// Lets a person take in news that a network sent earlier, and records that they did.
///
/// It needs the right to compare the pages with the log, since it finds the same and no more. What comes by itself
/// needs no person: there the network's signature is the right, and the system the subject.
package struct BeginReplay: UseCase {
  package static let action = Action.auditReconcile
  /// What was signed.
  package let signed: [SignedNews]
  /// By which network.
  package let network: Network

  /// Makes the use case.
  package init(_ signed: [SignedNews], network: Network = .facebook) {
    self.signed = signed
    self.network = network
  }

  /// Who asked.
  package struct Output: Codable, Sendable {
    /// The person.
    package let person: UserID
  }

  /// A signature that is not good ends it here, before anything is written.
  package func prepare(_ desk: Desk) async throws -> PageNews {
    try ReceiveWebhook(desk, network: network).check(signed)
  }

  package func run(_ news: PageNews, in context: Context) throws -> Output {
    context.record(
      .auditReconcile, object: AuditRecord.Object(type: "reconcile", id: "webhook"),
      state: "begun",
      detail: [
        "network": .string(network.rawValue), "deliveries": .integer(Int64(signed.count)),
        "changes": .integer(Int64(news.changes)),
      ])
    return Output(person: context.session.user)
  }
}
