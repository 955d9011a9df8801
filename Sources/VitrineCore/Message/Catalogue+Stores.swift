extension Catalogue {
  /// Registers, CSV files, lists of stores, and findings in general.
  static let stores = """
    finding.more
    en {1} more {1?finding:findings} like these
    fr encore {1} {1?remarque:remarques} de ce genre

    did.you.mean
    en did you mean '{1}'?
    fr vouliez-vous dire « {1} » ?

    write.instead
    en write '{1}'
    fr écrivez « {1} »

    csv.tooLarge
    en the file has {1#} bytes; at most {2#} are read
    fr le fichier fait {1#} octets ; la limite est de {2#}

    csv.tooManyRows
    en the file has more than {1#} rows
    fr le fichier a plus de {1#} lignes de données

    csv.tooManyColumns
    en this row has more than {1#} columns
    fr cette ligne a plus de {1#} colonnes

    csv.tooManyCells
    en the file has more than {1#} cells
    fr le fichier a plus de {1#} cellules

    csv.cellTooLong
    en this cell has more than {1#} bytes; perhaps a quote is not closed
    fr cette cellule dépasse {1#} octets ; un guillemet n'est peut-être pas fermé

    csv.empty
    en the file is empty; its first line must name the columns
    fr le fichier est vide ; sa première ligne doit nommer les colonnes

    csv.encoding
    en this is not UTF-8 text; it looks like {1}
    fr ce texte n'est pas en UTF-8 ; on dirait du {1}

    csv.encoding.unknown
    en this is not UTF-8 text
    fr ce texte n'est pas en UTF-8

    csv.encoding.fix
    en save the file again as UTF-8 (in a spreadsheet: "CSV UTF-8")
    fr enregistrez de nouveau le fichier en UTF-8 (dans un tableur : « CSV UTF-8 »)

    csv.separator
    en the columns are separated by '{1}'; a comma is expected
    fr les colonnes sont séparées par « {1} » ; il faut une virgule

    csv.carriageReturn
    en a line ends with a bare carriage return; use LF or CRLF
    fr une ligne finit par un retour chariot seul ; il faut LF ou CRLF

    csv.quote.open
    en this quote is never closed
    fr ce guillemet n'est jamais fermé

    csv.quote.bare
    en there is a quote inside a cell that has none around it; put quotes around the cell and double the inner one
    fr il y a un guillemet dans une cellule qui n'en a pas autour ; mettez la cellule entre guillemets et doublez celui du milieu

    csv.quote.textAfter
    en there is text behind the closing quote; a comma or the end of the line is expected
    fr il y a du texte après le guillemet fermant ; il faut une virgule ou la fin de la ligne

    csv.fields.few
    en this row has {1} {1?cell:cells}, the header has {2}
    fr cette ligne a {1} {1?cellule:cellules}, l'en-tête en a {2}

    csv.fields.many
    en this row has {1} cells, the header has {2}; perhaps a comma lacks its quotes
    fr cette ligne a {1} cellules, l'en-tête en a {2} ; une virgule n'est peut-être pas entre guillemets

    csv.column.empty
    en column {1} has no name
    fr la colonne {1} n'a pas de nom

    csv.column.twice
    en the column '{1}' is there twice, as column {2} and column {3}
    fr la colonne « {1} » est là deux fois, en {2} et en {3}

    csv.column.unknown
    en nobody knows a column '{1}'; columns of your own begin with 'x-'
    fr la colonne « {1} » est inconnue ; vos propres colonnes commencent par « x- »

    csv.column.missing
    en the column '{1}' is missing
    fr la colonne « {1} » manque

    store.code.empty
    en the store code is missing
    fr le code du magasin manque

    store.code.spelling
    en the store code '{1}' must be spelt '{2}'
    fr le code de magasin « {1} » doit s'écrire « {2} »

    store.code.long
    en the store code '{1}' is longer than {2} characters
    fr le code de magasin « {1} » dépasse {2} caractères

    store.code.invalid
    en '{1}' is no store code; it takes capital letters A to Z, digits, and - . _ between them
    fr « {1} » n'est pas un code de magasin ; il se compose de majuscules de A à Z, de chiffres, et de - . _ entre eux

    store.code.twice
    en the store '{1}' is there twice, on line {2} and on line {3}
    fr le magasin « {1} » est là deux fois, ligne {2} et ligne {3}

    store.control
    en there is a forbidden character {1} in '{2}'
    fr il y a un caractère interdit {1} dans « {2} »

    store.empty
    en '{1}' is empty
    fr « {1} » est vide

    store.choice
    en '{1}' cannot be '{2}'; it is one of {3}
    fr « {1} » ne peut pas être « {2} » ; c'est l'un de {3}

    store.country
    en '{1}' is no country code; two capital letters are expected, such as FR
    fr « {1} » n'est pas un code de pays ; il faut deux majuscules, comme FR

    store.region
    en '{1}' is none of the 18 regions of France
    fr « {1} » n'est aucune des 18 régions de France

    store.timezone
    en '{1}' is no time zone; names such as 'Europe/Paris' or 'Indian/Reunion' are expected
    fr « {1} » n'est pas un fuseau horaire ; il faut un nom comme « Europe/Paris » ou « Indian/Reunion »

    store.place
    en latitude and longitude go together: both or neither
    fr latitude et longitude vont ensemble : les deux, ou aucune

    store.coordinate
    en '{1}' cannot be '{2}'; a decimal from -{3} to {3} is expected, such as 46.199
    fr « {1} » ne peut pas être « {2} » ; il faut un nombre de -{3} à {3}, comme 46.199

    store.date
    en '{1}' cannot be '{2}'; a date such as 2026-11-22 is expected
    fr « {1} » ne peut pas être « {2} » ; il faut une date comme 2026-11-22

    store.dates
    en the store opens on {1} and closes on {2}, which is not later
    fr le magasin ouvre le {1} et ferme le {2}, ce qui n'est pas plus tard

    hours.form
    en write hours like 'Mo-Sa 08:30-21:00; Su 09:00-12:30'
    fr écrivez les horaires comme « Mo-Sa 08:30-21:00; Su 09:00-12:30 »

    hours.long
    en the hours are longer than {1#} bytes
    fr les horaires dépassent {1#} octets

    hours.rule
    en '{1}' is no rule of hours; days and times are expected
    fr « {1} » n'est pas une règle d'horaires ; il faut des jours et des heures

    hours.day
    en '{1}' is no day; days are Mo Tu We Th Fr Sa Su, and PH for public holidays
    fr « {1} » n'est pas un jour ; les jours sont Mo Tu We Th Fr Sa Su, et PH pour les jours fériés

    hours.time
    en '{1}' is no time of opening; 08:30-21:00 or off is expected
    fr « {1} » n'est pas une plage d'ouverture ; il faut 08:30-21:00, ou off

    hours.overlap
    en '{1}' begins before the time before it ends
    fr « {1} » commence avant la fin de la plage précédente

    list.tooLarge
    en the list has {1#} bytes; at most {2#} are read
    fr la liste fait {1#} octets ; la limite est de {2#}

    list.encoding
    en the list is not UTF-8 text; it looks like {1}
    fr la liste n'est pas en UTF-8 ; on dirait du {1}

    list.twice
    en the store '{1}' is there twice, first on line {2}
    fr le magasin « {1} » est là deux fois, d'abord ligne {2}

    list.noStores
    en the list names no store; an empty list never means all
    fr la liste ne nomme aucun magasin ; une liste vide ne veut jamais dire tous
    """
}
