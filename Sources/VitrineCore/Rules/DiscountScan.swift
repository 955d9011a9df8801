/// The discounts that a text announces, in percent of the price of all that is bought.
///
/// The forms are those of `docs/rules.md`; each sentence is read on its own.
struct DiscountScan {
  /// A discount and the tokens that announce it.
  struct Discount {
    let percent: Double
    let range: Range<Int>
  }

  private(set) var found: [Discount] = []
  let text: TokenizedText
  /// Where a percentage is none of a price: « -20 % d'emballage ».
  private let exceptions: Coverage
  var sentence = 0..<0

  init(_ text: TokenizedText, exceptions: [Range<Int>]) {
    self.text = text
    self.exceptions = Coverage(exceptions)
    for sentence in text.sentences {
      self.sentence = sentence
      percentages()
      for index in sentence { read(at: index) }
    }
  }

  mutating func add(_ percent: Double, _ range: Range<Int>) {
    guard percent > 0, percent <= 100 else { return }
    found.append(Discount(percent: percent, range: range))
  }

  /// The token at a place of this sentence.
  func token(_ index: Int) -> RuleToken? {
    sentence.contains(index) ? text.tokens[index] : nil
  }

  /// The places of this sentence from the first up to, and without, the last.
  func places(_ first: Int, _ last: Int) -> Range<Int> {
    let low = min(max(first, sentence.lowerBound), sentence.upperBound)
    return low..<max(low, min(last, sentence.upperBound))
  }

  func anyToken(_ range: Range<Int>, _ isWanted: (RuleToken) -> Bool) -> Bool {
    text.tokens[range].contains(where: isWanted)
  }

  // MARK: Percentages

  static let advantagesBehind = [
    "remis", "reduc", "rabais", "credit", "cagnott", "rembours", "econom", "avantage", "offerts",
    "ristourn", "promo", "moins", "deduit",
  ]
  static let returnsBehind = ["credit", "cagnott", "rembours", "offert", "gratuit"]
  static let advantagesBefore = [
    "remis", "reduc", "rabais", "baisse", "credit", "economi", "ristourn", "promo", "cagnott",
    "rembours", "solde", "brad", "demarqu", "destock",
  ]
  private static let loyalty = ["credit", "cagnott", "carte", "fidel"]

  private mutating func percentages() {
    var previous: Discount?
    for index in sentence {
      guard let end = percentEnd(index), let amount = text.tokens[index].amount,
        let discount = percentage(amount, index, end)
      else { continue }
      add(discount.percent, discount.range)
      if let previous, isLoyalty(behind: end),
        anyToken(previous.range.upperBound..<discount.range.lowerBound, isJoint)
      {
        add(
          previous.percent + discount.percent,
          previous.range.lowerBound..<discount.range.upperBound)
      }
      previous = discount
    }
  }

  /// The place behind the `%` behind a number.
  func percentEnd(_ index: Int) -> Int? {
    guard token(index)?.kind == .number, token(index + 1)?.isSign("%") == true else { return nil }
    return index + 2
  }

  private func percentage(_ amount: Double, _ index: Int, _ end: Int) -> Discount? {
    let isSigned = isMinus(before: index)
    let start = isSigned ? index - 1 : index
    guard amount <= 100, !exceptions.contains(index..<end) else { return nil }
    let isReturned = anyToken(places(end, end + 6)) { $0.begins(with: Self.returnsBehind) }
    let isFree = anyToken(places(end, end + 4)) { $0.begins(with: ["offert", "gratuit"]) }
    if token(index - 1)?.isSign("+") == true, isFree {
      // « +50 % de produit offert »: two thirds of what one gets are paid.
      return Discount(percent: 100 * amount / (100 + amount), range: index - 1..<end)
    }
    let rank = rank(around: index, end)
    let isAdvantage =
      isSigned || isReturned || rank?.isBehind == true || isVoucher(behind: end)
      || anyToken(places(end, end + 3)) { $0.begins(with: Self.advantagesBehind) }
      || anyToken(places(index - 4, index)) { $0.begins(with: Self.advantagesBefore) }
    guard isAdvantage else { return nil }
    return Discount(percent: amount / Double(rank?.number ?? 1), range: start..<end)
  }

  /// `-`, or « moins » that is not « au moins ».
  private func isMinus(before index: Int) -> Bool {
    if token(index - 1)?.isSign("-") == true { return true }
    return token(index - 1)?.isWord("moins") == true && token(index - 2)?.isWord("au") != true
  }

  /// « 50 % en bons d'achat », « 50 % de votre achat en bon ».
  func isVoucher(behind end: Int) -> Bool {
    places(end, end + 5).contains { place in
      token(place)?.isWord("en") == true && token(place + 1)?.isOne(of: ["bon", "bons"]) == true
    }
  }

  private func isJoint(_ token: RuleToken) -> Bool {
    token.isSign("+") || token.isOne(of: ["et", "plus", "puis"])
  }

  private func isLoyalty(behind end: Int) -> Bool {
    anyToken(places(end, end + 6)) { $0.begins(with: Self.loyalty) }
  }

  /// The rank that a percentage is for: behind `sur` at most seven tokens on, behind `le`, `dès`,
  /// `pour` at once, else at most twelve before.
  private func rank(around index: Int, _ end: Int) -> (number: Int, isBehind: Bool)? {
    for place in places(end, end + 7) where token(place)?.isWord("sur") == true {
      for next in places(place + 1, end + 7) {
        if let rank = rank(at: next) { return (rank, true) }
      }
    }
    for place in places(index - 12, index).reversed() {
      if let rank = rank(at: place) { return (rank, false) }
    }
    if token(end)?.isOne(of: ["le", "la", "des", "pour"]) == true {
      if let rank = rank(at: end + 1) ?? rank(at: end + 2) { return (rank, true) }
    }
    return nil
  }

  private static let rankWords = [
    "deuxieme": 2, "second": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5,
    "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10, "onzieme": 11,
    "douzieme": 12,
  ]
  private static let rankEnds = ["e", "eme", "em", "nd", "nde", "ieme"]

  /// What has a rank in time or place, and is not bought: « le 2e dimanche de l'Avent ».
  private static let rankedElsewhere = [
    "dimanche", "samedi", "jour", "semaine", "mois", "annee", "edition", "anniversaire", "fois",
    "etage", "rayon", "allee", "demarque", "round", "manche", "mi", "age", "trimestre", "vague",
  ]

  /// The rank that begins at a place: `2e`, `deuxième`.
  func rank(at index: Int) -> Int? {
    guard let rank = anyRank(at: index) else { return nil }
    let next = token(index)?.kind == .word ? index + 1 : index + 2
    return token(next)?.isOne(of: Self.rankedElsewhere) == true ? nil : rank
  }

  private func anyRank(at index: Int) -> Int? {
    guard let token = token(index) else { return nil }
    if token.kind == .word { return Self.rankWords[token.text] }
    guard let number = token.small, number > 1, let end = self.token(index + 1),
      end.isOne(of: Self.rankEnds), end.bytes.lowerBound == token.bytes.upperBound
    else { return nil }
    return number
  }
}
