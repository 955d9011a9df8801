extension MessageSource {
  /// Why a store may not use it; `nil` when it may.
  ///
  /// A region is compared as the register writes it; a message without formats and regions is for
  /// everybody.
  package func refusal(for store: Store) -> Message? {
    if !formats.isEmpty, !formats.contains(store.format) {
      let wanted = formats.map(\.rawValue).joined(separator: ", ")
      return Message("template.format", id, wanted, store.code, store.format.rawValue)
    }
    if !regions.isEmpty, !regions.contains(store.region) {
      return Message(
        "template.region", id, regions.joined(separator: ", "), store.code, store.region)
    }
    return nil
  }
}

extension MessageValidity {
  /// Where a moment lies: before the beginning, inside, or behind the end.
  package enum Standing: String, Codable, CaseIterable, Sendable {
    /// It may not be used yet.
    case early
    /// It may be used.
    case valid
    /// It may not be used any more.
    case over
  }

  /// Where `now` lies; `today` is its day where the organisation is, by which dates are meant.
  package func standing(now: Timestamp, today: CivilDate) -> Standing {
    func isReached(_ moment: Moment) -> Bool {
      if let date = moment.date { return date <= today }
      return moment.instant.map { $0 <= now } ?? true
    }
    if let until, isReached(until) { return .over }
    if let from, !isReached(from) { return .early }
    return .valid
  }
}
