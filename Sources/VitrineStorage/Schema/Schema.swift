/// The tables of the product, as forward migrations.
///
/// What the database can refuse, it refuses: types, missing values, foreign keys, the few words a
/// state may have, and above all the unique keys on which "once" rests.
package enum Schema {
  /// Every migration, oldest first; a published one is never edited.
  package static let migrations: [Migration] = [
    Migration(1) { dialect in
      people(dialect) + stores(dialect) + pictures(dialect) + broadcasts(dialect)
        + amendments(dialect) + audit(dialect)
        + access(dialect)
        + approvals(dialect) + auditSearch(dialect) + reconcile(dialect) + keys(dialect)
        + privacy(dialect) + calendar(dialect) + posts(dialect) + pressure(dialect)
        + notices(dialect) + limits(dialect) + verification(dialect)
    }
  ]
}
