extension Schema {
  /// What a review decided about grants, and the indices by which a person is found.
  static func privacy(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE grant_review (
        grant_id \(text) PRIMARY KEY REFERENCES access_grant (id),
        kept_at \(integer) NOT NULL,
        kept_by \(text) NOT NULL REFERENCES account (id),
        reason \(text) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX enrolment_account ON enrolment (account_id)",
      "CREATE INDEX approval_account ON approval (account_id)",
    ]
  }
}
