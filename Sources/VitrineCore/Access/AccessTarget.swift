/// What an action is on: the whole country, some stores, or something of the person's own.
package struct AccessTarget: Hashable, Sendable {
  /// A store as far as access needs to know it.
  package struct Place: Hashable, Sendable {
    /// The store's code.
    package let code: StoreCode
    /// Its region.
    package let region: String
    /// Its format.
    package let format: String
    /// Whether it is closed for good, so that nothing new begins there (rule F14).
    package var isClosed: Bool

    /// Makes a place.
    package init(code: StoreCode, region: String, format: String, isClosed: Bool = false) {
      self.code = code
      self.region = region
      self.format = format
      self.isClosed = isClosed
    }
  }

  /// The stores; `nil` for a national matter, which only the scope `all` covers.
  package let places: [Place]?
  /// Whether it is the person's own: their tokens, their rights.
  package let isOwn: Bool

  /// A national matter.
  package static let national = AccessTarget(places: nil)

  /// Something that concerns no store in particular: any scope will do.
  package static let anywhere = AccessTarget(places: [])

  /// The person's own: for the actions of `Action.freeOnOneself` no grant is needed.
  package static let own = AccessTarget(places: [], isOwn: true)

  /// Some stores, all of which must be covered.
  package init(places: [Place]?) { self.init(places: places, isOwn: false) }

  private init(places: [Place]?, isOwn: Bool) {
    self.places = places
    self.isOwn = isOwn
  }
}
