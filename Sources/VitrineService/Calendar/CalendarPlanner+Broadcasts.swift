import VitrineCore
import VitrineStorage

extension CalendarPlanner {
  /// What the broadcast of a mandatory occurrence needs to become what the calendar says.
  ///
  /// Its texts follow the register by themselves until they leave, so it rests on the message, the
  /// selection and the hour only.
  mutating func compareBroadcast(
    _ occurrence: CalendarOccurrence, _ sheet: CalendarSheet
  ) async throws {
    let source = try maker.source(of: occurrence)
    let rows = sheet.rows.filter { $0.binding == .mandatory }
    let isLate = try rows.map { try due($0.time, in: $0.zone) <= maker.now }
    let item = items[occurrence.key]
    if item == nil, isLate.allSatisfy({ $0 }) {
      plan.past += 1
      return
    }
    var selector = occurrence.step.mandatoryStores
    if item == nil, isLate.contains(true) {
      let late = zip(rows, isLate).filter(\.1).map(\.0)
      if plan.late == nil {
        plan.asks.append(
          CalendarAsk(
            key: occurrence.key, zones: Set(late.map(\.zone)).sorted(),
            stores: Set(late.map(\.store)).count))
      }
      // A broadcast goes at one time: stores that are late get none of it, whatever was answered.
      let codes = Set(late.map(\.store)).sorted()
      if let some = Selector.stores(codes) {
        selector = Selector(.and([selector.expression, .not(some.expression)]))
      }
      plan.away += codes.map {
        CalendarAway(
          key: occurrence.key, store: $0, cause: .past, reason: Message("calendar.past", $0))
      }
    }
    for row in rows {
      guard case .refused(let reason) = row.verdict else { continue }
      plan.away.append(
        CalendarAway(key: occurrence.key, store: row.store, cause: .refused, reason: reason))
    }
    let digest = occurrence.broadcastDigest(source)
    if let item, item.kind == .broadcast, item.digest == digest {
      plan.unchanged += item.posts
      return
    }
    guard !rows.isEmpty else { return }
    var change = CalendarChange(
      key: occurrence.key, title: title(of: occurrence), kind: .broadcast,
      day: occurrence.time.time.date, time: occurrence.time, at: occurrence.time.description,
      reason: item.map {
        $0.at == occurrence.time.description
          ? Message("calendar.rewritten") : Message("calendar.moved", $0.at)
      })
    change.occurrence = occurrence
    change.itemDigest = digest
    change.broadcastPosts = rows.count
    change.itemPosts = rows.count
    change.selector = selector
    if let id = item?.broadcast {
      guard try await isOpen(id, occurrence.key) else {
        plan.blocked.append(
          CalendarBlock(
            key: occurrence.key, broadcast: id, reason: Message("calendar.underWay", id)))
        return
      }
      change.broadcast = id
    }
    plan.changes.append(change)
  }
}

extension CalendarStep {
  /// The stores for which a mandatory step is mandatory: those of modes that are asked are not among them.
  var mandatoryStores: Selector {
    let others = StoreMode.allCases.filter { binding(for: $0) != .mandatory }
    guard !others.isEmpty else { return stores }
    let terms = others.map { Selector.Expression.not(.term(.mode, $0.rawValue)) }
    return Selector(.and([stores.expression] + terms))
  }
}

extension CalendarOccurrence {
  /// Everything that its broadcast rests on, as a digest.
  func broadcastDigest(_ source: MessageSource) -> String {
    let whole: JSON = [
      "source": .string(source.digest), "stores": .string(step.mandatoryStores.canonical),
      "networks": .array(step.networks.map { .string($0.rawValue) }),
      "at": .string(time.description), "values": .object(values.mapValues(JSON.string)),
    ]
    return Hash(of: whole.bytes).hex
  }
}
