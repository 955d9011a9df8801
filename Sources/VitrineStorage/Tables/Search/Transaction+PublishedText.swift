import VitrineCore

/// A text as it became public, kept for as long as the post is public and a stated term after.
package struct PublishedText: Hashable, Sendable {
  /// The index of the record that says so.
  package var index: Int
  /// Our id of the post.
  package var post: PostID
  /// The network.
  package var network: Network
  /// The network's id of the post.
  package var remoteID: RemoteID?
  /// The text.
  package var body: String
  /// The link shown as a card.
  package var link: String?
  /// The SHA-256 of each picture, in hexadecimal, as a JSON list.
  package var media: String
  /// The digest that the record holds.
  package var digest: String
  /// When.
  package var published: Timestamp

  /// Makes a text.
  package init(
    index: Int, post: PostID, network: Network, remoteID: RemoteID?, body: String, link: String?,
    media: String = "[]", digest: String, published: Timestamp
  ) {
    self.index = index
    self.post = post
    self.network = network
    self.remoteID = remoteID
    self.body = body
    self.link = link
    self.media = media
    self.digest = digest
    self.published = published
  }

  init(row: Row) throws {
    self.init(
      index: try row.int("position"), post: PostID(try row.text("post_id")),
      network: Network(rawValue: try row.text("network")),
      remoteID: try row.optionalText("remote_id").map(RemoteID.init(_:)),
      body: try row.text("body"), link: try row.optionalText("link"),
      media: try row.text("media"), digest: try row.text("digest"),
      published: try row.timestamp("published_at"))
  }
}

extension Transaction {
  /// Keeps the texts of the publications among new records, the first of them at `start`.
  ///
  /// Taken from the delivery inside the transaction that records the publication: no publication is in
  /// the log without its text.
  func archive(_ records: [AuditRecord], from start: Int) throws {
    var wanted: [(position: Int, post: String, record: AuditRecord)] = []
    for (offset, record) in records.enumerated() where record.isPublication {
      guard let object = record.object else { continue }
      wanted.append((start + offset, object.id, record))
    }
    guard !wanted.isEmpty else { return }
    var deliveries: [String: Row] = [:]
    let places = (1...wanted.count).map { "?\($0)" }.joined(separator: ",")
    for row in try rows(
      """
      SELECT post_id, network, remote_id, body, link, media FROM delivery
      WHERE post_id IN (\(places))
      """,
      wanted.map { .text($0.post) })
    {
      deliveries[try row.text("post_id")] = row
    }
    try archive(
      try wanted.compactMap { position, post, record in
        guard let row = deliveries[post] else { return nil }
        let known = try row.optionalText("remote_id").map(RemoteID.init(_:))
        return PublishedText(
          index: position, post: PostID(post),
          network: Network(rawValue: try row.text("network")),
          remoteID: record.remote?.postID.map(RemoteID.init(_:)) ?? known,
          body: try row.text("body"), link: try row.optionalText("link"),
          media: JSON.array(
            ((try row.decoded("media") as [PostPicture]?) ?? []).map { .string($0.digest) }
          ).text,
          digest: record.object?.sha256 ?? "", published: record.time)
      })
  }

  /// Keeps texts, and files their words.
  package func archive(_ texts: [PublishedText]) throws {
    try insertMany(
      into: "published_text",
      columns: [
        "position", "post_id", "network", "remote_id", "body", "link", "media", "digest",
        "published_at",
      ],
      rows: texts.map {
        [
          SQLValue($0.index), SQLValue($0.post), .text($0.network.rawValue),
          SQLValue($0.remoteID), .text($0.body), SQLValue($0.link), .text($0.media),
          .text($0.digest), SQLValue($0.published),
        ]
      })
    var words: [String: [String]] = [:]
    var lists: [String: PlaceList] = [:]
    for text in texts.sorted(by: { $0.index < $1.index }) {
      let own = words[text.searched] ?? SearchWords.of(text.searched)
      words[text.searched] = own
      for word in own { lists[word, default: PlaceList(first: text.index)].append(text.index) }
    }
    try insertMany(
      into: "audit_word", columns: ["word", "first", "places"],
      rows: lists.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
        [.text($0.key), SQLValue($0.value.first), .blob($0.value.bytes)]
      })
  }

  /// The kept texts of these records, by index.
  package func publishedTexts(at indices: [Int]) throws -> [Int: PublishedText] {
    guard !indices.isEmpty else { return [:] }
    let list = indices.map(String.init).joined(separator: ",")
    var texts: [Int: PublishedText] = [:]
    for row in try rows("SELECT * FROM published_text WHERE position IN (\(list))") {
      let text = try PublishedText(row: row)
      texts[text.index] = text
    }
    return texts
  }

  /// Every kept text of a post, newest first: one for each time that it became public.
  package func publishedTexts(of post: PostID) throws -> [PublishedText] {
    try rows(
      "SELECT * FROM published_text WHERE post_id = ?1 ORDER BY position DESC", [SQLValue(post)]
    ).map(PublishedText.init(row:))
  }
}

extension PublishedText {
  /// What is searched: the text and the card's address.
  package var searched: String { link.map { "\(body)\n\($0)" } ?? body }
}

/// In which records of one batch a word stands, as stored.
struct PlaceList {
  let first: Int
  private(set) var bytes: [UInt8] = []

  init(first: Int) { self.first = first }

  /// Adds a record, not before the first one.
  mutating func append(_ position: Int) {
    let offset = UInt32(clamping: position - first)
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: offset >> shift)) }
  }

  /// The records of a stored list, in order.
  static func positions(first: Int, _ bytes: [UInt8]) throws -> [Int] {
    guard bytes.count.isMultiple(of: 4) else {
      throw Fault(.corrupt, Message("storage.column.kind", "places"), subject: "audit_word")
    }
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      first + bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
