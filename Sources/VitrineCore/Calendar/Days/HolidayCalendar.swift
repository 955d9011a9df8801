/// The public holidays that a workspace keeps in `calendars/holidays.yaml`.
///
/// The law names them place by place (Code du travail L3133-1, L3134-13, L3422-2), and prefects, town
/// halls and usage add to them. So they are data that a retailer corrects, with the day on which
/// somebody last looked and the name of who it was.
package struct HolidayCalendar: Hashable, Sendable {
  /// A holiday, and where it is one.
  package struct Day: Hashable, Sendable {
    /// The day.
    package var date: CivilDate
    /// The name, as people read it.
    package var name: String
    /// The stores that have it.
    package var stores: Selector
    /// Whether stores are closed that give no hours for holidays, as on 1 May (L3133-4).
    package var isClosed: Bool
    /// Where the selector stands in the file, or the line when it has none.
    package var place: SourcePosition?

    /// Makes a holiday.
    package init(
      date: CivilDate, name: String, stores: Selector = .all, isClosed: Bool = false,
      place: SourcePosition? = nil
    ) {
      self.date = date
      self.name = name
      self.stores = stores
      self.isClosed = isClosed
      self.place = place
    }
  }

  /// When the days were last compared with the law; `nil` for a workspace without the file.
  package var checkedOn: CivilDate?
  /// Who answers for them; `nil` for a workspace without the file.
  package var owner: String?
  /// The holidays, in the order of the file.
  package var days: [Day]

  /// No holidays: those of a workspace without the file.
  package static let empty = HolidayCalendar(days: [])

  /// Makes a calendar.
  package init(checkedOn: CivilDate? = nil, owner: String? = nil, days: [Day]) {
    self.checkedOn = checkedOn
    self.owner = owner
    self.days = days
  }
}
