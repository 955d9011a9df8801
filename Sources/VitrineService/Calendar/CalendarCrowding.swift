import VitrineCore

/// Counts what falls on one page on one day.
struct CalendarCrowding {
  private struct Place: Hashable {
    let day: CivilDate
    let store: StoreCode
    let network: Network
  }

  private var counts: [Place: Int] = [:]
  private var keys: [CivilDate: [String]] = [:]

  mutating func add(_ sheet: CalendarSheet, of occurrence: CalendarOccurrence) {
    var days: Set<CivilDate> = []
    for row in sheet.rows {
      guard case .post = row.verdict else { continue }
      let day = row.time.time.date
      counts[Place(day: day, store: row.store, network: row.network), default: 0] += 1
      days.insert(day)
    }
    for day in days { keys[day, default: []].append(occurrence.key) }
  }

  /// The days on which pages get more than so many posts.
  func crowded(most: Int) -> [CalendarCrowd] {
    var stores: [CivilDate: Set<StoreCode>] = [:]
    for (place, count) in counts where count > most {
      stores[place.day, default: []].insert(place.store)
    }
    return stores.sorted { $0.key < $1.key }.map { day, stores in
      CalendarCrowd(day: day, keys: keys[day] ?? [], stores: stores.count)
    }
  }
}
