extension Catalogue {
  /// Selectors; the last argument of an error is the picture with the caret, or nothing.
  static let selectors = """
    selector.long
    en the selector has {1#} bytes; at most {2#} are read{3}
    fr le sélecteur fait {1#} octets ; la limite est de {2#}{3}

    selector.empty
    en the selector is empty, and an empty selector never means all{1}
    fr le sélecteur est vide, et un sélecteur vide ne veut jamais dire tous{1}

    selector.star
    en '*' picks nothing here{1}
    fr « * » ne choisit rien ici{1}

    selector.comma
    en a comma or semicolon cannot stand between terms{1}
    fr une virgule ou un point-virgule ne peut pas séparer des termes{1}

    selector.equals
    en '=' cannot stand in a selector; a colon is expected{1}
    fr « = » ne va pas dans un sélecteur ; il faut un deux-points{1}

    selector.character
    en the character '{1}' cannot stand here without quotes{2}
    fr le caractère « {1} » ne peut pas être ici sans guillemets{2}

    selector.quote
    en this quote is never closed{1}
    fr ce guillemet n'est jamais fermé{1}

    selector.doubled
    en write '{1}' once{2}
    fr écrivez « {1} » une seule fois{2}

    selector.word
    en '{1}' is written '{2}' in a selector{3}
    fr « {1} » s'écrit « {2} » dans un sélecteur{3}

    selector.close
    en this parenthesis closes nothing{1}
    fr cette parenthèse ne ferme rien{1}

    selector.unclosed
    en the parenthesis of column {1} is not closed; '&', '|' or ')' is expected here{2}
    fr la parenthèse de la colonne {1} n'est pas fermée ; il faut ici « & », « | » ou « ) »{2}

    selector.operator
    en '&', '|' or the end is expected here{1}
    fr il faut ici « & », « | » ou la fin{1}

    selector.breaksOff
    en the selector breaks off; a term such as region:Bretagne is expected{1}
    fr le sélecteur s'arrête en route ; il faut un terme comme region:Bretagne{1}

    selector.term
    en a term such as region:Bretagne is expected here{1}
    fr il faut ici un terme comme region:Bretagne{1}

    selector.bare
    en '{1}' alone says nothing; a term has a key and a value{2}
    fr « {1} » seul ne dit rien ; un terme a une clé et une valeur{2}

    selector.key
    en there is no key '{1}'; the keys are {2}{3}
    fr il n'y a pas de clé « {1} » ; les clés sont {2}{3}

    selector.value
    en a value is expected after '{1}:'{2}
    fr il faut une valeur après « {1}: »{2}

    selector.stores
    en one term names one store{1}
    fr un terme nomme un seul magasin{1}

    selector.code
    en '{1}' is no store code{2}
    fr « {1} » n'est pas un code de magasin{2}

    selector.deep
    en parentheses and negations nest deeper than {1}{2}
    fr les parenthèses et les négations s'emboîtent sur plus de {1} niveaux{2}

    selector.hint.all
    en write 'all' to pick every store
    fr écrivez « all » pour choisir tous les magasins

    selector.hint.star
    en write 'all' to pick every store; there are no patterns
    fr écrivez « all » pour choisir tous les magasins ; il n'y a pas de motifs

    selector.hint.or
    en write '|' for "or", '&' for "and"
    fr écrivez « | » pour « ou », « & » pour « et »

    selector.hint.form
    en write for example 'format:hypermarket & region:"Pays de la Loire"'
    fr écrivez par exemple « format:hypermarket & region:"Pays de la Loire" »

    selector.hint.operator
    en put '&' between terms that must both hold, and quotes around a value with blanks
    fr mettez « & » entre des termes qui doivent valoir ensemble, et des guillemets autour d'une valeur avec des espaces

    selector.hint.stores
    en write '{1}', or put the codes into a file for --to-file
    fr écrivez « {1} », ou mettez les codes dans un fichier pour --to-file

    selector.hint.file
    en put the store codes into a file, one a line, for --to-file
    fr mettez les codes dans un fichier, un par ligne, pour --to-file

    selector.unknown.format
    en there is no format '{1}'
    fr il n'y a pas de format « {1} »

    selector.unknown.region
    en no store is in a region '{1}'
    fr aucun magasin n'est dans une région « {1} »

    selector.unknown.department
    en no store is in a department '{1}'
    fr aucun magasin n'est dans un département « {1} »

    selector.unknown.country
    en no store is in a country '{1}'
    fr aucun magasin n'est dans un pays « {1} »

    selector.unknown.store
    en there is no store '{1}'
    fr il n'y a pas de magasin « {1} »

    selector.unknown.tag
    en no store has the tag '{1}'
    fr aucun magasin n'a l'étiquette « {1} »

    selector.unknown.mode
    en there is no mode '{1}'
    fr il n'y a pas de mode « {1} »

    selector.unknown.network
    en there is no network '{1}'
    fr il n'y a pas de réseau « {1} »
    """
}
