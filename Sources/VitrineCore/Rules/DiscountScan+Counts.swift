/// The discounts that stand in counts: « le 3e offert », « 3 pour le prix de 2 », « moitié prix ».
extension DiscountScan {
  /// « le 2e remboursé », but not « le 2e remboursé à 50 % ».
  ///
  /// Answers whether there is a rank at all.
  mutating func givenBack(_ index: Int) -> Bool {
    guard let place = places(index - 9, index).last(where: { rank(at: $0) != nil }),
      let rank = rank(at: place)
    else { return false }
    guard place >= index - 5,
      !anyToken(places(place, index + 4), { $0.isSign("%") || $0.isSign("€") })
    else { return true }
    add(100 / Double(rank), place..<index + 1)
    return true
  }

  /// « la 2e à 0 € », « le 3e à 1 centime ».
  mutating func almostNothing(_ index: Int) {
    let cents = count(index + 1).flatMap { amount in
      token(index + 2)?.isOne(of: ["centime", "centimes"]) == true ? amount / 100 : nil
    }
    guard let amount = price(at: index + 1)?.amount ?? cents, amount < 0.1,
      let place = places(index - 6, index).last(where: { rank(at: $0) != nil }),
      let rank = rank(at: place)
    else { return }
    add(100 / Double(rank), place..<index + 2)
  }

  static var freeWords: [String] {
    [
      "offert", "offerte", "offerts", "offertes", "gratuit", "gratuite", "gratuits", "gratuites",
      "gratuitement",
    ]
  }

  /// « moitié prix », for all or for a rank at most seven tokens away.
  mutating func halfPrice(_ index: Int) {
    let rank = places(index - 7, index + 9).compactMap { self.rank(at: $0) }.first
    add(50 / Double(rank ?? 1), index..<index + 2)
  }

  /// « la moitié remboursée », « nous vous créditons la moitié », « la moitié en moins », « la moitié
  /// de votre achat en bon d'achat ».
  mutating func halfBack(_ index: Int) {
    let isBack = anyToken(places(index - 4, index + 5)) {
      $0.begins(with: ["rembours", "credit", "cagnott", "offert", "offr", "rend"])
    }
    let isLess = token(index + 1)?.isWord("en") == true && token(index + 2)?.isWord("moins") == true
    if isBack || isLess || isVoucher(behind: index + 1) { add(50, index..<index + 1) }
  }

  /// « on vous offre le 2e », but not « l'offre : le 2e à -50 % ».
  mutating func givenRank(_ index: Int) {
    guard token(index - 1)?.isOne(of: ["on", "vous", "nous", "magasin", "equipe"]) == true,
      token(index + 1)?.isOne(of: ["le", "la", "les"]) == true, let rank = rank(at: index + 2),
      !anyToken(places(index + 3, index + 8), { $0.isSign("%") || $0.isSign("€") })
    else { return }
    add(100 / Double(rank), index..<index + 3)
  }

  /// « le 3e offert », « 2 achetés = 1 offert », « 2 + 1 offert », « lot de 6 dont 1 offert ».
  mutating func free(_ index: Int) {
    // « la 3e et la 4e offertes » are two of four.
    let ranks = places(index - 9, index).compactMap { place in
      rank(at: place).map { (place: place, rank: $0) }
    }
    if let last = ranks.last, last.place >= index - 6 {
      let listed = ranks.last { $0.place < last.place && isList($0.place, last.place) }
      let first = listed ?? last
      add(100 * (listed == nil ? 1 : 2) / Double(last.rank), first.place..<index + 1)
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

  /// Whether between two ranks stands nothing but « et la ».
  private func isList(_ first: Int, _ second: Int) -> Bool {
    let between = ["et", "e", "eme", "le", "la", "les"]
    return second - first <= 5
      && !anyToken(places(first + 1, second)) { !$0.isOne(of: between) }
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

  /// A small number in digits or words, or `un` and `une`.
  func count(_ index: Int) -> Double? {
    guard let token = token(index) else { return nil }
    if token.isWord("un") || token.isWord("une") { return 1 }
    guard let number = token.small, (1...100).contains(number) else { return nil }
    return Double(number)
  }

  /// Whether so many must be bought: « 2 + », « 2 boîtes achetées », « 2 pris ».
  private func isPaid(_ index: Int, before last: Int) -> Bool {
    // « 2 + 1 offert », « 24 rouleaux + 24 offerts »
    if token(index)?.kind == .number,
      anyToken(places(index + 1, min(index + 3, last)), { $0.isSign("+") })
    {
      return true
    }
    return anyToken(places(index + 1, min(index + 5, last))) {
      $0.begins(with: ["achet", "pris"]) && !$0.isWord("prise")
    }
  }

  /// « 3 pour le prix de 2 », « deux pour le prix d'une », « le lot de 2 au prix d'un seul ».
  mutating func priceOfFewer(_ index: Int) {
    let isFor = token(index - 1)?.isWord("le") == true && token(index - 2)?.isWord("pour") == true
    guard isFor || token(index - 1)?.isWord("au") == true,
      token(index + 1)?.isOne(of: ["de", "d"]) == true, let paid = count(index + 2),
      token(index + 3)?.isSign("€") != true
    else { return }
    for place in places(index - 6, index - 1).reversed() {
      guard let all = token(place)?.small.map(Double.init) else { continue }
      if all > paid, all <= 100 { add(100 * (all - paid) / all, place..<index + 3) }
      return
    }
  }

  /// « 3 pour 2 » and « 2 pour 1 », but not « 3 pour 2 € » nor « 2 pour 4 personnes ».
  mutating func fewer(_ index: Int) {
    guard let all = token(index - 1)?.small, let paid = token(index + 1)?.small, paid > 0,
      (paid + 1...paid + 2).contains(all), all <= 6, token(index + 2)?.isSign("€") != true,
      token(index + 2)?.begins(with: ["euro", "eur", "pers", "cent", "e"]) != true
    else { return }
    add(100 * Double(all - paid) / Double(all), index - 1..<index + 2)
  }
}
