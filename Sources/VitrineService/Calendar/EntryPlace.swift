import VitrineCore
import VitrineStorage

/// The place in the calendar that a store's own posts take, and what the calendar gives along with it.
struct EntryPlace: Sendable {
  /// What stands in the fields: the person's words, and where there are none those of head office.
  let values: [String: String]
  /// Where they are shown; empty for what the template says.
  let networks: [Network]
  /// When they are public.
  let at: ReleaseTime?
  /// A store that has no say in this entry.
  let mandatoryAt: StoreCode?

  /// Completes what a person said with what the entry says; without an entry it stays as it is.
  ///
  /// Throws `notFound` for an entry that the calendar does not have, or not for this store, `invalid` for
  /// another template than the entry's, and `conflict` behind its deadline.
  init(
    _ entry: String?, _ targets: PostTargets, template: String?, values: [String: String],
    networks: [Network], at: ReleaseTime?, _ desk: Desk
  ) async throws {
    guard let entry else {
      (self.values, self.networks, self.at, mandatoryAt) = (values, networks, at, nil)
      return
    }
    try PostMaking.check(entry)
    let offers = try await EntryOffer.offers(entry, targets, desk)
    guard let first = offers.first else {
      throw Fault(.notFound, Message("calendar.notFor", entry, targets.description), subject: entry)
    }
    let step = first.occurrence.step
    if let template, template != step.template {
      throw Fault(
        .invalid, Message("calendar.otherTemplate", entry, step.template ?? "–", template),
        hint: Message("calendar.otherTemplate.hint", step.template ?? ""), subject: template)
    }
    let now = desk.time.now()
    for offer in offers { try offer.checkDeadline(now) }
    self.values =
      template == nil ? values : first.occurrence.values.merging(values) { _, own in own }
    self.networks = networks.isEmpty ? step.networks : networks
    self.at = try at ?? first.time.release
    mandatoryAt = offers.first(where: \.isMandatory)?.store.code
  }
}

extension Context {
  /// Takes the post of the calendar out of the place that a store's own one takes.
  ///
  /// In the same transaction in which the store's own is handed over, so that the page never has
  /// both nor none.
  func replaceCalendarPost(by post: StoredPost) throws {
    guard let entry = post.entry, !post.isPlanned,
      let id = try transaction.post(
        forEntry: entry, at: post.store, on: post.network, isPlanned: true),
      var other = try transaction.post(id)
    else { return }
    let before = try transaction.standing(
      of: other, at: now, quarantine: desk.rules.quarantineMilliseconds)
    if other.state == .handedOver { try stop(other) }
    other.state = .withdrawn
    try write(
      other, .postCancel, after: before, detail: ["adaptation": .string(post.id.rawValue)])
  }

  /// Notes that a post left its place: the next plan offers that of the calendar again, or leaves it out
  /// where the store took away the calendar's own.
  func noteLeft(_ post: StoredPost) throws {
    guard let entry = post.entry else { return }
    if !post.isPlanned {
      try transaction.noteCalendarChange(entry)
    } else {
      _ = try transaction.insertCalendarDecline(entry, post.store, by: session.user, at: now)
    }
  }
}
