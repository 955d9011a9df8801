/// What an offer says, filled for one post: what rules and the end of the offer are judged by.
///
/// Amounts are millionths of a euro (`FieldValue.millionths`): exact, and compared without floating
/// point.
package struct Offer: Hashable, Codable, Sendable {
  /// What is sold.
  package var product: String?
  /// The price during the offer, in millionths of a euro.
  package var price: Int?
  /// The lowest price of the 30 days before (article L112-1-1 of the Code de la consommation), in millionths.
  package var priorPrice: Int?
  /// The price per kilo or litre, in millionths of a euro.
  package var unitPrice: Int?
  /// Where a fresh product comes from.
  package var origin: String?
  /// The first day.
  package var from: CivilDate?
  /// The last day, on which the offer still holds.
  package var until: CivilDate?
  /// How many pieces there are, when the offer ends with them.
  package var stock: Int?
  /// Whether it is only for holders of the loyalty card.
  package var isLoyaltyOnly: Bool
  /// The energy class with its range, `C (A-G)`.
  package var energyClass: String?
  /// The reference of the written agreement on fresh fruit and vegetables (L443-1).
  package var agreement: String?

  /// Makes an offer.
  package init(
    product: String? = nil, price: Int? = nil, priorPrice: Int? = nil, unitPrice: Int? = nil,
    origin: String? = nil, from: CivilDate? = nil, until: CivilDate? = nil, stock: Int? = nil,
    isLoyaltyOnly: Bool = false, energyClass: String? = nil, agreement: String? = nil
  ) {
    self.product = product
    self.price = price
    self.priorPrice = priorPrice
    self.unitPrice = unitPrice
    self.origin = origin
    self.from = from
    self.until = until
    self.stock = stock
    self.isLoyaltyOnly = isLoyaltyOnly
    self.energyClass = energyClass
    self.agreement = agreement
  }
}

extension CivilDate: Codable {
  /// Reads ISO 8601, `2026-11-22`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = MessageValidity.Moment(try container.decode(String.self))?.date else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
    }
    self = date
  }

  /// Writes ISO 8601.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
