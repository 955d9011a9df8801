/// The discounts that stand in prices.
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
    case "coupe", "coupes", "coupons":
      // « prix coupés en deux », « on coupe les prix en deux », but not « coupez l'avocat en deux ».
      guard let end = places(index + 1, index + 5).first(where: isInTwo),
        anyToken(places(index - 1, end), { $0.isWord("prix") })
      else { return }
      add(50, index..<end + 2)
    case "prix": priceOfFewer(index)
    case "pour": fewer(index)
    case "sur": oneIn(index)
    case "payez", "paye", "payes", "paies": payFewer(index)
    case "repartez", "repars", "emportez", "emporte": takeMore(index)
    case "lieu": instead(index)
    case "contre", "vs": against(index)
    case "de", "d": fromTo(index)
    case "→": arrow(index)
    case "barre", "barres", "habituel", "normal", "initial", "avant", "anterieur", "precedent",
      "reference":
      earlierPrice(index)
    case "offre", "offrons", "offrent": givenRank(index)
    case "€": perPurchase(index)
    case "rembourse", "remboursee", "rembourses", "remboursees", "cadeau":
      // « le 2e remboursé », or a count as in « 1 acheté = 1 remboursé ».
      if !givenBack(index) { free(index) }
    case "a": almostNothing(index)
    default: if token.isOne(of: Self.freeWords) { free(index) }
    }
  }

  private func isInTwo(_ index: Int) -> Bool {
    token(index)?.isWord("en") == true && token(index + 1)?.small == 2
  }

  /// « 4,95 € (prix barré 9,90 €) », « 5 €, avant 8 € ».
  private mutating func earlierPrice(_ index: Int) {
    let before = places(index - 8, index).reversed().compactMap { price(at: $0) }
    let behind = price(at: index + 1) ?? price(at: index + 2)
    if let prior = before.first, prior.range.upperBound == index, let price = behind,
      price.amount < prior.amount
    {
      // « 249 € avant, 189 € maintenant »
      cut(from: prior, to: price)
    } else if let prior = behind {
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
        isVoucher(behind: back.range.upperBound)
          || anyToken(
            places(back.range.upperBound, back.range.upperBound + 3),
            { $0.begins(with: ["credit", "cagnott", "offert", "rembours", "remis"]) })
      else { continue }
      let low = min(back.range.lowerBound, spent.range.lowerBound)
      let high = max(back.range.upperBound, spent.range.upperBound)
      add(100 * back.amount / spent.amount, low..<high)
      return
    }
  }

  /// « 3,99 € → 2,49 € ».
  private mutating func arrow(_ index: Int) {
    guard let price = price(at: index + 1) else { return }
    // « 5,50 €/kg → 4,20 €/kg »
    if let prior = places(index - 5, index).compactMap({ self.price(at: $0) }).last {
      cut(from: prior, to: price)
    }
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
