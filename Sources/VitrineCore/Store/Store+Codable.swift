extension Store: Codable {
  /// The keys, as in the register's header; `extra` holds the `x-…` columns.
  private enum CodingKeys: String, CodingKey {
    case code, name, format, address, postcode, city, department, region, country
    case latitude, longitude
    case timeZone = "timezone"
    case mode, phone, hours, tags, opensOn, closesOn, extra
  }

  /// Reads what `encode` wrote; a key that is absent means an empty value.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String {
      try values.decodeIfPresent(String.self, forKey: key) ?? ""
    }
    func date(_ key: CodingKeys) throws -> CivilDate? {
      guard let text = try values.decodeIfPresent(String.self, forKey: key) else { return nil }
      guard let date = CivilDate(register: text) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: values, debugDescription: "not a date")
      }
      return date
    }
    self.init(
      code: try values.decode(StoreCode.self, forKey: .code), name: try text(.name),
      format: try values.decode(StoreFormat.self, forKey: .format), address: try text(.address),
      postcode: try text(.postcode), city: try text(.city), department: try text(.department),
      region: try text(.region), country: try text(.country),
      latitude: try values.decodeIfPresent(Coordinate.self, forKey: .latitude),
      longitude: try values.decodeIfPresent(Coordinate.self, forKey: .longitude),
      timeZone: try text(.timeZone),
      mode: try values.decodeIfPresent(StoreMode.self, forKey: .mode) ?? .integrated,
      phone: try text(.phone),
      hours: try values.decodeIfPresent(OpeningHours.self, forKey: .hours),
      tags: try values.decodeIfPresent([String].self, forKey: .tags) ?? [],
      opensOn: try date(.opensOn), closesOn: try date(.closesOn),
      extra: try values.decodeIfPresent([String: String].self, forKey: .extra) ?? [:])
  }

  /// Writes the texts always, and what else there is.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(code, forKey: .code)
    try values.encode(name, forKey: .name)
    try values.encode(format, forKey: .format)
    try values.encode(address, forKey: .address)
    try values.encode(postcode, forKey: .postcode)
    try values.encode(city, forKey: .city)
    try values.encode(department, forKey: .department)
    try values.encode(region, forKey: .region)
    try values.encode(country, forKey: .country)
    try values.encodeIfPresent(latitude, forKey: .latitude)
    try values.encodeIfPresent(longitude, forKey: .longitude)
    try values.encode(timeZone, forKey: .timeZone)
    try values.encode(mode, forKey: .mode)
    try values.encode(phone, forKey: .phone)
    try values.encodeIfPresent(hours, forKey: .hours)
    try values.encode(tags, forKey: .tags)
    try values.encodeIfPresent(opensOn?.description, forKey: .opensOn)
    try values.encodeIfPresent(closesOn?.description, forKey: .closesOn)
    if !extra.isEmpty { try values.encode(extra, forKey: .extra) }
  }
}

extension CivilDate {
  /// Reads the one form of a date in a register, `2026-11-22`.
  init?(register text: String) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), reader.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
