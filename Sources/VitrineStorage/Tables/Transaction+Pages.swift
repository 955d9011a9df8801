import VitrineCore

/// A page as stored, without its token.
package struct StoredPage: Hashable, Sendable {
  /// Whether deliveries can use the page.
  package enum State: String, Codable, CaseIterable, Sendable {
    /// The token was good when last seen.
    case connected
    /// A person has to mend something.
    case needsAttention = "needs-attention"
    /// Not used any more.
    case disconnected
  }

  /// Our id.
  package let id: PageID
  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// The network's id.
  package let remoteID: RemoteID
  /// The name on the network.
  package let name: String
  /// Whether deliveries can use it.
  package let state: State
  /// Why not.
  package let trouble: Trouble?
  /// The connection whose person stands behind the token.
  package let connection: String
  /// When the present token was taken over.
  package let connected: Timestamp
  /// When the page was taken over for the first time; what is older on it is none of ours.
  package let firstConnected: Timestamp
  /// How many characters a text has at most on the page's own server; nil where all pages are alike.
  package let textLimit: Int?
  /// When its token ends, as the network said when it was last asked; nil for never, or not asked yet.
  package let tokenExpires: Timestamp?

  /// Makes a page.
  package init(
    id: PageID, store: StoreCode, network: Network, remoteID: RemoteID, name: String,
    state: State, trouble: Trouble?, connection: String,
    connected: Timestamp = Timestamp(clamping: 0),
    firstConnected: Timestamp = Timestamp(clamping: 0), textLimit: Int? = nil,
    tokenExpires: Timestamp? = nil
  ) {
    self.id = id
    self.store = store
    self.network = network
    self.remoteID = remoteID
    self.name = name
    self.state = state
    self.trouble = trouble
    self.connection = connection
    self.connected = connected
    self.firstConnected = firstConnected
    self.textLimit = textLimit
    self.tokenExpires = tokenExpires
  }

  /// What a page is read from; its token stays where it is.
  static let columns = """
    id, store_code, network, remote_id, name, state, trouble, connection_id, connected_at,
    first_connected_at, text_limit, token_expires_at
    """

  /// Reads a page from a row with all its columns.
  package init(row: Row) throws {
    id = PageID(try row.text("id"))
    store = StoreCode(try row.text("store_code"))
    network = Network(rawValue: try row.text("network"))
    remoteID = RemoteID(try row.text("remote_id"))
    name = try row.text("name")
    state = try row.value(of: "state", as: State.self)
    trouble = try row.optionalText("trouble").map(Trouble.init(stored:))
    connection = try row.text("connection_id")
    connected = try row.timestamp("connected_at")
    firstConnected = try row.timestamp("first_connected_at")
    textLimit = try row.optionalInteger("text_limit").map { Int(clamping: $0) }
    tokenExpires = try row.optionalTimestamp("token_expires_at")
  }
}

/// A token as stored: sealed.
package struct SealedToken: Hashable, Sendable {
  /// The data key under the key-encryption key.
  package let wrappedKey: [UInt8]
  /// The token under the data key.
  package let token: [UInt8]
  /// Which key-encryption key wraps.
  package let keyVersion: Int

  /// Takes the parts.
  package init(wrappedKey: [UInt8], token: [UInt8], keyVersion: Int) {
    self.wrappedKey = wrappedKey
    self.token = token
    self.keyVersion = keyVersion
  }

  /// Reads a sealed token from a row.
  package init(row: Row) throws {
    wrappedKey = try row.blob("wrapped_key")
    token = try row.blob("sealed_token")
    keyVersion = try row.int("key_version")
  }
}

extension Transaction {
  /// Every page, by store and network.
  package func pages() throws -> [StoredPage] {
    try rows(
      """
      SELECT \(StoredPage.columns)
      FROM page ORDER BY store_code, network
      """
    ).map(StoredPage.init(row:))
  }

  /// The page of a store on a network, if it has one.
  package func page(of store: StoreCode, on network: Network) throws -> StoredPage? {
    try row(
      """
      SELECT \(StoredPage.columns)
      FROM page WHERE store_code = ?1 AND network = ?2
      """, [SQLValue(store), .text(network.rawValue)]
    ).map(StoredPage.init(row:))
  }

  /// The sealed tokens of some networks' pages, by page.
  package func sealedTokens() throws -> [PageID: SealedToken] {
    var tokens: [PageID: SealedToken] = [:]
    try forEachRow("SELECT id, wrapped_key, sealed_token, key_version FROM page", []) {
      tokens[PageID(try $0.text("id"))] = try SealedToken(row: $0)
    }
    return tokens
  }

