/// What somebody had to do with a record.
package enum PersonRole: String, CaseIterable, Codable, Comparable, Sendable {
  /// Did it.
  case actor
  /// Said yes to what it is about.
  case approver
  /// Wrote what it is about.
  case author
  /// Changed what it is about.
  case editor
  /// Set it in motion; a worker acted in this person's name.
  case launcher
  /// It was done to this person: a grant, an enrolment.
  case subject

  /// Orders by name.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A person and what that person had to do with one record.
package struct PersonEntry: Hashable, Comparable, Sendable {
  /// The person.
  package let person: UserID
  /// What the person had to do with it.
  package let role: PersonRole

  /// Makes an entry.
  package init(_ person: UserID, _ role: PersonRole) {
    self.person = person
    self.role = role
  }

  /// Orders by person, then by role.
  package static func < (left: Self, right: Self) -> Bool {
    (left.person, left.role) < (right.person, right.role)
  }
}
