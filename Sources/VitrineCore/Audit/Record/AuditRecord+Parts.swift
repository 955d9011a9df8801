extension AuditRecord {
  /// How an action ended.
  package enum Outcome: String, CaseIterable, Codable, Sendable {
    /// It was done.
    case success
    /// It was tried and did not work.
    case failure
    /// The access rules said no.
    case denied
    /// The network never said whether it happened; reconciling will tell.
    case unknown
  }

  /// Who did it.
  package struct Actor: Hashable, Sendable {
    /// The kinds of actors.
    package enum Kind: String, CaseIterable, Codable, Sendable {
      /// A person.
      case user
      /// A program with a token of its own.
      case service
      /// Vitrine itself, such as a worker.
      case system
    }

    /// The person's or program's id.
    package var id: UserID
    /// What kind of actor it is.
    package var type: Kind
    /// The grants that counted, each `role@scope`.
    package var roles: [String]
    /// The token that was shown.
    package var tokenID: TokenID?
    /// How the actor signed in: `device`, `pat`, `oidc`.
    package var auth: String?

    /// Makes an actor.
    package init(
      id: UserID, type: Kind = .user, roles: [String] = [], tokenID: TokenID? = nil,
      auth: String? = nil
    ) {
      self.id = id
      self.type = type
      self.roles = roles
      self.tokenID = tokenID
      self.auth = auth
    }
  }

  /// Where something was done.
  package struct Target: Hashable, Sendable {
    /// The kind of thing: `store`, `page`, `user`, `workspace`.
    package var type: String
    /// Its id; for a store its code.
    package var id: String
    /// The code of the store that a page or post belongs to, so that a store's history finds it.
    package var store: String?

    /// Makes a target; a target of type `store` needs no `store` beside its id.
    package init(type: String, id: String, store: String? = nil) {
      self.type = type
      self.id = id
      self.store = store
    }
  }

  /// What it was done with or to.
  package struct Object: Hashable, Sendable {
    /// The kind of thing: `post`, `broadcast`, `grant`, `template`.
    package var type: String
    /// Its id.
    package var id: String
    /// The digest of the content in question, in hexadecimal.
    package var sha256: String?

    /// Makes an object.
    package init(type: String, id: String, sha256: String? = nil) {
      self.type = type
      self.id = id
      self.sha256 = sha256
    }
  }

  /// What the network knows about it.
  package struct Remote: Hashable, Sendable {
    /// Which network.
    package var network: Network
    /// The network's id of the post.
    package var postID: String?
    /// The network's id of the call, for its support desk.
    package var traceID: String?

    /// Makes a remote part.
    package init(network: Network, postID: String? = nil, traceID: String? = nil) {
      self.network = network
      self.postID = postID
      self.traceID = traceID
    }
  }

  /// Where a request came from.
  package struct Source: Hashable, Sendable {
    /// The program and its version: `cli/1.4`.
    package var client: String

    /// Makes a source.
    package init(client: String) { self.client = client }
  }
}
