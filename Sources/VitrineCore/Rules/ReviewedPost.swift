/// A post as the rules look at it: what it says, where, when, and what people declared about it.
package struct ReviewedPost: Sendable {
  /// The text as it will be published on one network.
  package var text: String
  /// What was filled in from the register: it shows no subject, since a store in Cognac does not
  /// sell brandy with each of its opening hours.
  package var registerWords: [String]
  /// The alternative texts of the pictures.
  package var alts: [String]
  /// The network.
  package var network: Network
  /// The day of publication where the store is.
  package var day: CivilDate
  /// The families that the template declares.
  package var families: [String]
  /// The offer, if there is one.
  package var offer: Offer?
  /// What people declared about the pictures.
  package var pictures: [PictureDeclaration]
  /// The department of the store, `35`, `2A`, `974`; empty where it has none.
  package var department: String
  /// Whether the store's hours have no Sunday; false when they are not known.
  package var isClosedOnSunday: Bool

  /// Whether the store is in an overseas department or territory of France.
  package var isOverseas: Bool { department.hasPrefix("97") || department.hasPrefix("98") }

  /// Makes a post to look at.
  package init(
    text: String, registerWords: [String] = [], alts: [String] = [], network: Network = .facebook,
    day: CivilDate, families: [String] = [], offer: Offer? = nil,
    pictures: [PictureDeclaration] = [], department: String = "", isClosedOnSunday: Bool = false
  ) {
    self.text = text
    self.registerWords = registerWords
    self.alts = alts
    self.network = network
    self.day = day
    self.families = families
    self.offer = offer
    self.pictures = pictures
    self.department = department
    self.isClosedOnSunday = isClosedOnSunday
  }
}

/// What somebody declared about the people in a picture; the rules on consent rest on it.
package struct PictureDeclaration: Hashable, Codable, Sendable {
  /// Whether people can be recognised.
  package var showsPeople: Bool
  /// Whether children can be recognised.
  package var showsMinors: Bool
  /// The reference of their written agreement.
  package var consent: String?
  /// The reference of their parents' written agreement.
  package var parents: String?

  /// Makes a declaration; nobody can be recognised unless said otherwise.
  package init(
    showsPeople: Bool = false, showsMinors: Bool = false, consent: String? = nil,
    parents: String? = nil
  ) {
    self.showsPeople = showsPeople
    self.showsMinors = showsMinors
    self.consent = consent
    self.parents = parents
  }
}
