import VitrineCore

/// A person's free text that belongs to a record, and can be erased without breaking a proof.
package struct PrivateText: Hashable, Sendable {
  /// Who wrote it; erasing that person erases it.
  package let author: UserID
  /// What keys the record's HMAC.
  package let salt: [UInt8]
  /// The text.
  package let body: String

  /// Makes a text.
  package init(author: UserID, salt: [UInt8], body: String) {
    self.author = author
    self.salt = salt
    self.body = body
  }

  /// What the record keeps of it: HMAC-SHA256 under the salt, in hexadecimal.
  package var commitment: String { Commitment.hash(Array(body.utf8), salt: salt).hex }
}

/// Why somebody did something, as far as it was not erased.
package struct GivenReason: Hashable, Sendable {
  /// The index of the record.
  package let index: Int
  /// What was done.
  package let action: String
  /// Who did it.
  package let by: UserID
  /// When.
  package let at: Timestamp
  /// Why; nil once it was erased, or where nothing was asked.
  package let text: String?
}

extension Transaction {
  /// Stores the erasable texts of records that were just appended, the first of them at `start`.
  func insertPrivate(_ texts: [Int: PrivateText], from start: Int) throws {
    guard !texts.isEmpty else { return }
    try insertMany(
      into: "audit_private", columns: ["position", "account_id", "salt", "body"],
      rows: texts.sorted { $0.key < $1.key }.map {
        [
          SQLValue(start + $0.key), SQLValue($0.value.author), .blob($0.value.salt),
          .text($0.value.body),
        ]
      })
  }

  /// The erasable texts of these records, by index; those that were erased are not there.
  package func privateTexts(at indices: [Int]) throws -> [Int: PrivateText] {
    guard !indices.isEmpty else { return [:] }
    let list = indices.map(String.init).joined(separator: ",")
    var texts: [Int: PrivateText] = [:]
    for row in try rows("SELECT * FROM audit_private WHERE position IN (\(list))") {
      texts[try row.int("position")] = try PrivateText(row: row)
    }
    return texts
  }

  /// Hands over every erasable text that is still there, by index, in order.
  package func forEachPrivateText(_ body: (Int, PrivateText) throws -> Void) throws {
    try forEachRow("SELECT * FROM audit_private ORDER BY position", []) {
      try body(try $0.int("position"), try PrivateText(row: $0))
    }
  }

  /// Erases every reason that a person wrote, and says how many there were.
  ///
  /// The records keep their HMAC, which nobody can undo without the salt; roots and proofs hold.
  @discardableResult
  package func erasePrivate(by author: UserID) throws -> Int {
    try execute("DELETE FROM audit_private WHERE account_id = ?1", [SQLValue(author)])
  }

  /// The last time that an action was done on an object, and why.
  package func lastReason(on object: String, _ action: Action) throws -> GivenReason? {
    var filter = RecordFilter()
    filter.object = object
    filter.action = action.rawValue
    filter.result = AuditRecord.Outcome.success.rawValue
    guard let record = try records(filter, below: nil, limit: 1).first else { return nil }
    return GivenReason(
      index: record.index, action: record.columns.action, by: UserID(record.columns.actorID),
      at: Timestamp(clamping: record.columns.time),
      text: try privateTexts(at: [record.index])[record.index]?.body)
  }
}

extension PrivateText {
  fileprivate init(row: Row) throws {
    author = UserID(try row.text("account_id"))
    salt = try row.blob("salt")
    body = try row.text("body")
  }
}
