extension Dialect {
  /// The statements that make a table refuse every change to rows that are there.
  ///
  /// A statement that tries is a defect or an attack, so it fails with `Fault(.internal)`. Whoever
  /// owns the database can drop the triggers; the audit tree, not the trigger, proves integrity.
  package func appendOnly(_ table: String) -> [String] {
    switch self {
    case .sqlite:
      ["UPDATE", "DELETE"].map { event in
        """
        CREATE TRIGGER \(table)_no_\(event.lowercased()) BEFORE \(event) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
        """
      }
    case .postgresql:
      [
        """
        CREATE FUNCTION \(table)_append_only() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION USING MESSAGE = ''\(table) is append-only'', ERRCODE = ''23001''; END'
        """,
        """
        CREATE TRIGGER \(table)_no_change BEFORE UPDATE OR DELETE ON \(table)
        FOR EACH ROW EXECUTE FUNCTION \(table)_append_only()
        """,
        """
        CREATE TRIGGER \(table)_no_truncate BEFORE TRUNCATE ON \(table)
        FOR EACH STATEMENT EXECUTE FUNCTION \(table)_append_only()
        """,
      ]
    }
  }
}
