/// What a network said to one call: done, refused, or unknown.
///
/// There is no fourth. A timeout, a server error after a write and a missing member of a batch are
/// all *unknown*: the call may have had its effect, and only reading the page tells.
package struct NetworkAnswer: Sendable {
  /// How the call ended.
  package enum Outcome: Hashable, Sendable {
    /// A picture was taken, under this id.
    case uploaded(RemoteID)
    /// A draft was made.
    case staged(RemoteID)
    /// The draft is public now (or was already).
    case released
    /// It is public, under this id: the answer where the public post has an id of its own.
    case published(RemoteID, permalink: String? = nil)
    /// The post says what was asked.
    case edited
    /// The post is pinned, or is not any more, as was asked.
    case pinned
    /// The post that was read.
    case post(RemotePost)
    /// The posts that were listed.
    case posts([RemotePost])
    /// The post is gone.
    case deleted
    /// Who has rights on the page.
    case people([PagePerson])
    /// The business that the page belongs to, if it does to one.
    case business(RemoteID?)
    /// The token is good; the instant at which it ends, if it does.
    case tokenGood(expires: Timestamp?)
    /// The network said no, and nothing happened.
    case refused(NetworkFailure)
    /// Nobody knows whether it happened.
    case unknown(NetworkFailure)
  }

  /// How the call ended.
  package let outcome: Outcome
  /// What the answer's headers said about limits.
  package let usage: [NetworkUsage]

  /// Makes an answer.
  package init(_ outcome: Outcome, usage: [NetworkUsage] = []) {
    self.outcome = outcome
    self.usage = usage
  }
}

/// A post as the network has it.
package struct RemotePost: Hashable, Sendable {
  /// The network's id.
  package let id: RemoteID
  /// The text, if it has one.
  package let text: String?
  /// Whether visitors see it.
  package let isPublished: Bool
  /// Where visitors find it.
  package let permalink: String?
  /// When it was made.
  package let created: Timestamp?
  /// The app that made it, by the network's id; nil when the network does not say.
  package let application: String?
  /// The person or system that made it, by the network's id; nil when the network does not say.
  package let adminCreator: String?
  /// The link of its card, if it has one.
  package let link: String?

  /// Makes a post.
  package init(
    id: RemoteID, text: String?, isPublished: Bool, permalink: String? = nil,
    created: Timestamp? = nil, application: String? = nil, adminCreator: String? = nil,
    link: String? = nil
  ) {
    self.id = id
    self.text = text
    self.isPublished = isPublished
    self.permalink = permalink
    self.created = created
    self.application = application
    self.adminCreator = adminCreator
    self.link = link
  }
}

/// How much of a budget is used, as a network's headers tell it.
package struct NetworkUsage: Hashable, Sendable {
  /// Whose budget it is.
  package enum Scope: Hashable, Sendable {
    /// The whole app's.
    case app
    /// One page's (or one business's), by the network's id.
    case page(RemoteID)
  }

  /// Whose budget it is.
  package let scope: Scope
  /// The highest of the percentages that the network reports; can pass 100.
  package let percent: Int
  /// For how long the network refuses calls, in seconds; 0 when it does not.
  package let regainSeconds: Int

  /// Makes a usage.
  package init(scope: Scope, percent: Int, regainSeconds: Int) {
    self.scope = scope
    self.percent = percent
    self.regainSeconds = regainSeconds
  }
}
