/// A rule of retail law, of a network or of the house, as `content-library/rules` writes it.
package struct RetailRule: Hashable, Sendable {
  /// The id, `alcohol-message`.
  package var id: String
  /// What it asks for.
  package var title: String
  /// The article that it rests on.
  package var article: String
  /// What is doubtful about it.
  package var note: String?
  /// The day on which somebody last read the source.
  package var checkedOn: CivilDate
  /// The first day of publication on which it binds.
  package var from: CivilDate?
  /// The last day of publication on which it binds.
  package var until: CivilDate?
  /// Who answers for it at head office.
  package var owner: String
  /// How much a finding weighs.
  package var severity: RuleFinding.Severity
  /// What must hold for it to apply: every item.
  package var when: [RuleItem]
  /// What lets it not apply: any item.
  package var except: [RuleItem]
  /// What it asks for: every item; without any, applying is the finding.
  package var require: [RuleItem]
  /// Phrases inside which those of `when` do not count.
  package var unless: [Phrase]
  /// What would mend a post.
  package var fix: String

  /// Makes a rule.
  package init(
    id: String, title: String, article: String, note: String? = nil, checkedOn: CivilDate,
    from: CivilDate? = nil, until: CivilDate? = nil, owner: String,
    severity: RuleFinding.Severity, when: [RuleItem], except: [RuleItem] = [],
    require: [RuleItem] = [], unless: [Phrase] = [], fix: String
  ) {
    self.id = id
    self.title = title
    self.article = article
    self.note = note
    self.checkedOn = checkedOn
    self.from = from
    self.until = until
    self.owner = owner
    self.severity = severity
    self.when = when
    self.except = except
    self.require = require
    self.unless = unless
    self.fix = fix
  }
}

/// An item of `when`, `except` or `require`: conditions of which one suffices.
package struct RuleItem: Hashable, Sendable {
  /// The conditions.
  package var conditions: [RuleCondition]

  /// Makes an item.
  package init(_ conditions: [RuleCondition]) { self.conditions = conditions }
}

/// Something that holds of a post or does not; a list holds when one entry does.
package enum RuleCondition: Hashable, Sendable {
  /// The post is about one of these subjects.
  case about([String])
  /// The text has one of these phrases.
  case says([Phrase])
  /// The offer has one of these keys.
  case offer([OfferKey])
  /// A discount is greater, in percent.
  case discountAbove(Int)
  /// A period begins more than so many days after the publication.
  case daysAhead(Int)
  /// A period has more days.
  case lastsLonger(Int)
  /// There are periods with an end, and all ended before the publication.
  case ended
  /// No day of the post lies in the legal sales of the store.
  case outsideSales
  /// A picture is marked so.
  case photo([PictureMark])
  /// The reference of the agreement is there.
  case consent([Consent])
  /// The post goes to one of these networks.
  case network([Network])
  /// The store is such a one.
  case store([StoreTrait])

  /// A key of an offer.
  package enum OfferKey: String, CaseIterable, Sendable {
    case product, price, priorPrice, unitPrice, origin, from, until, stock, loyaltyOnly, energyClass
    case agreement
  }

  /// Who can be recognised in a picture.
  package enum PictureMark: String, CaseIterable, Sendable {
    case people, minors
  }

  /// Whose agreement there is.
  package enum Consent: String, CaseIterable, Sendable {
    case people, parents
  }

  /// Something about the store.
  package enum StoreTrait: String, CaseIterable, Sendable {
    /// Its hours have no Sunday that week.
    case closedSunday = "closed-sunday"
    /// Its department begins with 97 or 98.
    case overseas
  }
}

/// Something that a post can be about, and the words that show it.
package struct RuleSubject: Hashable, Sendable {
  /// The id, `alcohol`.
  package var id: String
  /// The name for people.
  package var title: String
  /// Whether a template may declare it.
  package var isFamily: Bool
  /// Whether the phrases that the book ignores do not show it: utensils, colours and toys name foods.
  package var heedsIgnored: Bool
  /// What a post about it is about as well.
  package var partOf: [String]
  /// The words and phrases that show it.
  package var says: [Phrase]
  /// Phrases inside which those do not count.
  package var unless: [Phrase]

  /// Makes a subject.
  package init(
    id: String, title: String, isFamily: Bool = false, heedsIgnored: Bool = false,
    partOf: [String] = [], says: [Phrase], unless: [Phrase] = []
  ) {
    self.id = id
    self.title = title
    self.isFamily = isFamily
    self.heedsIgnored = heedsIgnored
    self.partOf = partOf
    self.says = says
    self.unless = unless
  }
}
