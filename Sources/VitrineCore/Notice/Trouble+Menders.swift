extension Trouble {
  /// The roles that mend it, the likeliest first: what `who` says, for a program.
  ///
  /// A post of a store's own is its store's to look after: `retry` and a new message are of no use to it,
  /// publishing it again or another text are.
  package func menders(ofStoresOwn isStoresOwn: Bool) -> [Role] {
    let store: [Role] = [.storeManager, .regionManager]
    return switch reason.code {
    case "trouble.token", "trouble.connection", "trouble.permission", "trouble.unreadable",
      "trouble.noPage", "trouble.storeRemoved", "trouble.request":
      [.nationalAdmin]
    case "trouble.person", "trouble.vanished", "trouble.notRemoved": [.regionManager]
    case "trouble.launcherLeft", "trouble.frozen", "trouble.crowded", "trouble.rule": store
    case "trouble.unapproved": [.approver]
    case "trouble.temporary", "trouble.throttled", "trouble.blocked", "trouble.duplicate",
      "trouble.missing", "trouble.sameRemoteID":
      isStoresOwn ? store : [.nationalBroadcaster]
    // What is wrong with the text: one that breaks a rule names the rule and not a trouble.
    default: isStoresOwn ? store : [.nationalEditor]
    }
  }
}
