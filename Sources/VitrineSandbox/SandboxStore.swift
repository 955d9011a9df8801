/// A store of the register, which becomes one page of the sandbox.
package struct SandboxStore: Sendable, Equatable {
  /// The brand's own number of the store; the page id is derived from it, so it must be unique.
  package var code: String
  /// The page's name as visitors see it.
  package var name: String
  /// Street and house number, shown in `location`.
  package var street: String?
  /// Town, shown in `location` and on the page itself.
  package var city: String?
  /// Postcode, shown in `location`.
  package var postcode: String?
  /// Country as an English name or a code, shown in `location`.
  package var country: String?
  /// Degrees north.
  package var latitude: Double?
  /// Degrees east.
  package var longitude: Double?

  /// Creates a store; everything but code and name only makes its page look more real.
  package init(
    code: String, name: String, street: String? = nil, city: String? = nil,
    postcode: String? = nil, country: String? = nil, latitude: Double? = nil,
    longitude: Double? = nil
  ) {
    self.code = code
    self.name = name
    self.street = street
    self.city = city
    self.postcode = postcode
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
  }
}
