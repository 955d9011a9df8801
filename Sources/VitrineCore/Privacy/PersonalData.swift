/// What a column of the database has to do with people.
package enum PersonalData: String, CaseIterable, Sendable {
  /// Nothing.
  case nothing
  /// Who somebody is: name and address, and the salt that ties them to the log.
  case identity
  /// An opaque id that stands for somebody, in the log and beside it.
  case identifier
  /// What somebody may do, and when.
  case rights
  /// How somebody signs in: hashes, endings and times.
  case credential
  /// What somebody did, and when: the records of the log.
  case activity
  /// Free words of a person, which may be about a person.
  case words
  /// Who has rights on a page or posted there, as the network tells it.
  case network
}

/// A column of the database and what it has to do with people.
package struct PersonalColumn: Hashable, Sendable {
  /// The table.
  package let table: String
  /// The column.
  package let column: String
  /// What it has to do with people.
  package let data: PersonalData

  /// Makes a column.
  package init(table: String, column: String, data: PersonalData) {
    self.table = table
    self.column = column
    self.data = data
  }

  /// Whether it belongs into the inventory.
  package var isPersonal: Bool { data != .nothing }

  /// What it is kept for.
  package var purpose: Message { Message("privacy.purpose.\(data.rawValue)") }

  /// For how long, in words; the months are those of `vitrine.yaml`.
  package func term(namesMonths: Int) -> Message {
    Message("privacy.term.\(data.rawValue)", namesMonths)
  }

  /// Who can read it.
  package var readers: Message { Message("privacy.readers.\(data.rawValue)") }
}
