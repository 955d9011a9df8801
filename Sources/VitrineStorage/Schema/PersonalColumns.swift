import VitrineCore

/// What each column of each table has to do with people; a test compares it with the real schema.
///
/// Whoever adds a column says here what it is, or the test fails. The list is by table, in words that
/// the inventory explains; a column that nobody names is no column.
package enum PersonalColumns {
  /// Every column of the database, by table and column.
  package static let all: [PersonalColumn] = {
    var all: [PersonalColumn] = []
    for (table, columns) in tables.sorted(by: { $0.key < $1.key }) {
      for (column, data) in columns.sorted(by: { $0.key < $1.key }) {
        all.append(PersonalColumn(table: table, column: column, data: data))
      }
    }
    return all
  }()

  /// The tables of people, which hold most of it, and those of everything else.
  private static let tables = people.merging(others) { $1 }

  private static let people: [String: [String: PersonalData]] = [
    "account": [
      "id": .identifier, "state": .rights, "created_at": .activity, "created_by": .identifier,
    ],
    "account_state": [
      "account_id": .identifier, "step": .nothing, "state": .rights, "changed_at": .activity,
    ],
    "identity": [
      "account_id": .identifier, "name": .identity, "email": .identity, "salt": .identity,
      "language": .identity,
    ],
    "enrolment": [
      "code_hash": .credential, "account_id": .identifier, "created_by": .identifier,
      "created_at": .activity, "expires_at": .credential, "used_at": .activity,
    ],
    "access_token": [
      "id": .credential, "account_id": .identifier, "kind": .credential, "hash": .credential,
      "ending": .credential, "created_at": .activity, "expires_at": .credential,
      "signed_in_at": .activity, "scopes": .rights, "revoked_at": .activity,
    ],
    "access_grant": [
      "id": .rights, "account_id": .identifier, "role": .rights, "scope": .rights,
      "valid_from": .rights, "valid_until": .rights, "granted_by": .identifier,
      "reason": .words, "created_at": .activity, "revoked_at": .activity,
      "revoked_by": .identifier, "revoke_reason": .words, "is_offboarded": .rights,
    ],
    "grant_review": [
      "grant_id": .rights, "kept_at": .activity, "kept_by": .identifier, "reason": .words,
    ],
    "denial": [
      "actor": .identifier, "action": .activity, "rule": .activity, "object_type": .nothing,
      "object_id": .identifier, "token_id": .credential, "auth": .credential,
      "since": .activity, "further": .activity,
    ],
    "approval": [
      "broadcast_id": .nothing, "revision": .nothing, "account_id": .identifier, "digest": .nothing,
      "edition": .nothing, "approved_at": .activity,
    ],
    "audit_leaf": [
      "position": .nothing, "record": .activity, "leaf_hash": .nothing, "time": .activity,
      "actor": .identifier, "action": .activity, "result": .activity, "target": .identifier,
      "store": .nothing, "object": .identifier, "broadcast": .nothing,
    ],
    "audit_person": ["account_id": .identifier, "role": .activity, "position": .nothing],
    "audit_private": [
      "position": .nothing, "account_id": .identifier, "salt": .words, "body": .words,
    ],
  ]

  private static let others: [String: [String: PersonalData]] = [
    "audit_head": nothing("id", "size", "frontier"),
    "audit_node": nothing("level", "position", "hash"),
    "audit_checkpoint": nothing("size", "root", "note", "signed_at"),
    "audit_span": nothing("block", "first_time", "last_time"),
    // What pages show is public, and the words of it are no person's words.
    "audit_word": nothing("word", "first", "places"),
    "published_text": nothing(
      "position", "post_id", "network", "remote_id", "body", "link", "media", "digest",
      "published_at"),
    "post_link": nothing("address", "post_id"),
    "sighting": nothing(
      "network", "remote_id", "page_id", "post_id", "first_seen", "last_seen", "first_missing",
      "first_altered", "altered_digest", "permalink", "application", "posted_at"
    ).merging(["body": .network, "admin_creator": .network]) { $1 },
    "reconciliation": nothing("page_id", "checked_at"),
    "chore": nothing("name", "last_run"),
    "served_version": nothing("network", "asked", "served", "seen_at"),
    "sealing": nothing("id", "key_version"),
    "counter": nothing("name", "value"),
    // A phone number in a store's data is the store's.
    "store": nothing(
      "code", "name", "format", "region", "timezone", "position", "data", "removed_at"),
    "connection": nothing(
      "id", "network", "wrapped_key", "sealed_token", "key_version", "created_at"
    ).merging(["created_by": .identifier]) { $1 },
    "page": nothing(
      "id", "store_code", "network", "remote_id", "name", "state", "trouble", "connection_id",
      "wrapped_key", "sealed_token", "key_version", "connected_at", "first_connected_at",
      "text_limit", "checked_at", "token_expires_at", "attention_at"),
    "broadcast_revision": nothing(
      "broadcast_id", "revision", "digest", "source", "recipe", "targeted"
    ).merging(["editor": .identifier, "written_at": .activity]) { $1 },
    "broadcast": nothing(
      "id", "title", "state", "revision", "edition", "digest", "source", "source_digest",
      "selector", "recipe", "basis", "is_urgent", "is_trial", "approvals_needed", "approvals_full",
      "created_at", "submitted_at", "release_at", "valid_until",
      "accepted_held", "canary", "paused_from", "pause_reason", "pace_at", "started_at",
      "finished_at", "amends"
    ).merging(["author": .identifier, "launched_by": .identifier, "launched_at": .activity]) {
      $1
    },
    "delivery": nothing(
      "post_id", "broadcast_id", "store_code", "network", "page_id", "position", "body", "link",
      "edition", "digest", "state", "remote_id", "permalink", "is_doubtful", "orphan_id",
      "attempts", "misses", "last_wait", "intended_at", "unknown_since", "not_before",
      "release_at", "is_canary", "trouble", "fence", "worker_id", "lease_until", "published_at",
      "updated_at",
      "doubt_until", "looked_at", "may_be_public", "media", "uploads", "valid_until",
      "reviewed_at", "wish", "moved_from", "moved_because", "container_id", "shown_digest",
      "shown_since", "checked_at", "hung_at", "timer_at", "pin_until", "pin_state", "pin_attempts",
      "pin_after"
    ).merging(["launched_by": .identifier, "credit": .identifier]) { $1 },
    "amended_text": nothing(
      "post_id", "is_launched", "broadcast_id", "body", "digest", "edition"),
    "showing": nothing("post_id", "broadcast_id", "digest", "shown_from", "shown_until"),
    // A draft's text is the store's, a published one is public; its people are ids.
    "template_version": nothing("digest", "template_id", "source", "kept_at"),
    "submission": nothing(
      "id", "template_id", "template_digest", "entry", "selector", "stores", "is_planned"
    ).merging(["author": .identifier, "created_at": .activity]) { $1 },
    "post": nothing(
      "id", "submission_id", "store_code", "network", "position", "revision", "state", "body",
      "link", "media", "digest", "template_digest", "input", "offer", "entry", "is_planned",
      "plan_id", "plan_digest", "schedule", "due_at",
      "valid_until", "approvals_needed", "created_at", "updated_at", "submitted_at"),
    "post_revision": nothing(
      "post_id", "revision", "digest", "template_digest", "body", "input", "is_correction"
    ).merging(["editor": .identifier, "written_at": .activity]) { $1 },
    "post_approval": nothing("post_id", "revision", "digest").merging([
      "account_id": .identifier, "approved_at": .activity,
    ]) { $1 },
    // Plans and what became of them name people by their ids.
    "calendar_plan": nothing(
      "id", "state", "digest", "posts", "approvals_needed", "from_day", "through_day",
      "submitted_at"
    ).merging(["author": .identifier, "created_at": .activity]) { $1 },
    "calendar_approval": nothing("plan_id", "digest").merging([
      "account_id": .identifier, "approved_at": .activity,
    ]) { $1 },
    "calendar_item": nothing(
      "entry", "kind", "title", "due_day", "at", "digest", "posts", "broadcast_id", "is_dirty",
      "applied_at"),
    "calendar_decline": nothing("entry", "store_code").merging([
      "account_id": .identifier, "declined_at": .activity,
    ]) { $1 },
    "picture": nothing("digest", "type", "width", "height", "bytes", "added_at"),
    "store_freeze": nothing("store_code", "freeze_id", "selector").merging([
      "frozen_by": .identifier, "frozen_at": .activity,
    ]) { $1 },
    "notice": nothing(
      "id", "event", "event_key", "subject_type", "broadcast_id", "store_code", "headline",
      "reason", "fix", "bundle"
    ).merging([
      "account_id": .identifier, "subject_id": .identifier, "words": .words,
      "words_by": .identifier, "created_at": .activity, "read_at": .activity,
    ]) { $1 },
    "notice_sending": nothing(
      "notice_id", "channel", "message_id", "attempts", "last_wait", "begun_at", "not_before",
      "sent_at", "given_up_at", "failure"),
    "throttle": nothing("network", "remote_page", "until"),
    "page_usage": nothing(
      "network", "remote_page", "percent", "reported_at", "counts_until", "next_at"),
    "network_state": nothing(
      "network", "app_percent", "app_reported_at", "app_counts_until", "app_next_at",
      "host_next_at", "silences", "silent_since", "probe_at", "blocked_page", "blocked_at"),
    "broadcast_wave": nothing("broadcast_id", "bits"),
    "verification": nothing(
      "broadcast_id", "checked_at", "same", "altered", "missing", "unclear"),
    "worker": nothing("id", "host", "pid", "started_at", "heartbeat_at"),
    "schema_version": nothing("number"),
  ]

  private static func nothing(_ columns: String...) -> [String: PersonalData] {
    Dictionary(columns.map { ($0, .nothing) }, uniquingKeysWith: { $1 })
  }
}
