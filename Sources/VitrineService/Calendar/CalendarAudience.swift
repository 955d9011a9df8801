import VitrineCore
import VitrineStorage

/// Which stores an occurrence is for, and on which day each of them gets it.
struct CalendarAudience {
  let register: Register
  let days: StoreDays
  /// The networks on which each store has a page, in the order of the register.
  private let networks: [Set<Network>]

  /// A store that gets an occurrence.
  struct Member {
    let store: Store
    let binding: CalendarBinding
    /// When it is due there.
    let time: CalendarTime
    let networks: [Network]
  }

  /// A store that does not, though it is meant.
  struct Absence {
    let store: StoreCode
    let reason: Message
  }

  init(_ register: Register, _ calendar: EditorialCalendar) {
    self.register = register
    days = StoreDays(
      stores: register.stores, holidays: calendar.holidays, exceptions: calendar.exceptions,
      networks: register.pages.mapValues { Set($0.map(\.network)) })
    networks = register.stores.map { store in
      Set(
        (register.pages[store.code] ?? []).filter { $0.state != .disconnected }.map(\.network))
    }
  }

  /// The stores of an occurrence in the order of the register, and those that stay away.
  func members(
    of occurrence: CalendarOccurrence, _ source: MessageSource?
  ) -> (members: [Member], absences: [Absence]) {
    let step = occurrence.step
    var members: [Member] = []
    var absences: [Absence] = []
    for (store, present) in zip(register.stores, networks) {
      guard step.stores.evaluate(on: store, networks: present),
        let binding = step.binding(for: store.mode)
      else { continue }
      var time = occurrence.time
      // A moment of one zone can be another day where the store is.
      let day = occurrence.day(at: store)
      guard isThere(store, day) else { continue }
      if let refusal = source?.refusal(for: store) {
        absences.append(Absence(store: store.code, reason: refusal))
        continue
      }
      if step.whenClosed != .post, !days.isOpen(store, on: day) {
        switch step.whenClosed == .skip ? nil : days.nextOpenDay(store, from: day) {
        case let next? where next > day:
          let moved = time.time.advanced(byDays: next.daysSince1970 - day.daysSince1970)
          time.time = moved ?? time.time
        default:
          let reason = Message("calendar.closed", store.code, day)
          absences.append(Absence(store: store.code, reason: reason))
          continue
        }
      }
      members.append(
        Member(
          store: store, binding: binding, time: time,
          networks: Self.networks(step, source, present)))
    }
    return (members, absences)
  }

  /// A store that has not opened yet by then, or is closed for good, is not meant.
  private func isThere(_ store: Store, _ day: CivilDate) -> Bool {
    (store.opensOn.map { $0 <= day } ?? true) && (store.closesOn.map { day < $0 } ?? true)
  }

  /// Where it is shown: on the networks that are meant and on which the store has a page.
  ///
  /// A store without any of these pages still gets its post, which waits for the page.
  private static func networks(
    _ step: CalendarStep, _ source: MessageSource?, _ present: Set<Network>
  ) -> [Network] {
    let wanted = step.networks.isEmpty ? source?.networks ?? [] : step.networks
    let found = wanted.isEmpty ? present.sorted() : wanted.filter { present.contains($0) }
    return found.isEmpty ? [wanted.first ?? .facebook] : found
  }
}

extension CalendarOccurrence {
  /// The day on which it is due where a store is.
  func day(at store: Store) -> CivilDate {
    guard case .zone(let zone) = time.clock, zone != store.timeZone,
      let instant = try? time.time.instant(in: zone)
    else { return time.time.date }
    return CivilDate(at: instant, zone: store.timeZone)
  }
}
