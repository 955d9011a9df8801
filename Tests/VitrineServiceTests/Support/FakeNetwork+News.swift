import VitrineCore

extension FakeNetwork: NewsReader {
  /// News of this network: a line `PAGE POST` for each post; good with the signature `good`.
  func news(in signed: SignedNews) throws -> PageNews {
    guard signed.signature == "good" else {
      throw Fault(.denied, Message("webhook.signature"))
    }
    let lines = String(decoding: signed.body, as: UTF8.self).split(separator: "\n")
    return PageNews(
      entries: lines.count, changes: lines.count,
      posts: lines.compactMap { line in
        let parts = line.split(separator: " ")
        guard parts.count == 2 else { return nil }
        return PageNews.Post(page: RemoteID(String(parts[0])), id: RemoteID(String(parts[1])))
      })
  }

  /// News about posts.
  static func news(_ posts: [(page: Int, post: RemoteID)], signature: String = "good")
    -> SignedNews
  {
    let text = posts.map { "\($0.page) \($0.post)" }.joined(separator: "\n")
    return SignedNews(body: Array(text.utf8), signature: signature)
  }
}
