/// The legal sales (*soldes*) of each department.
package struct SalesCalendar: Hashable, Sendable {
  /// Departments whose sales are on the same days.
  package struct Area: Hashable, Sendable {
    /// The id, `lorraine`.
    package var id: String
    /// The name for people.
    package var title: String
    /// The departments; none for the area of all that no other area names.
    package var departments: [String]

    /// Makes an area.
    package init(id: String, title: String, departments: [String] = []) {
      self.id = id
      self.title = title
      self.departments = departments
    }
  }

  /// Sales, from the first to the last day.
  package struct Period: Hashable, Sendable {
    /// The areas.
    package var areas: [String]
    /// The first day.
    package var from: CivilDate
    /// The last day, on which the sales still are.
    package var until: CivilDate

    /// Makes a period.
    package init(areas: [String], from: CivilDate, until: CivilDate) {
      self.areas = areas
      self.from = from
      self.until = until
    }
  }

  /// The areas.
  package var areas: [Area]
  /// The sales of all areas.
  package var periods: [Period]

  /// Makes a calendar.
  package init(areas: [Area] = [], periods: [Period] = []) {
    self.areas = areas
    self.periods = periods
  }

  /// The area of a department: the one that names it, else the one of all others.
  package func area(of department: String) -> Area? {
    areas.first { $0.departments.contains(department) }
      ?? areas.first { $0.departments.isEmpty }
  }

  /// Whether one of the days from the first to the last lies in the sales of a department.
  ///
  /// A calendar without that year knows no sales then: whoever owns it is asked every year.
  package func isOpen(from first: CivilDate, to last: CivilDate, in department: String) -> Bool {
    guard let area = area(of: department) else { return false }
    return periods.contains {
      $0.areas.contains(area.id) && $0.from <= last && first <= $0.until
    }
  }
}
