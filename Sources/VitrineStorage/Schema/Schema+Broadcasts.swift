extension Schema {
  /// Broadcasts, their approvals, their posts and the delivery of each.
  static func broadcasts(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE broadcast (
        id \(text) PRIMARY KEY,
        title \(text) NOT NULL,
        state \(text) NOT NULL,
        revision \(integer) NOT NULL,
        edition \(integer) NOT NULL DEFAULT 1,
        digest \(text) NOT NULL,
        source \(text) NOT NULL,
        source_digest \(text) NOT NULL,
        selector \(text) NOT NULL,
        author \(text) NOT NULL,
        is_urgent \(integer) NOT NULL CHECK (is_urgent IN (0, 1)),
        approvals_needed \(integer) NOT NULL,
        approvals_full \(integer) NOT NULL,
        recipe \(text) NOT NULL,
        basis \(text) NOT NULL,
        is_trial \(integer) NOT NULL DEFAULT 0 CHECK (is_trial IN (0, 1)),
        created_at \(integer) NOT NULL,
        submitted_at \(integer),
        release_at \(integer),
        valid_until \(integer),
        launched_by \(text),
        launched_at \(integer),
        accepted_held \(text),
        canary \(integer) NOT NULL DEFAULT 0,
        paused_from \(text),
        amends \(text),
        pause_reason \(text),
        pace_at \(integer) NOT NULL DEFAULT 0,
        started_at \(integer),
        finished_at \(integer)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE approval (
        broadcast_id \(text) NOT NULL REFERENCES broadcast (id),
        revision \(integer) NOT NULL,
        account_id \(text) NOT NULL REFERENCES account (id),
        edition \(integer) NOT NULL,
        digest \(text) NOT NULL,
        approved_at \(integer) NOT NULL,
        PRIMARY KEY (broadcast_id, revision, account_id)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE worker (
        id \(text) PRIMARY KEY,
        host \(text) NOT NULL,
        pid \(integer) NOT NULL,
        started_at \(integer) NOT NULL,
        heartbeat_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE delivery (
        post_id \(text) PRIMARY KEY,
        broadcast_id \(text) REFERENCES broadcast (id),
        store_code \(text) NOT NULL REFERENCES store (code),
        network \(text) NOT NULL,
        page_id \(text) REFERENCES page (id),
        position \(integer) NOT NULL,
        body \(text) NOT NULL,
        link \(text),
        media \(text),
        uploads \(text),
        launched_by \(text),
        credit \(text),
        valid_until \(integer),
        reviewed_at \(integer),
        digest \(text) NOT NULL,
        edition \(integer) NOT NULL DEFAULT 1,
        state \(text) NOT NULL CHECK (state IN (
          'ready', 'staging', 'staged', 'releasing', 'published', 'confirmed', 'held', 'refused',
          'failed', 'missed', 'discarding', 'cancelled', 'removing', 'takenDown', 'amending',
          'replacing')),
        wish \(text) CHECK (wish IN ('cancel', 'takedown', 'hold')),
        remote_id \(text),
        permalink \(text),
        container_id \(text),
        timer_at \(integer),
        shown_digest \(text),
        shown_since \(integer),
        is_doubtful \(integer) NOT NULL DEFAULT 0 CHECK (is_doubtful IN (0, 1)),
        doubt_until \(integer),
        looked_at \(integer),
        hung_at \(integer),
        checked_at \(integer),
        may_be_public \(integer) NOT NULL DEFAULT 0 CHECK (may_be_public IN (0, 1)),
        orphan_id \(text),
        attempts \(integer) NOT NULL DEFAULT 0,
        misses \(integer) NOT NULL DEFAULT 0,
        last_wait \(integer) NOT NULL DEFAULT 0,
        intended_at \(integer),
        unknown_since \(integer),
        not_before \(integer) NOT NULL DEFAULT 0,
        release_at \(integer) NOT NULL DEFAULT 0,
        moved_from \(integer),
        moved_because \(text),
        is_canary \(integer) NOT NULL DEFAULT 0 CHECK (is_canary IN (0, 1)),
        trouble \(text),
        pin_until \(integer),
        pin_state \(text) CHECK (pin_state IN (
          'wanted', 'pinning', 'pinned', 'ended', 'refused', 'stuck')),
        pin_attempts \(integer) NOT NULL DEFAULT 0,
        pin_after \(integer) NOT NULL DEFAULT 0,
        fence \(integer) NOT NULL DEFAULT 0,
        worker_id \(text),
        lease_until \(integer),
        published_at \(integer),
        updated_at \(integer) NOT NULL,
        UNIQUE (broadcast_id, store_code, network),
        UNIQUE (broadcast_id, page_id),
        CHECK ((pin_until IS NULL) = (pin_state IS NULL))
      )\(dialect.strictKeyedTable)
      """,
      // Partial, so that the posts of stores are looked for in their own index and no other.
      """
      CREATE INDEX delivery_state ON delivery (broadcast_id, state, position)
      WHERE broadcast_id IS NOT NULL
      """,
      """
      CREATE INDEX delivery_routine ON delivery (state, release_at, post_id)
      WHERE broadcast_id IS NULL
      """,
      "CREATE INDEX delivery_removing ON delivery (state) WHERE state = 'removing'",
      "CREATE INDEX delivery_gone ON delivery (updated_at) WHERE state = 'takenDown'",
      "CREATE INDEX delivery_wish ON delivery (wish) WHERE wish IS NOT NULL",
      "CREATE INDEX delivery_hung ON delivery (broadcast_id) WHERE hung_at IS NOT NULL",
      "CREATE INDEX delivery_lease ON delivery (lease_until) WHERE worker_id IS NOT NULL",
      "CREATE INDEX delivery_remote ON delivery (remote_id)",
      "CREATE INDEX delivery_worker ON delivery (worker_id)",
      """
      CREATE INDEX delivery_pin ON delivery (pin_until)
      WHERE state = 'confirmed' AND pin_state IN ('wanted', 'pinning')
      """,
      """
      CREATE INDEX delivery_unpin ON delivery (pin_until)
      WHERE state = 'confirmed' AND pin_state IN ('pinned', 'pinning', 'refused')
      """,
      "CREATE INDEX delivery_doubtful ON delivery (doubt_until) WHERE is_doubtful = 1",
      """
      CREATE TABLE throttle (
        network \(text) NOT NULL,
        remote_page \(text) NOT NULL,
        until \(integer) NOT NULL,
        PRIMARY KEY (network, remote_page)
      )\(dialect.strictKeyedTable)
      """,
    ]
  }
}
