/// What a network told us unasked, as it came: the bytes that it signed, and its signature over them.
package struct SignedNews: Hashable, Sendable {
  /// The most bytes that are looked at; 1,000 changes with their texts have less.
  package static let sizeLimit = 8_388_608

  /// The bytes as received; read and written again they would no longer be what was signed.
  package let body: [UInt8]
  /// The signature as its header has it, such as `sha256=…`.
  package let signature: String

  /// Takes both as they came.
  package init(body: [UInt8], signature: String) {
    self.body = body
    self.signature = signature
  }
}

/// What the network said about pages, once its signature was found good.
package struct PageNews: Hashable, Sendable {
  /// For how many pages at how many times.
  package var entries: Int
  /// How many changes there were in all.
  package var changes: Int
  /// The posts of pages themselves that came, changed or went; in no order, and some perhaps twice.
  package var posts: [Post]

  /// A post that somebody did something to on its own page.
  ///
  /// What was done to it is not kept: news come late, twice and in any order, so that the post itself is asked.
  package struct Post: Hashable, Sendable {
    /// The page, by the network's id.
    package let page: RemoteID
    /// The post.
    package let id: RemoteID

    /// Makes a post.
    package init(page: RemoteID, id: RemoteID) {
      self.page = page
      self.id = id
    }
  }

  /// Makes news.
  package init(entries: Int = 0, changes: Int = 0, posts: [Post] = []) {
    self.entries = entries
    self.changes = changes
    self.posts = posts
  }
}

/// A network that tells what happens on pages without being asked.
package protocol NewsReader: NetworkConnector {
  /// What signed news say.
  ///
  /// Throws `denied` for a signature that is not over these bytes, `configuration` where nothing is known to
  /// check one with, and `invalid` for what the network would not write.
  func news(in signed: SignedNews) throws -> PageNews
}
