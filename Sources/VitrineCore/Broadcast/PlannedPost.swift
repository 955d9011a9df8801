/// What one store's page would get from a message.
package struct PlannedPost: Hashable, Sendable {
  /// What stands in the way, if anything does.
  package enum Verdict: Hashable, Sendable {
    /// Can be sent.
    case ready
    /// Waits for a person: the page is missing or needs attention.
    case held(Trouble)
    /// Its text breaks a rule.
    case refused(Message)
  }

  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// The page, if the store has one on the network.
  package let page: PageID?
  /// What would be said; the text is empty where a field is missing.
  package let content: PostContent
  /// What stands in the way.
  package let verdict: Verdict

  /// Makes a planned post.
  package init(
    store: StoreCode, network: Network, page: PageID?, content: PostContent, verdict: Verdict
  ) {
    self.store = store
    self.network = network
    self.page = page
    self.content = content
    self.verdict = verdict
  }

  /// SHA-256 of what is said, in hexadecimal.
  package var digest: String { Self.digest(of: content) }

  /// SHA-256 of a content: the same bytes on every machine.
  package static func digest(of content: PostContent) -> String {
    var members: [String: JSON] = ["text": .string(content.text)]
    if let link = content.link { members["link"] = .string(link) }
    if !content.media.isEmpty {
      members["media"] = .array(
        content.media.map { picture in
          var object: [String: JSON] = ["sha256": .string(picture.digest)]
          if let alt = picture.alt { object["alt"] = .string(alt) }
          return .object(object)
        })
    }
    return Hash(of: JSON.object(members).bytes).hex
  }
}

extension Sequence<PlannedPost> {
  /// What an approval binds: the message as written, and for each store and network what is said.
  ///
  /// When it becomes public and when it ends are bound too. Pages are left out: a page connected
  /// after the approval gets what was approved for its store.
  package func digest(
    source: String, at: String?, until: Timestamp?, pinUntil: Timestamp? = nil
  ) -> String {
    let items = map { post -> JSON in
      let said: JSON
      if case .refused(let reason) = post.verdict {
        said = .string("refused:\(reason.code)")
      } else {
        said = .string(post.digest)
      }
      return .array([.string(post.store.rawValue), .string(post.network.rawValue), said])
    }
    var whole: [String: JSON] = [
      "source": .string(source), "items": .array(items), "at": at.map(JSON.string) ?? .null,
      "until": until.map { .string($0.description) } ?? .null,
    ]
    // Only where it is wanted, so that what is not pinned keeps the digest that it always had.
    if let pinUntil { whole["pinUntil"] = .string(pinUntil.description) }
    return Hash(of: JSON.object(whole).bytes).hex
  }
}
