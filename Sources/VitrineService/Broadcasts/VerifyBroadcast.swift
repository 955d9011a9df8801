import VitrineCore
import VitrineStorage

/// Asks each page whether the message is still there, and still says what it said.
///
/// The pages are read by the ids of their posts, in batches and as the least urgent calls there are. Nothing is
/// changed on them: what is missing or altered is for a person, who may ask the store first, and then `RepairBroadcast`.
package struct VerifyBroadcast: UseCase {
  package static let action = Action.broadcastRead
  /// Which broadcast.
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  /// A page and what is not as it was left there.
  package struct Item: Codable, Sendable {
    /// The store.
    package let store: StoreCode
    /// The network.
    package let network: Network
    /// Our id of the post.
    package let post: PostID
    /// The network's id of the post.
    package let remoteID: RemoteID?
    /// Where visitors found it.
    package let permalink: String?
    /// What is wrong, in words.
    package let reason: Message
  }

  /// Every page that shows the message, or should; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// How many posts should be public.
    package let published: Int
    /// How many are there and say what they said.
    package let same: Int
    /// Those that say something else now.
    package let altered: [Item]
    /// Those that are gone, or not public any more.
    package let missing: [Item]
    /// Those about which the network gave no answer.
    package let unclear: [Item]
  }

  package func prepare(_ desk: Desk) async throws -> [PostLook] {
    try await PostReading(desk: desk, id: id).looks()
  }

  package func run(_ looks: [PostLook], in context: Context) throws -> Output {
    let broadcast = try context.transaction.existingBroadcast(id)
    let findings = try PostFindings(looks, of: id, in: context.transaction)
    try context.transaction.keepVerification(findings.kept(id, at: context.now))
    context.record(Self.action, object: broadcast.object, detail: findings.detail)
    try context.desk.noteServedVersions(context.transaction, at: context.now)
    return findings.output
  }
}