  /// Stores a connection with the sealed token of the person behind it.
  package func insertConnection(
    _ id: String, network: Network, token: SealedToken, at now: Timestamp, by user: UserID
  ) throws {
    try execute(
      """
      INSERT INTO connection
        (id, network, wrapped_key, sealed_token, key_version, created_at, created_by)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        .text(id), .text(network.rawValue), .blob(token.wrappedKey), .blob(token.token),
        SQLValue(token.keyVersion), SQLValue(now), SQLValue(user),
      ])
  }

  /// Stores pages with their sealed tokens; one that was there keeps its id and gets the new token.
  package func upsertPages(_ pages: [(StoredPage, SealedToken)], at now: Timestamp) throws {
    try insertMany(
      into: "page",
      columns: [
        "id", "store_code", "network", "remote_id", "name", "state", "trouble", "connection_id",
        "wrapped_key", "sealed_token", "key_version", "connected_at", "first_connected_at",
        "text_limit",
      ],
      rows: pages.map { page, token in
        [
          SQLValue(page.id), SQLValue(page.store), .text(page.network.rawValue),
          SQLValue(page.remoteID), .text(page.name), .text(page.state.rawValue),
          SQLValue(page.trouble?.stored), .text(page.connection), .blob(token.wrappedKey),
          .blob(token.token), SQLValue(token.keyVersion), SQLValue(now), SQLValue(now),
          page.textLimit.map { SQLValue($0) } ?? .null,
        ]
      },
      onConflict: """
        ON CONFLICT (id) DO UPDATE SET remote_id = excluded.remote_id, name = excluded.name,
        state = excluded.state, trouble = excluded.trouble,
        connection_id = excluded.connection_id, wrapped_key = excluded.wrapped_key,
        sealed_token = excluded.sealed_token, key_version = excluded.key_version,
        connected_at = excluded.connected_at, text_limit = excluded.text_limit,
        checked_at = NULL, token_expires_at = NULL, attention_at = NULL
        """)
  }

  /// Changes whether deliveries can use a page, if it is still connected as it was when it was asked.
  ///
  /// An answer about a token that was replaced meanwhile says nothing about the new one; then nothing
  /// changes, and the result is false.
  @discardableResult
  package func setPage(
    _ id: PageID, connected: Timestamp, _ state: StoredPage.State, _ trouble: Trouble?,
    at now: Timestamp
  ) throws -> Bool {
    try execute(
      """
      UPDATE page SET attention_at = \(Self.attention), state = ?2, trouble = ?3, checked_at = ?4
      WHERE id = ?1 AND connected_at = ?5 AND state <> 'disconnected'
      """,
      [
        SQLValue(id), .text(state.rawValue), SQLValue(trouble?.stored), SQLValue(now),
        SQLValue(connected),
      ]) == 1
  }

  /// Since when a page needs somebody: what it is after `?2` at `?4`, and no later time for being asked again.
  private static var attention: String {
    """
    CASE WHEN ?2 <> 'needs-attention' THEN NULL
      WHEN state = 'needs-attention' THEN attention_at ELSE ?4 END
    """
  }

  /// Takes the pages of a store out of use; returns which.
  ///
  /// Their tokens stay sealed where they are: taking a post down on the page of a closed store needs
  /// them. `page connect` brings a page back.
  package func disconnectPages(
    of store: StoreCode, _ trouble: Trouble, at now: Timestamp
  ) throws -> [PageID] {
    try rows(
      """
      UPDATE page SET state = 'disconnected', trouble = ?2, checked_at = ?3
      WHERE store_code = ?1 AND state <> 'disconnected' RETURNING id
      """, [SQLValue(store), .text(trouble.stored), SQLValue(now)]
    ).map { PageID(try $0.text("id")) }
  }

  /// Marks every page of a connection, whose person's sign-in is dead; returns how many.
  @discardableResult
  package func setPages(
    ofConnection id: String, _ state: StoredPage.State, _ trouble: Trouble?, at now: Timestamp
  ) throws -> Int {
    try execute(
      """
      UPDATE page SET attention_at = \(Self.attention), state = ?2, trouble = ?3, checked_at = ?4
      WHERE connection_id = ?1 AND state = 'connected'
      """,
      [.text(id), .text(state.rawValue), SQLValue(trouble?.stored), SQLValue(now)])
  }
}
