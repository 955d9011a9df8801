import VitrineCore

extension Transaction {
  /// Keeps the public addresses of posts, to find the posts by.
  package func insertLinks(_ links: [(post: PostID, address: String)]) throws {
    var rows: Set<[SQLValue]> = []
    for (post, address) in links {
      guard let link = PostLink(address) else { continue }
      rows.insert([.text(link.key), SQLValue(post)])
    }
    try insertMany(
      into: "post_link", columns: ["address", "post_id"], rows: Array(rows),
      onConflict: "ON CONFLICT (address, post_id) DO NOTHING")
  }

  /// The posts that an address may mean, those that it names surely first.
  package func posts(at link: PostLink) throws -> [PostID] {
    let known = try rows(
      "SELECT post_id FROM post_link WHERE address = ?1 ORDER BY post_id", [.text(link.key)]
    ).map { PostID(try $0.text("post_id")) }
    if !known.isEmpty { return known }
    for id in link.remoteIDs {
      let posts = try posts(remoteID: id)
      if !posts.isEmpty { return posts }
    }
    guard !link.postNumbers.isEmpty else { return [] }
    // The address gives the page by name, and the network's ids are PAGE_POST: ask for every page.
    var found: [PostID] = []
    for number in link.postNumbers {
      let rows = try rows(
        """
        SELECT DISTINCT t.post_id AS post_id FROM page g
        JOIN published_text t ON t.remote_id = g.remote_id || '_' || ?1
        ORDER BY post_id
        """, [.text(number)])
      found += try rows.map { PostID(try $0.text("post_id")) }
    }
    return found
  }

  /// The posts that the network knows by an id, the last one published first.
  package func posts(remoteID: RemoteID) throws -> [PostID] {
    var posts = try rows(
      """
      SELECT post_id FROM published_text WHERE remote_id = ?1 ORDER BY position DESC
      """, [SQLValue(remoteID)]
    ).map { PostID(try $0.text("post_id")) }
    posts += try rows(
      "SELECT post_id FROM delivery WHERE remote_id = ?1 ORDER BY post_id", [SQLValue(remoteID)]
    ).map { PostID(try $0.text("post_id")) }
    var seen: Set<PostID> = []
    return posts.filter { seen.insert($0).inserted }
  }

  /// The delivery that puts a post on its page.
  package func delivery(of post: PostID) throws -> StoredDelivery? {
    try row("SELECT * FROM delivery WHERE post_id = ?1", [SQLValue(post)])
      .map(StoredDelivery.init(row:))
  }

  /// The names of people; who was erased, or is no person, is not there.
  package func names(of people: Set<UserID>) throws -> [UserID: String] {
    guard !people.isEmpty else { return [:] }
    var names: [UserID: String] = [:]
    let all = people.sorted()
    for start in stride(from: 0, to: all.count, by: 500) {
      let some = all[start..<min(start + 500, all.count)]
      let places = (1...some.count).map { "?\($0)" }.joined(separator: ",")
      for row in try rows(
        "SELECT account_id, name FROM identity WHERE account_id IN (\(places))",
        some.map { SQLValue($0) })
      {
        names[UserID(try row.text("account_id"))] = try row.text("name")
      }
    }
    return names
  }

  /// The names of stores, those that were removed too.
  package func storeNames(of codes: Set<StoreCode>) throws -> [StoreCode: String] {
    guard !codes.isEmpty else { return [:] }
    var names: [StoreCode: String] = [:]
    let all = codes.map(\.rawValue).sorted()
    for start in stride(from: 0, to: all.count, by: 500) {
      let some = all[start..<min(start + 500, all.count)]
      let places = (1...some.count).map { "?\($0)" }.joined(separator: ",")
      for row in try rows(
        "SELECT code, name FROM store WHERE code IN (\(places))", some.map { .text($0) })
      {
        names[StoreCode(try row.text("code"))] = try row.text("name")
      }
    }
    return names
  }

  /// Erases kept texts of posts that came down before an instant, and says how many.
  ///
  /// Their words go too, so that nothing of the text can be found. Texts of posts that are still public
  /// stay; the records keep the digest.
  @discardableResult
  package func erasePublishedTexts(takenDownBefore limit: Timestamp) throws -> Int {
    let takedown = Action.postTakedown.rawValue
    let gone = try rows(
      """
      SELECT t.* FROM published_text t WHERE EXISTS (SELECT 1 FROM audit_leaf l
        WHERE l.object = t.post_id AND l.position > t.position AND l.result = 'success'
          AND l.action = '\(takedown)' AND l.time < ?1)
      ORDER BY t.position
      """, [SQLValue(limit)]
    ).map(PublishedText.init(row:))
    for text in gone {
      for word in SearchWords.of(text.searched) { try erase(word, at: text.index) }
      try execute("DELETE FROM published_text WHERE position = ?1", [SQLValue(text.index)])
    }
    return gone.count
  }

  /// Takes one place out of a word's list.
  private func erase(_ word: String, at index: Int) throws {
    guard
      let row = try row(
        """
        SELECT first, places FROM audit_word WHERE word = ?1 AND first <= ?2
        ORDER BY first DESC LIMIT 1
        """, [.text(word), SQLValue(index)])
    else { return }
    let first = try row.int("first")
    let rest = try PlaceList.positions(first: first, try row.blob("places")).filter { $0 != index }
    var list = PlaceList(first: first)
    for place in rest { list.append(place) }
    try execute(
      rest.isEmpty
        ? "DELETE FROM audit_word WHERE word = ?1 AND first = ?2"
        : "UPDATE audit_word SET places = ?3 WHERE word = ?1 AND first = ?2",
      [.text(word), SQLValue(first)] + (rest.isEmpty ? [] : [.blob(list.bytes)]))
  }
}
