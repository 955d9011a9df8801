import VitrineCore
import VitrineStorage

/// The page on which a post made by hand lies, and the delivery that it would take the place of.
struct AdoptionPlace: Sendable {
  let delivery: StoredDelivery
  let page: StoredPage

  /// Finds the page that a person named by our id, the network's id or the store's code, among those that the
  /// broadcast goes to.
  init(
    _ name: String, of broadcast: StoredBroadcast, in transaction: any Transaction
  ) throws {
    let pages = Dictionary(grouping: try transaction.pages(), by: \.store)
    var found: [(delivery: StoredDelivery, page: StoredPage)] = []
    var pageless: StoredDelivery?
    for delivery in try transaction.deliveries(of: broadcast.id) {
      let isStore = delivery.store.rawValue == name
      // A page that was connected since belongs to the delivery, too.
      guard let page = pages[delivery.store]?.first(where: { $0.network == delivery.network })
      else {
        if isStore { pageless = delivery }
        continue
      }
      if isStore || page.id.rawValue == name || page.remoteID.rawValue == name {
        found.append((delivery, page))
      }
    }
    guard let first = found.first else {
      if let pageless { throw Self.withoutPage(pageless) }
      throw Fault(
        .notFound, Message("adopt.noPage", TerminalText.excerpt(name), broadcast.id),
        hint: Message("adopt.noPage.hint", broadcast.id), subject: "--page")
    }
    guard found.count == 1 else {
      let names = found.map { "\($0.page.id) (\($0.page.network))" }.joined(separator: ", ")
      throw Fault(
        .usage, Message("adopt.severalPages", TerminalText.excerpt(name), names),
        subject: "--page")
    }
    delivery = first.delivery
    page = first.page
  }

  private static func withoutPage(_ delivery: StoredDelivery) -> Fault {
    let trouble = Trouble("noPage", delivery.network)
    return Fault(
      .conflict, trouble.reason, hint: trouble.fix, subject: delivery.store.rawValue)
  }

  /// Throws unless a post may be taken over here now.
  ///
  /// Not before anything was staged: until then the register can write the posts anew. Not what a release may be
  /// on its way for: that is clear once the quarantine is over.
  func check(_ broadcast: StoredBroadcast, _ rules: DeskRules, at now: Timestamp) throws {
    let state = broadcast.state == .paused ? broadcast.pausedFrom ?? .paused : broadcast.state
    switch state {
    case .staging, .awaitingExceptions, .releasing, .finished: break
    case .draft, .submitted, .approved, .rejected, .scheduled, .paused, .cancelled, .closed:
      throw Fault(
        .conflict, Message("broadcast.notRunning", broadcast.id, broadcast.state.rawValue),
        subject: broadcast.id.rawValue)
    }
    guard delivery.wish == nil else { throw stands() }
    switch delivery.state {
    case .ready, .staged, .held, .refused, .failed, .missed: break
    case .staging, .releasing:
      let quarantine = now.advanced(byMilliseconds: -rules.quarantineMilliseconds)
      guard let since = delivery.unknownSince, since <= quarantine else { throw isBusy }
      // The network may still make it public by itself.
      if let hour = delivery.timer, hour > quarantine { throw isBusy }
    case .replacing: throw isBusy
    case .published, .confirmed, .amending, .discarding, .cancelled, .removing, .takenDown:
      throw stands()
    }
    if delivery.trouble?.reason.code == "trouble.unapproved" {
      throw Fault(
        .conflict, Message("trouble.unapproved"), hint: Message("trouble.unapproved.fix"),
        subject: delivery.store.rawValue)
    }
  }

  private func stands() -> Fault {
    Fault(
      .conflict, Message("adopt.stands", delivery.store, delivery.state.rawValue),
      hint: Message("adopt.stands.hint"), subject: delivery.store.rawValue)
  }

  /// A worker is sending something to the page, or nobody knows yet how that ended.
  var isBusy: Fault {
    Fault(
      .locked, Message("adopt.busy", delivery.store), hint: Message("adopt.busy.hint"),
      subject: delivery.store.rawValue)
  }

  /// Whether nothing has happened to the delivery between two looks.
  func isSame(as other: AdoptionPlace) -> Bool {
    delivery.post == other.delivery.post && delivery.remoteID == other.delivery.remoteID
      && delivery.state == other.delivery.state && delivery.fence == other.delivery.fence
      && delivery.digest == other.delivery.digest && page.id == other.page.id
      && page.remoteID == other.page.remoteID
  }
}
