import VitrineCore

/// Professional accounts of Instagram over Meta's Graph API.
///
/// A container is made of a picture's address and a caption, and published into a post that has an id
/// of its own. Every call carries the token of the page to which the account belongs. Connections,
/// version and secret are Facebook's: it is the same interface.
package struct InstagramConnector: NetworkConnector {
  let graph: FacebookConnector
  let shelf: (any MediaShelf)?
  let quota = QuotaBook()
  let now: @Sendable () -> Timestamp

  /// Makes a connector over the connections of another, which outlives it and is shut down by its owner.
  ///
  /// Without a shelf no picture can be shown to the network, and every upload says so.
  package init(
    sharing facebook: FacebookConnector, shelf: (any MediaShelf)?,
    now: @escaping @Sendable () -> Timestamp
  ) {
    graph = facebook
    self.shelf = shelf
    self.now = now
  }

  /// Instagram.
  package var network: Network { .instagram }

  /// Containers, one call at a time.
  ///
  /// A carousel is a dozen requests that need each other's answers, and a lost batch would put the
  /// publications of all its members into doubt.
  package var abilities: NetworkAbilities {
    NetworkAbilities(.containers, batchSize: 1, canEdit: false, canPin: false)
  }

  /// Every account behind the pages that a user's token can see; it is asked with its page's token.
  ///
  /// Throws as Facebook does, and `configuration` where no post could ever show its picture.
  package func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    guard shelf != nil else {
      throw Fault(
        .configuration, Message("network.instagram.media"),
        hint: Message("network.instagram.media.hint"), subject: "networks.instagram.mediaFolder")
    }
    return try await graph.pages(visibleTo: userToken, search: PageSearch(for: .instagram))
  }
}
