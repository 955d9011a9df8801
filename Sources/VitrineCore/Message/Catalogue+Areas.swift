extension Catalogue {
  /// The entries of each area; a new area file is named here.
  static let areas: [String] = [
    general,
    access,
    amending,
    adopting,
    answers,
    approvals,
    audit,
    broadcast,
    calendar,
    calendarFile,
    calendarViews,
    closing,
    content,
    days,
    decisions,
    demo,
    desk,
    files,
    help,
    helpCalendar,
    helpOptions,
    helpPosts,
    instagram,
    inbox,
    integrity,
    library,
    interview,
    lists,
    merging,
    mastodon,
    networks,
    notices,
    people,
    pictures,
    pins,
    privacy,
    reconcile, repair,
    recurrence,
    rules,
    search,
    selectors,
    templates,
    storage,
    storePosts,
    postTalk,
    stores,
    posts,
    pressure,
    limits,
    receipt,
    tokens,
    trouble,
    webhook,
  ]

  /// Words that several areas share.
  static let general = """
    finding.error
    en error
    fr erreur

    finding.warning
    en warning
    fr avertissement

    fault.internal
    en something went wrong inside Vitrine
    fr une erreur interne est survenue dans Vitrine
    """
}
