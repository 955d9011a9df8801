import VitrineCore
import VitrineStorage

/// Takes over every page that a token can publish on, and matches each with its store.
///
/// A page is matched by the map that the person gave, else by the retailer's own store code on the
/// page, else by its exact name. A page that matches nothing, or whose store has a page already, is
/// listed and left alone.
package struct ConnectPages: UseCase {
  package static let action = Action.pageConnect
  /// Which network.
  package let network: Network
  /// The user's token.
  package let token: Secret
  /// Stores by the network's id of the page, where the person knows better.
  package let map: [RemoteID: StoreCode]

  /// Makes the use case.
  package init(network: Network, token: Secret, map: [RemoteID: StoreCode]) {
    self.network = network
    self.token = token
    self.map = map
  }

  /// What became of the pages; `connected` is a count.
  package struct Output: Codable, Sendable {
    /// How many pages are connected now.
    package let connected: Int
    /// Pages that match no store.
    package let unmatched: [Leftover]
    /// Pages that cannot be used.
    package let failed: [Leftover]

    /// Makes an output.
    package init(connected: Int, unmatched: [Leftover], failed: [Leftover]) {
      self.connected = connected
      self.unmatched = unmatched
      self.failed = failed
    }
  }

  /// A page that was not connected, and why.
  package struct Leftover: Codable, Sendable {
    /// The network's id.
    package let remoteID: RemoteID
    /// The page's name.
    package let name: String
    /// Why.
    package let reason: Message
  }

  /// Which stores it touches, only the network knows; each is decided when its page is found.
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.anywhere)
  }

  package func prepare(_ desk: Desk) async throws -> [RemotePage] {
    guard let connector = desk.networks[network] else {
      throw Fault(.usage, Message("pages.network", network), subject: network.rawValue)
    }
    guard !connector.hasAccountTokens else {
      throw Fault(
        .usage, Message("accounts.oneEach", network),
        hint: Message("accounts.oneEach.hint", network), subject: network.rawValue)
    }
    // Calls that are made while the network wants none make it want none for longer.
    let now = desk.time.now()
    let room = try await desk.database.read { try QuestionRoom(network, in: $0, at: now) }
    if !room.isTry, let until = room.stop {
      if room.isSilent {
        throw Fault(.unavailable, Message("network.silent", network, until))
      }
      throw Fault(
        .throttled,
        Message("network.throttled", Int((until.milliseconds(since: now) + 999) / 1000)))
    }
    return try await connector.pages(visibleTo: token)
  }

  package func run(_ prepared: [RemotePage], in context: Context) throws -> Output {
    try PageTakeover(network: network, token: token, map: map).run(prepared, in: context)
  }
}
