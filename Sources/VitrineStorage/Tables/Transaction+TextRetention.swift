import VitrineCore

extension Transaction {
  /// The records whose kept texts are of posts that came down before an instant, oldest first.
  package func textsTakenDown(before limit: Timestamp) throws -> [Int] {
    try rows(
      """
      SELECT t.position AS position FROM delivery d JOIN published_text t ON t.post_id = d.post_id
      WHERE d.state = 'takenDown' AND d.updated_at < ?1 ORDER BY t.position
      """, [SQLValue(limit)]
    ).map { try $0.int("position") }
  }

  /// Erases texts with the words that find them, and what their posts kept of them elsewhere.
  ///
  /// The digests stay: they are in the log.
  package func eraseTexts(_ texts: [PublishedText]) throws {
    try unfile(texts)
    for text in texts {
      try execute("DELETE FROM published_text WHERE position = ?1", [SQLValue(text.index)])
      try execute(
        "UPDATE delivery SET body = '', link = NULL, media = NULL WHERE post_id = ?1",
        [SQLValue(text.post)])
      let nothing = try SQLValue.json(PostInput())
      try execute(
        """
        UPDATE post SET body = '', link = NULL, media = NULL, offer = NULL, input = ?2 WHERE id = ?1
        """, [SQLValue(text.post), nothing])
      try execute(
        "UPDATE post_revision SET body = '', input = ?2 WHERE post_id = ?1",
        [SQLValue(text.post), nothing])
    }
  }

  /// Erases pictures that no post shows, older than an instant; returns how many.
  ///
  /// The instant keeps what somebody is just writing a post for. Lists of pictures are few, however many
  /// posts show them, so each table is read once and not once a picture.
  @discardableResult
  package func erasePicturesOfNobody(before limit: Timestamp) throws -> Int {
    let old = try rows("SELECT digest FROM picture WHERE added_at < ?1", [SQLValue(limit)])
      .map { try $0.text("digest") }
    guard !old.isEmpty else { return 0 }
    var shown: Set<String> = []
    for table in ["delivery", "post"] {
      for row in try rows("SELECT DISTINCT media FROM \(table) WHERE media IS NOT NULL") {
        let pictures: [PostPicture] = try row.decoded("media") ?? []
        shown.formUnion(pictures.map(\.digest))
      }
    }
    for row in try rows("SELECT DISTINCT media FROM published_text WHERE media <> '[]'") {
      let digests: [String] = try row.decoded("media") ?? []
      shown.formUnion(digests)
    }
    let gone = old.filter { !shown.contains($0) }
    for digest in gone { try execute("DELETE FROM picture WHERE digest = ?1", [.text(digest)]) }
    return gone.count
  }

  /// Takes the places of texts out of the lists of their words.
  private func unfile(_ texts: [PublishedText]) throws {
    var places: [String: Set<Int>] = [:]
    for text in texts {
      for word in SearchWords.of(text.searched) { places[word, default: []].insert(text.index) }
    }
    for (word, gone) in places.sorted(by: { $0.key < $1.key }) {
      guard let last = gone.max() else { continue }
      for row in try rows(
        "SELECT first, places FROM audit_word WHERE word = ?1 AND first <= ?2",
        [.text(word), SQLValue(last)])
      {
        let first = try row.int("first")
        let old = try PlaceList.positions(first: first, try row.blob("places"))
        let kept = old.filter { !gone.contains($0) }
        guard kept.count < old.count else { continue }
        if kept.isEmpty {
          try execute(
            "DELETE FROM audit_word WHERE word = ?1 AND first = ?2", [.text(word), SQLValue(first)])
        } else {
          var list = PlaceList(first: first)
          for place in kept { list.append(place) }
          try execute(
            "UPDATE audit_word SET places = ?3 WHERE word = ?1 AND first = ?2",
            [.text(word), SQLValue(first), .blob(list.bytes)])
        }
      }
    }
  }
}
