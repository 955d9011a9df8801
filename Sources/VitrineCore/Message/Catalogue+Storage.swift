extension Catalogue {
  /// Texts about the database.
  static let storage = """
    storage.column.missing
    en the answer of the database has no column '{1}'
    fr la réponse de la base n'a pas de colonne « {1} »

    storage.column.kind
    en column '{1}' holds a value of another kind than was written
    fr la colonne « {1} » contient une valeur d'un autre type que celle qui fut écrite

    storage.rowLength
    en a row for table '{1}' has a different number of values than columns
    fr une ligne pour la table « {1} » n'a pas autant de valeurs que de colonnes

    storage.migrations
    en the migrations of the schema are not numbered 1, 2, 3 and so on
    fr les migrations du schéma ne sont pas numérotées 1, 2, 3, etc.

    storage.schemaNewer
    en the database has schema {1}, and this program knows schemas up to {2}
    fr la base est au schéma {1}, or ce programme connaît les schémas jusqu'au {2}

    storage.schemaNewer.hint
    en install the version of Vitrine that last wrote to it, or a later one
    fr installez la version de Vitrine qui y a écrit en dernier, ou une plus récente

    storage.arguments
    en a statement was given another number of arguments than it has placeholders: {1}
    fr une requête a reçu un autre nombre d'arguments que ses emplacements : {1}

    storage.closed
    en the database has been closed
    fr la base est fermée

    storage.commitUnknown
    en the connection to the database broke during the commit; it may or may not have been saved
    fr la connexion à la base s'est rompue pendant la validation, peut-être enregistrée, peut-être pas

    storage.conflict
    en a stored record contradicts this one: {1}
    fr un enregistrement existant contredit celui-ci : {1}

    storage.corrupt
    en the database file is damaged
    fr le fichier de la base est endommagé

    storage.folder
    en cannot make the folder '{1}' for the database
    fr impossible de créer le dossier « {1} » pour la base

    storage.full
    en no space left for the database; nothing was saved
    fr plus d'espace pour la base ; rien n'a été enregistré

    storage.full.hint
    en free some disk space, then try again
    fr libérez de l'espace disque, puis réessayez

    storage.interrupted
    en the database stopped a statement that took too long
    fr la base a interrompu une requête trop longue

    storage.io
    en the database could not be read or written: {1}
    fr la base n'a pu être lue ou écrite : {1}

    storage.io.hint
    en look after the disk, then run the command again: what had been saved is kept
    fr examinez le disque, puis relancez la commande : ce qui était enregistré est conservé

    storage.libpq
    en the PostgreSQL client library {1} is not installed
    fr la bibliothèque cliente de PostgreSQL, {1}, n'est pas installée

    storage.libpq.hint
    en install it with 'apt-get install libpq5', or use a SQLite file
    fr installez-la avec « apt-get install libpq5 », ou utilisez un fichier SQLite

    storage.location
    en the location of the database is neither a path nor a PostgreSQL URL
    fr l'emplacement de la base n'est ni un chemin ni une URL PostgreSQL

    storage.location.hint
    en write a path, or postgresql://user@host:port/database
    fr indiquez un chemin, ou postgresql://utilisateur@hôte:port/base

    storage.locked
    en the database is busy: somebody else is writing
    fr la base est occupée : une autre écriture est en cours

    storage.locked.hint
    en try again in a moment
    fr réessayez dans un instant

    storage.nul
    en text with a NUL character cannot be stored
    fr un texte contenant un caractère NUL ne peut être enregistré

    storage.open
    en cannot open '{1}': {2}
    fr impossible d'ouvrir « {1} » : {2}

    storage.otherFile
    en this file is not a database of Vitrine
    fr ce fichier n'est pas une base de Vitrine

    storage.readOnly
    en the database is on a read-only disk, or belongs to somebody else
    fr la base est sur un disque en lecture seule, ou appartient à un autre utilisateur

    storage.readOnly.hint
    en check who owns the file and its folder, and how the disk is mounted
    fr vérifiez le propriétaire du fichier et de son dossier, et le montage du disque

    storage.refused
    en the database server refused: {1}
    fr le serveur de base de données a refusé : {1}

    storage.server
    en the database server is older than PostgreSQL 13, or the database is not in UTF-8
    fr le serveur est antérieur à PostgreSQL 13, ou la base n'est pas en UTF-8

    storage.server.hint
    en create the database with ENCODING 'UTF8' on PostgreSQL 13 or later
    fr créez la base avec ENCODING 'UTF8' sur PostgreSQL 13 ou plus récent

    storage.standby
    en the database server accepts no writes at the moment
    fr le serveur de base de données n'accepte pas d'écriture en ce moment

    storage.standby.hint
    en point the URL at the primary server (target_session_attrs=read-write)
    fr faites pointer l'URL vers le serveur principal (target_session_attrs=read-write)

    storage.statement
    en the database refused a statement: {1}
    fr la base a refusé une requête : {1}

    storage.unavailable
    en the database server does not answer: {1}
    fr le serveur de base de données ne répond pas : {1}

    storage.unavailable.hint
    en check that the server runs, then try again
    fr vérifiez que le serveur fonctionne, puis réessayez
    """
}
