import VitrineCore
import VitrineStorage

extension Context {
  /// Gives posts of stores that are about to be handed over an hour at which their pages have room.
  ///
  /// One that would come into the quiet time of a mandatory message goes behind it, and one too many on its day
  /// at the same hour of the next day with room. What would then come to its end is held. A number of questions
  /// that grows with the pages, and not with what was ever published there.
  func relievePages(_ deliveries: inout [StoredDelivery]) throws {
    let rules = desk.rules
    guard rules.quietMinutes > 0 || rules.postsPerDay > 0 else { return }
    let places = deliveries.indices.filter { index in
      deliveries[index].page != nil && [.ready, .held].contains(deliveries[index].state)
    }
    guard !places.isEmpty else { return }
    var pages = try pressure(
      on: places.map { deliveries[$0] }, besides: Set(deliveries.map(\.post)))
    let order = places.sorted {
      (wish(of: deliveries[$0]), $0) < (wish(of: deliveries[$1]), $1)
    }
    for index in order {
      guard let page = deliveries[index].page else { continue }
      let wish = wish(of: deliveries[index])
      let place = pages[page]?.place(for: wish)
      guard let place, deliveries[index].validUntil.map({ place.at < $0 }) ?? true else {
        deliveries[index].state = .held
        deliveries[index].trouble = Trouble("crowded")
        continue
      }
      pages[page]?.take(place.at)
      guard let because = place.because else { continue }
      deliveries[index].movedFrom = wish
      deliveries[index].movedBecause = because
      deliveries[index].releaseAt = place.at
      // The rules look once more, for the day on which it leaves now.
      deliveries[index].reviewed = nil
    }
  }

  /// When a post shall be public: at its hour, or now.
  private func wish(of delivery: StoredDelivery) -> Timestamp {
    max(delivery.releaseAt, now)
  }

  /// What the pages of some posts get from the day before the first of them to two weeks after the last.
  private func pressure(
    on deliveries: [StoredDelivery], besides posts: Set<PostID>
  ) throws -> [PageID: PagePressure] {
    let wishes = deliveries.map { wish(of: $0) }
    let margin = Int64(desk.rules.quietMinutes) * 60_000 + 86_400_000
    let from = (wishes.min() ?? now).advanced(byMilliseconds: -margin)
    let through = (wishes.max() ?? now).advanced(
      byMilliseconds: margin + Int64(PagePressure.days) * 86_400_000)
    let stores = Dictionary(
      deliveries.compactMap { delivery in delivery.page.map { ($0, delivery.store) } },
      uniquingKeysWith: { $1 })
    let pages = stores.keys.sorted()
    let zones = try transaction.timeZones(of: Array(Set(stores.values)))
    let mandatory = try transaction.mandatoryMoments(
      on: pages, from: from, through: through, at: now)
    var routine: [PageID: [Timestamp]] = [:]
    for moment in try transaction.routineMoments(on: pages, from: from, through: through)
    where !posts.contains(moment.post) {
      routine[moment.page, default: []].append(moment.at.milliseconds > 0 ? moment.at : now)
    }
    return Dictionary(
      uniqueKeysWithValues: stores.map { page, store in
        (
          page,
          PagePressure(
            mandatory: mandatory[page] ?? [], routine: routine[page] ?? [], desk.rules,
            zone: zones[store] ?? desk.rules.timeZone)
        )
      })
  }

  /// Records that the system holds a post of a store because of this change.
  func recordHeld(_ delivery: StoredDelivery, detail: [String: JSON] = [:]) {
    note(
      systemRecord(
        .postPublish, of: delivery, result: .failure, reason: delivery.trouble?.reason.code,
        detail: detail))
  }

  /// Records that the system gives a post of a store another hour because of this change.
  func recordMove(_ move: DeliveryMove, of delivery: StoredDelivery, detail: [String: JSON] = [:]) {
    var detail = detail
    detail["at"] = .string(move.to.description)
    detail["movedFrom"] = .string(move.from.description)
    note(
      systemRecord(
        .postSchedule, of: delivery, result: .success, reason: move.because.code, detail: detail))
  }

  private func systemRecord(
    _ action: Action, of delivery: StoredDelivery, result: AuditRecord.Outcome, reason: String?,
    detail: [String: JSON]
  ) -> AuditRecord {
    AuditRecord(
      id: desk.random.recordID(), time: now, action: action.rawValue,
      actor: AuditRecord.Actor(id: UserID("pressure"), type: .system, auth: "pressure"),
      onBehalfOf: session.user,
      target: AuditRecord.Target(
        type: "store", id: delivery.store.rawValue, store: delivery.store.rawValue),
      object: AuditRecord.Object(
        type: "post", id: delivery.post.rawValue, sha256: delivery.digest),
      result: result, reasonCode: reason, authors: delivery.credit.map { [$0.author] } ?? [],
      editors: delivery.credit?.editors ?? [], approvals: delivery.credit?.approvals ?? [],
      state: result == .failure ? PostState.held.rawValue : PostState.scheduled.rawValue,
      detail: detail)
  }
}
