import VitrineCore
import VitrineStorage

/// Asks each page whether the message is still there, and still says what it said.
///
/// The pages are read by the ids of their posts, in batches and as the least urgent calls there are. Nothing is
/// changed: what is missing or altered is for a person, who may ask the store first.
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

  /// A post of ours and what its page answered.
  package struct Look: Sendable {
    let post: StoredDelivery
    let outcome: NetworkAnswer.Outcome
  }

  package func prepare(_ desk: Desk) async throws -> [Look] {
    let (posts, pages, tokens) = try await desk.database.read { transaction in
      _ = try transaction.existingBroadcast(id)
      let pages = try Register(in: transaction).pages.values.flatMap { $0 }
      return (
        try transaction.deliveries(of: id).filter(\.isOnItsPage),
        Dictionary(pages.map { ($0.id, $0) }, uniquingKeysWith: { $1 }),
        try transaction.sealedTokens()
      )
    }
    var looks: [Look] = []
    let groups = Dictionary(grouping: posts, by: \.network)
    for (network, posts) in groups.sorted(by: { $0.key < $1.key }) {
      var questions: [(post: StoredDelivery, question: PageInquiry.Question)] = []
      for post in posts {
        guard let page = post.page.flatMap({ pages[$0] }), page.state != .disconnected,
          let remoteID = post.remoteID
        else {
          let failure = NetworkFailure(kind: .connection, detail: "the page is not connected")
          looks.append(Look(post: post, outcome: .refused(failure)))
          continue
        }
        questions.append(
          (
            post,
            PageInquiry.Question(page: page, sealed: tokens[page.id], step: .read(remoteID))
          ))
      }
      let answers = try await PageInquiry(desk: desk, network: network).ask(
        questions.map(\.question))
      looks += zip(questions, answers).map { Look(post: $0.post, outcome: $1) }
    }
    return looks.sorted { $0.post.position < $1.post.position }
  }

  package func run(_ looks: [Look], in context: Context) throws -> Output {
    let broadcast = try context.transaction.existingBroadcast(id)
    // What a person took down meanwhile is not missing.
    let standing = Set(
      try context.transaction.deliveries(of: id).filter(\.isOnItsPage).map(\.post))
    var same = 0
    var altered: [Item] = []
    var missing: [Item] = []
    var unclear: [Item] = []
    let known = looks.filter { standing.contains($0.post.post) }
    for look in known {
      switch look.outcome {
      case .post(let remote) where !remote.isPublished:
        missing.append(look.item(Message("reconcile.hidden")))
      case .post(let remote):
        if let change = TextChange(from: look.post.content.text, to: remote.text ?? "") {
          altered.append(look.item(Message("reconcile.altered", change.was, change.is)))
        } else {
          same += 1
        }
      case .refused(let failure) where failure.kind == .missing:
        missing.append(look.item(Message("reconcile.gone")))
      default:
        let failure =
          look.outcome.failure ?? NetworkFailure(kind: .request, detail: "no clear answer")
        unclear.append(look.item(Trouble(failure).reason))
      }
    }
    context.record(
      Self.action, object: broadcast.object,
      detail: [
        "verified": .integer(Int64(known.count)), "same": .integer(Int64(same)),
        "altered": .integer(Int64(altered.count)), "missing": .integer(Int64(missing.count)),
        "unclear": .integer(Int64(unclear.count)),
      ])
    try context.desk.noteServedVersions(context.transaction, at: context.now)
    return Output(
      published: known.count, same: same, altered: altered, missing: missing, unclear: unclear)
  }
}

extension VerifyBroadcast.Look {
  fileprivate func item(_ reason: Message) -> VerifyBroadcast.Item {
    VerifyBroadcast.Item(
      store: post.store, network: post.network, post: post.post, remoteID: post.remoteID,
      permalink: post.permalink, reason: reason)
  }
}

extension StoredDelivery {
  /// Whether visitors should see it.
  fileprivate var isOnItsPage: Bool { [.published, .confirmed].contains(state) }
}
