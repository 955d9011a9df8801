extension Catalogue {
  /// Texts about the database.
  static let storage = """
    storage.column.missing
    en the answer of the database has no column '{1}'
    fr la réponse de la base n'a pas de colonne « {1} »

    storage.column.kind
    en column '{1}' holds a value of another kind than was written
    fr la colonne « {1} » contient une valeur d'un autre type que celle qui fut écrite

    storage.rowLength
    en a row for table '{1}' has a different number of values than columns
    fr une ligne pour la table « {1} » n'a pas autant de valeurs que de colonnes

    storage.migrations
    en the migrations of the schema are not numbered 1, 2, 3 and so on
    fr les migrations du schéma ne sont pas numérotées 1, 2, 3, etc.

    storage.schemaNewer
    en the database has schema {1}, and this program knows schemas up to {2}
    fr la base est au schéma {1}, or ce programme connaît les schémas jusqu'au {2}

    storage.schemaNewer.hint
    en install the version of Vitrine that last wrote to it, or a later one
    fr installez la version de Vitrine qui y a écrit en dernier, ou une plus récente
    """
}
