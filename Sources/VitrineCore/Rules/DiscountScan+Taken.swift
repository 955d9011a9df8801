/// The discounts that say how many are taken: « un sur deux remboursé », « payez-en 1, repartez avec 2 ».
extension DiscountScan {
  /// « on rembourse un paquet sur deux », « une boîte sur deux offerte ».
  mutating func oneIn(_ index: Int) {
    guard let all = token(index + 1)?.small, (2...10).contains(all),
      token(index + 1)?.kind == .number,
      let place = places(index - 6, index).last(where: { count($0) == 1 }),
      anyToken(
        places(place - 4, index + 6),
        { $0.begins(with: ["rembours", "offert", "offr", "gratuit"]) })
    else { return }
    add(100 / Double(all), place..<index + 2)
  }

  /// « payez-en 1, repartez avec 2 ».
  mutating func takeMore(_ index: Int) {
    guard let taken = places(index + 1, index + 3).compactMap({ count($0) }).first,
      let pay = places(index - 8, index).last(where: {
        token($0)?.begins(with: ["pay", "achetez", "achete"]) == true
      }),
      let place = places(pay + 1, pay + 3).first(where: { count($0) != nil }),
      let paid = count(place), taken > paid, token(place + 1)?.isSign("€") != true
    else { return }
    add(100 * (taken - paid) / taken, pay..<index + 3)
  }

  /// « prenez-en 2, payez-en 1 ».
  mutating func payFewer(_ index: Int) {
    guard let place = places(index + 1, index + 3).first(where: { count($0) != nil }),
      let paid = count(place), token(place + 1)?.isSign("€") != true,
      let take = places(index - 8, index).last(where: {
        token($0)?.begins(with: ["prenez", "prends", "emport"]) == true
      }),
      let taken = places(take + 1, take + 3).compactMap({ count($0) }).first, taken > paid
    else { return }
    add(100 * (taken - paid) / taken, take..<place + 1)
  }
}
