/// The discounts that have no percent sign.
extension DiscountScan {
  /// Reads the form whose mark stands at a place.
  mutating func read(at index: Int) {
    guard let token = token(index) else { return }
    switch token.text {
    case "moitie", "moitier", "demi":
      if self.token(index + 1)?.isOne(of: ["prix", "tarif"]) == true {
        halfPrice(index)
      } else if !token.isWord("demi") {
        halfBack(index)
      }
    case "divise", "divises":
      guard self.token(index + 1)?.isWord("par") == true,
        let part = self.token(index + 2)?.small, part > 1
      else { return }
      add(100 - 100 / Double(part), index..<index + 3)
    case "prix": priceOfFewer(index)
    case "pour": fewer(index)
    case "lieu": instead(index)
    case "contre": against(index)
    case "de", "d": fromTo(index)
    case "→": arrow(index)
    case "barre", "barres", "habituel", "normal", "initial", "avant", "anterieur", "precedent",
      "reference":
      earlierPrice(index)
    case "offre", "offrons", "offrent": givenRank(index)
    case "€": perPurchase(index)
    default: if token.isOne(of: Self.freeWords) { free(index) }
    }
  }

  /// « 4,95 € (prix barré 9,90 €) », « 5 €, avant 8 € ».
  private mutating func earlierPrice(_ index: Int) {
    let before = places(index - 8, index).reversed().compactMap { price(at: $0) }
    if let prior = price(at: index + 1) ?? price(at: index + 2) {
      if let price = before.first { cut(from: prior, to: price) }
    } else if token(index)?.isOne(of: ["barre", "barres"]) == true, before.count > 1,
      before[0].range.upperBound == index
    {
      // « 2,99 € (4,99 € barré) »
      cut(from: before[0], to: before[1])
    }
  }

  /// « 5 € crédités pour 10 € d'achat », « pour 2 € dépensés, 1 € offert ».
  private mutating func perPurchase(_ index: Int) {
    guard let spent = price(at: index - 1), spent.amount > 0,
      anyToken(places(index + 1, index + 4), { $0.begins(with: ["achat", "achet", "depens"]) })
    else { return }
    for place in places(index - 12, index + 12) where place != index - 1 {
      guard let back = price(at: place), back.amount < spent.amount,
        anyToken(
          places(back.range.upperBound, back.range.upperBound + 3),
          { $0.begins(with: ["credit", "cagnott", "offert", "rembours", "remis"]) })
      else { continue }
      let low = min(back.range.lowerBound, spent.range.lowerBound)
      let high = max(back.range.upperBound, spent.range.upperBound)
      add(100 * back.amount / spent.amount, low..<high)
      return
    }
  }

  private static var freeWords: [String] {
    [
      "offert", "offerte", "offerts", "offertes", "gratuit", "gratuite", "gratuits", "gratuites",
      "gratuitement",
    ]
  }

  /// « moitié prix », for all or for a rank at most seven tokens away.
  private mutating func halfPrice(_ index: Int) {
    let rank = places(index - 7, index + 9).compactMap { self.rank(at: $0) }.first
    add(50 / Double(rank ?? 1), index..<index + 2)
  }

  /// « la moitié remboursée », « nous vous créditons la moitié ».
  private mutating func halfBack(_ index: Int) {
    let isBack = anyToken(places(index - 4, index + 5)) {
      $0.begins(with: ["rembours", "credit", "cagnott", "offert", "offr"])
    }
    if isBack { add(50, index..<index + 1) }
  }

  /// « on vous offre le 2e », but not « l'offre : le 2e à -50 % ».
  private mutating func givenRank(_ index: Int) {
    guard token(index - 1)?.isOne(of: ["on", "vous", "nous", "magasin", "equipe"]) == true,
      token(index + 1)?.isOne(of: ["le", "la", "les"]) == true, let rank = rank(at: index + 2),
      !anyToken(places(index + 3, index + 8), { $0.isSign("%") || $0.isSign("€") })
    else { return }
    add(100 / Double(rank), index..<index + 3)
  }

  /// « 3,99 € → 2,49 € ».
  private mutating func arrow(_ index: Int) {
    guard let price = price(at: index + 1) else { return }
    let before = places(index - 3, index).compactMap { self.price(at: $0) }
    if let prior = before.last(where: { $0.range.upperBound == index }) {
      cut(from: prior, to: price)
    }
  }

  /// « le 3e offert », « 2 achetés = 1 offert », « 2 + 1 offert », « lot de 6 dont 1 offert ».
  private mutating func free(_ index: Int) {
    // « la 3e et la 4e offertes » are two of four.
    let ranks = places(index - 9, index).compactMap { place in
      rank(at: place).map { (place: place, rank: $0) }
    }
    if let first = ranks.first, let last = ranks.last, last.place >= index - 6 {
      let isList = ranks.count > 1 && Set(ranks.map(\.rank)).count == ranks.count
      let count = isList ? ranks.count : 1
      add(100 * Double(count) / Double(last.rank), (isList ? first : last).place..<index + 1)
      return
    }
    if token(index - 1)?.isWord("cher") == true, token(index - 2)?.isWord("moins") == true {
      cheapest(index)
      return
    }
    guard let place = countPlace(before: index), let count = count(place) else { return }
    if let paid = paid(around: place, index) {
      add(100 * count / (paid + count), place..<index + 1)
    } else if token(place - 1)?.isWord("dont") == true {
      for earlier in places(place - 6, place).reversed() {
        guard let all = token(earlier)?.small.map(Double.init), all > count else { continue }
        add(100 * count / all, earlier..<index + 1)
        return
      }
    }
  }

