extension OfferSource {
  /// The offer of one post: holes filled from values as files write them (`4.99`, `2026-11-28`).
  ///
  /// What a field leaves empty is absent. Values that do not read as their key asks are absent too:
  /// the reader of the file and `MessageSource.filled` have refused them by then.
  package func filled(with values: [String: String]) -> Offer {
    func text(_ key: Key) -> String? {
      guard let written = self.values[key] else { return nil }
      guard let name = Self.hole(in: written) else { return written }
      return values[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    func amount(_ key: Key) -> Int? { text(key).flatMap(FieldValue.millionths) }
    func day(_ key: Key) -> CivilDate? {
      text(key).flatMap { MessageValidity.Moment($0)?.date }
    }
    return Offer(
      product: text(.product), price: amount(.price), priorPrice: amount(.priorPrice),
      unitPrice: amount(.unitPrice), origin: text(.origin), from: day(.from), until: day(.until),
      stock: amount(.stock).map { $0 / 1_000_000 },
      isLoyaltyOnly: text(.loyaltyOnly) == "true", energyClass: text(.energyClass),
      agreement: text(.agreement))
  }
}

extension Offer {
  /// What cannot be true of an offer, with the key at which it shows.
  package var contradictions: [(key: OfferSource.Key, message: Message)] {
    var found: [(OfferSource.Key, Message)] = []
    if let price, let priorPrice, priorPrice <= price {
      found.append((.priorPrice, Message("offer.priorPrice")))
    }
    if let from, let until, until < from {
      found.append((.until, Message("offer.period", until, from)))
    }
    return found
  }
}
