/// The conditions that are not about words.
extension RuleReview {
  /// The places that make a condition hold, perhaps none; `nil` when it does not.
  mutating func holds(_ condition: RuleCondition) -> [Range<Int>]? {
    switch condition {
    case .about, .says: nil
    case .offer(let keys): says(keys.contains(where: offerHas))
    case .discountAbove(let limit): discount(above: limit)
    case .daysAhead(let days): period { $0.ahead(of: $1) > days }
    case .lastsLonger(let days): period { $0.length(from: $1) > days }
    case .ended: ended()
    case .outsideSales: says(!isInSales())
    case .photo(let marks): says(marks.contains(where: isMarked))
    case .consent(let consents): says(consents.contains(where: hasConsent))
    case .network(let networks): says(networks.contains(post.network))
    case .store(let traits): says(traits.contains(where: isStore))
    }
  }

  private func says(_ holds: Bool) -> [Range<Int>]? { holds ? [] : nil }

  private func offerHas(_ key: RuleCondition.OfferKey) -> Bool {
    guard let offer = post.offer else { return false }
    return switch key {
    case .product: offer.product != nil
    case .price: offer.price != nil
    case .priorPrice: offer.priorPrice != nil
    case .unitPrice: offer.unitPrice != nil
    case .origin: offer.origin != nil
    case .from: offer.from != nil
    case .until: offer.until != nil
    case .stock: offer.stock != nil
    case .loyaltyOnly: offer.isLoyaltyOnly
    case .energyClass: offer.energyClass != nil
    case .agreement: offer.agreement != nil
    }
  }

  /// Leaves 0.05 points for rounding.
  private mutating func discount(above limit: Int) -> [Range<Int>]? {
    let isAbove = { (percent: Double) in percent > Double(limit) + 0.05 }
    let found = discounts.filter { isAbove($0.percent) }.map(\.range)
    if !found.isEmpty { return found }
    guard let price = post.offer?.price, let prior = post.offer?.priorPrice, prior > 0 else {
      return nil
    }
    return says(isAbove(100 * (1 - Double(price) / Double(prior))))
  }

  /// The days of the post: those of the offer, else those of the text.
  private var days: [PeriodScan.Period] {
    mutating get {
      if let offer = post.offer, offer.from != nil || offer.until != nil {
        return [PeriodScan.Period(from: offer.from, until: offer.until, range: 0..<0)]
      }
      return periods
    }
  }

  private mutating func period(
    _ isWanted: (PeriodScan.Period, CivilDate) -> Bool
  ) -> [Range<Int>]? {
    let today = post.day
    let found = days.filter { isWanted($0, today) }
    return found.isEmpty ? nil : found.map(\.range)
  }

  private mutating func ended() -> [Range<Int>]? {
    let today = post.day
    let ends = days.filter { $0.until != nil }
    let isOver = ends.allSatisfy { $0.until.map { $0 < today } ?? false }
    return ends.isEmpty || !isOver ? nil : ends.map(\.range)
  }

  private mutating func isInSales() -> Bool {
    let offer = post.offer.map {
      PeriodScan.Period(from: $0.from, until: $0.until, range: 0..<0)
    }
    let (day, department, sales) = (post.day, post.department, book.sales)
    let today = PeriodScan.Period(from: day, until: day, range: 0..<0)
    return ([today] + (offer.map { [$0] } ?? []) + periods).contains { period in
      let first = period.from ?? day
      let last = period.until ?? first
      return sales.isOpen(from: min(first, last), to: last, in: department)
    }
  }

  private func isMarked(_ mark: RuleCondition.PictureMark) -> Bool {
    post.pictures.contains { mark == .people ? $0.showsPeople : $0.showsMinors }
  }

  /// Whether there is a reference, and no picture that needs one is without.
  private func hasConsent(_ consent: RuleCondition.Consent) -> Bool {
    let references = post.pictures.map { picture in
      let reference = consent == .people ? picture.consent : picture.parents
      let isNeeded = consent == .people ? picture.showsPeople : picture.showsMinors
      return (isGiven: reference?.isEmpty == false, isNeeded: isNeeded)
    }
    return references.contains { $0.isGiven }
      && references.allSatisfy { $0.isGiven || !$0.isNeeded }
  }

  private func isStore(_ trait: RuleCondition.StoreTrait) -> Bool {
    switch trait {
    case .closedSunday: post.isClosedOnSunday
    case .overseas: post.isOverseas
    }
  }
}

extension PeriodScan.Period {
  /// In how many days it begins; 0 when it has begun, or does not say.
  func ahead(of today: CivilDate) -> Int {
    from.map { max(0, $0.daysSince1970 - today.daysSince1970) } ?? 0
  }

  /// Days from the first to the last, both counted; 0 when it does not say when it ends.
  func length(from today: CivilDate) -> Int {
    until.map { $0.daysSince1970 - (from ?? today).daysSince1970 + 1 } ?? 0
  }
}