  /// « 3 achetés, le moins cher offert »: one of those that are taken.
  private mutating func cheapest(_ index: Int) {
    for place in places(index - 9, index - 2).reversed() {
      guard let all = count(place), all > 1 else { continue }
      add(100 / all, place..<index + 1)
      return
    }
  }

  /// How many must be paid: before the count in eight tokens, else behind in eight.
  private func paid(around place: Int, _ index: Int) -> Double? {
    for earlier in places(place - 8, place).reversed() {
      if let paid = count(earlier), isPaid(earlier, before: place) { return paid }
    }
    for later in places(index + 1, index + 9) {
      if let paid = count(later), isPaid(later, before: sentence.upperBound) { return paid }
    }
    return nil
  }

  /// The count of what is free, one or two tokens before the word; « 30 % offerts » has none.
  private func countPlace(before index: Int) -> Int? {
    guard token(index - 1)?.isSign("%") != true, token(index - 1)?.isSign("€") != true else {
      return nil
    }
    return [index - 1, index - 2].first { count($0) != nil }
  }

  private func count(_ index: Int) -> Double? {
    guard let token = token(index) else { return nil }
    if token.isWord("un") || token.isWord("une") { return 1 }
    guard let number = token.small, (1...100).contains(number) else { return nil }
    return Double(number)
  }

  /// Whether so many must be bought: « 2 + », « 2 boîtes achetées », « 2 pris ».
  private func isPaid(_ index: Int, before last: Int) -> Bool {
    if token(index + 1)?.isSign("+") == true, token(index)?.kind == .number { return true }
    return anyToken(places(index + 1, min(index + 5, last))) {
      $0.begins(with: ["achet", "pris"]) && !$0.isWord("prise")
    }
  }

  /// « 3 pour le prix de 2 », « deux pour le prix d'une ».
  private mutating func priceOfFewer(_ index: Int) {
    guard token(index - 1)?.isWord("le") == true, token(index - 2)?.isWord("pour") == true,
      token(index + 1)?.isOne(of: ["de", "d"]) == true, let paid = count(index + 2)
    else { return }
    for place in places(index - 6, index - 2).reversed() {
      guard let all = token(place)?.small.map(Double.init) else { continue }
      if all > paid, all <= 100 { add(100 * (all - paid) / all, place..<index + 3) }
      return
    }
  }

  /// « 3 pour 2 » and « 2 pour 1 », but not « 3 pour 2 € » nor « 2 pour 4 personnes ».
  private mutating func fewer(_ index: Int) {
    guard let all = token(index - 1)?.small, let paid = token(index + 1)?.small, paid > 0,
      (paid + 1...paid + 2).contains(all), all <= 6, token(index + 2)?.isSign("€") != true,
      token(index + 2)?.begins(with: ["euro", "eur", "pers", "cent", "e"]) != true
    else { return }
    add(100 * Double(all - paid) / Double(all), index - 1..<index + 2)
  }

  /// « 5 € au lieu de 8 € »: the last price before, else the first behind.
  private mutating func instead(_ index: Int) {
    guard token(index - 1)?.isWord("au") == true, token(index + 1)?.isOne(of: ["de", "d"]) == true
    else { return }
    let earlier = places(index - 13, index - 1).reversed().compactMap { price(at: $0) }.first
    guard let prior = firstPrice(in: places(index + 2, index + 6)) else {
      // « 2,50 € au lieu de 4,90 »
      if let earlier, let amount = token(index + 2)?.amount, token(index + 2)?.kind == .number {
        cut(from: Price(amount: amount, range: index + 2..<index + 3), to: earlier)
      }
      return
    }
    let end = prior.range.upperBound
    guard let price = earlier ?? firstPrice(in: places(end, end + 12)) else { return }
    cut(from: prior, to: price)
  }

  /// « 5 € contre 8 € ».
  private mutating func against(_ index: Int) {
    guard let prior = price(at: index + 1),
      let price = places(index - 6, index).reversed().compactMap({ price(at: $0) }).first
    else { return }
    cut(from: prior, to: price)
  }

  /// « passe de 12 € à 6 € ».
  private mutating func fromTo(_ index: Int) {
    guard let prior = price(at: index + 1), token(prior.range.upperBound)?.isWord("a") == true,
      let price = price(at: prior.range.upperBound + 1)
    else { return }
    cut(from: prior, to: price)
  }

  private mutating func cut(from prior: Price, to price: Price) {
    guard price.amount < prior.amount, prior.amount > 0 else { return }
    let range =
      min(
        prior.range.lowerBound, price.range.lowerBound)..<max(
        prior.range.upperBound, price.range.upperBound)
    add(100 * (1 - price.amount / prior.amount), range)
  }

  /// A price in euros and its tokens.
  struct Price {
    let amount: Double
    let range: Range<Int>
  }

  private func firstPrice(in range: Range<Int>) -> Price? {
    range.compactMap { price(at: $0) }.first
  }

  /// The price that begins at a place: `2,50 €`, `2€50`, `3 euros`.
  func price(at index: Int) -> Price? {
    guard let token = token(index), token.kind == .number, let amount = token.amount,
      let sign = self.token(index + 1),
      sign.isSign("€") || sign.isOne(of: ["euro", "euros", "eur"])
    else { return nil }
    if let cents = self.token(index + 2), cents.source == sign.source,
      cents.bytes.lowerBound == sign.bytes.upperBound, let value = cents.small, value < 100
    {
      return Price(amount: amount + Double(value) / 100, range: index..<index + 3)
    }
    return Price(amount: amount, range: index..<index + 2)
  }
}
