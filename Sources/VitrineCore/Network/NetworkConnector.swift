/// A network, as deliveries and the connecting of pages see it.
package protocol NetworkConnector: Sendable {
  /// Which network it is.
  var network: Network { get }

  /// What the network can do.
  var abilities: NetworkAbilities { get }

  /// Performs calls, as few requests as the network allows, and answers each in its place.
  ///
  /// Never throws: what went wrong is in the answers. At most `abilities.batchSize` calls.
  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer]

  /// Every page that a user's token can publish on, following the paging to its end.
  ///
  /// Throws a `Fault` when the token is refused or the network does not answer.
  func pages(visibleTo userToken: Secret) async throws -> [RemotePage]

  /// Whether every page has a server and a token of its own, so that no token shows several pages and
  /// `pages(visibleTo:)` takes an `AccountSecret`.
  var hasAccountTokens: Bool { get }

  /// The network's id of our own app, where posts tell which app made them.
  var application: String? { get }

  /// Which version of its interface was asked for and which one answered last; nil before the first
  /// answer, and for a network without versions.
  var servedVersion: (asked: String, served: String)? { get }
}

extension NetworkConnector {
  /// One token shows all pages.
  package var hasAccountTokens: Bool { false }

  /// Posts do not tell.
  package var application: String? { nil }

  /// No versions.
  package var servedVersion: (asked: String, served: String)? { nil }
}

/// What a network can do, on which the way of delivery depends.
package struct NetworkAbilities: Hashable, Sendable {
  /// How a post gets on its page.
  package let delivery: DeliveryMode
  /// How many calls fit into one request.
  package let batchSize: Int
  /// Whether the text of a public post can be changed; where not, it is taken down and posted again.
  package let canEdit: Bool
  /// Whether a public post can be pinned to the top of its page.
  package let canPin: Bool
  /// What the network needs to publish by itself at an hour; nil where it is not to.
  package let timer: NativeTimer?

  /// Makes abilities.
  package init(
    _ delivery: DeliveryMode, batchSize: Int, canEdit: Bool = true, canPin: Bool = true,
    timer: NativeTimer? = nil
  ) {
    self.timer = timer
    self.delivery = delivery
    self.batchSize = batchSize
    self.canEdit = canEdit
    self.canPin = canPin
  }
}

/// The ways in which a post gets on its page, from the safest to the least safe.
package enum DeliveryMode: String, Codable, CaseIterable, Sendable {
  /// A draft is made that nobody sees, and released by its id, which the post keeps.
  case drafts
  /// A container is made that nobody can list, and spent on a post that has an id of its own.
  case containers
  /// The post is made in one call, and looked for when the answer is lost.
  case direct
}

/// A page that a user's token sees on a network.
package struct RemotePage: Sendable {
  /// The network's id.
  package let id: RemoteID
  /// The page's name.
  package let name: String
  /// The page's own token, when the network gives one.
  package let token: Secret?
  /// The retailer's own number of the store, when the page carries one.
  package let storeCode: String?
  /// Whether the token may publish on the page.
  package let mayPublish: Bool
  /// How many characters a text has at most on the page's own server; nil where all pages are alike.
  package let textLimit: Int?
  /// The page of another network through which this one is reached, if it is.
  package let owner: RemoteID?

  /// Makes a page.
  package init(
    id: RemoteID, name: String, token: Secret?, storeCode: String?, mayPublish: Bool,
    textLimit: Int? = nil, owner: RemoteID? = nil
  ) {
    self.id = id
    self.name = name
    self.token = token
    self.storeCode = storeCode
    self.mayPublish = mayPublish
    self.textLimit = textLimit
    self.owner = owner
  }
}
