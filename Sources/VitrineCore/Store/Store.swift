/// A shop, as the register of head office has it.
///
/// Every text is NFC. `""` stands for an optional text that the register leaves empty.
package struct Store: Hashable, Sendable {
  /// The code that names the store everywhere.
  package var code: StoreCode
  /// The name on the front, and the name of its pages.
  package var name: String
  /// The size and kind.
  package var format: StoreFormat
  /// Number and street.
  package var address: String
  /// The postcode; text, since it may begin with a zero.
  package var postcode: String
  /// The town.
  package var city: String
  /// The department's number, such as `2A` or `974`; empty outside France.
  package var department: String
  /// The region; in France one of the 18 of `FrenchRegion`.
  package var region: String
  /// The country, two letters of ISO 3166.
  package var country: String
  /// Degrees north, if known.
  package var latitude: Coordinate?
  /// Degrees east, if known.
  package var longitude: Coordinate?
  /// The IANA time zone by which the store lives.
  package var timeZone: String
  /// Who runs the store.
  package var mode: StoreMode
  /// The telephone number as people read it.
  package var phone: String
  /// The hours of a usual week, if known.
  package var hours: OpeningHours?
  /// Words to pick stores by: `drive`, `wine`; in byte order, each once.
  package var tags: [String]
  /// The first day on which the store is open, if the register says.
  package var opensOn: CivilDate?
  /// The first day on which it is closed for good, if the register says.
  package var closesOn: CivilDate?
  /// The retailer's own columns by their names, `x-…`; empty values are left out.
  package var extra: [String: String]

  /// Makes a store; what is right is for `StoreRegister` to say.
  package init(
    code: StoreCode, name: String, format: StoreFormat, address: String = "",
    postcode: String = "", city: String, department: String = "", region: String,
    country: String = "FR", latitude: Coordinate? = nil, longitude: Coordinate? = nil,
    timeZone: String = "Europe/Paris", mode: StoreMode = .integrated, phone: String = "",
    hours: OpeningHours? = nil, tags: [String] = [], opensOn: CivilDate? = nil,
    closesOn: CivilDate? = nil, extra: [String: String] = [:]
  ) {
    self.code = code
    self.name = name
    self.format = format
    self.address = address
    self.postcode = postcode
    self.city = city
    self.department = department
    self.region = region
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.timeZone = timeZone
    self.mode = mode
    self.phone = phone
    self.hours = hours
    self.tags = tags
    self.opensOn = opensOn
    self.closesOn = closesOn
    self.extra = extra
  }
}
