/// One step of an entry on one day: what a post, a broadcast or a task of the calendar is made from.
package struct CalendarOccurrence: Hashable, Sendable {
  /// Its name: `voeux`, `fromage-du-mois@2031-03-07`, `live-jouets/annonce`.
  package let key: String
  /// The entry.
  package let entry: String
  /// The step.
  package let step: CalendarStep
  /// When it is due.
  package let time: CalendarTime
  /// What head office fills into the fields, with days in the place of offsets.
  package let values: [String: String]
  /// What people read in lists; that of the template when nothing says more.
  package let title: String?

  init?(_ step: CalendarStep, of entry: CalendarEntry, at anchor: LocalTime, key: String) {
    guard let time = step.offset.applied(to: anchor) else { return nil }
    self.key = step.id.map { "\(key)/\($0)" } ?? key
    self.entry = entry.id
    self.step = step
    self.time = CalendarTime(time, on: step.clock)
    values = step.values.mapValues { value in
      guard case .days(_, hour: nil)? = CalendarOffset(value),
        let day = CalendarOffset(value)?.applied(to: anchor)
      else { return value }
      return day.date.description
    }
    let titles = [step.title, entry.title].compactMap(\.self)
    title = titles.isEmpty ? nil : step.title ?? entry.title
  }
}

extension CalendarEntry {
  /// The occurrences whose day lies from the first to the last day, in the order of time.
  package func occurrences(from first: CivilDate, through last: CivilDate) -> [CalendarOccurrence] {
    guard first <= last else { return [] }
    let reach = CalendarOffset.reach
    var found: [CalendarOccurrence] = []
    for anchor in anchors(
      from: Self.day(first.daysSince1970 - reach), through: Self.day(last.daysSince1970 + reach))
    {
      let key = key(of: anchor)
      for step in steps {
        guard let occurrence = CalendarOccurrence(step, of: self, at: anchor, key: key),
          first <= occurrence.time.time.date, occurrence.time.time.date <= last
        else { continue }
        found.append(occurrence)
      }
    }
    return found.sorted { ($0.time.time, $0.key) < ($1.time.time, $1.key) }
  }

  /// The times of the anchor in some days, without those that are left out.
  package func anchors(from first: CivilDate, through last: CivilDate) -> [LocalTime] {
    guard let rule else {
      return first <= anchor.time.date && anchor.time.date <= last ? [anchor.time] : []
    }
    guard let end = LocalTime(date: last, minutes: 1439), anchor.time <= end else { return [] }
    return rule.occurrences(from: anchor.time, through: end).filter {
      $0.date >= first && !excluded.contains($0.date)
    }
  }

  /// A series names each of its times by its day, and by its hour where a day has several.
  private func key(of time: LocalTime) -> String {
    guard let rule else { return id }
    return rule.isOnceADay ? "\(id)@\(time.date)" : "\(id)@\(time)"
  }

  private static func day(_ days: Int) -> CivilDate {
    CivilDate(daysSince1970: min(max(days, 0), 2_932_896))
  }
}
