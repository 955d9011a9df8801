extension Catalogue {
  /// What a template may not say, and what its fields take.
  static let templates = """
    message.id
    en '{1}' cannot be an id: an id takes small letters, digits and hyphens
    fr « {1} » ne peut pas être un identifiant : il prend des minuscules sans accent, des chiffres et
      des traits d'union

    message.id-twice
    en the id '{1}' is also that of {2}
    fr l'identifiant « {1} » est aussi celui de {2}

    message.word
    en '{1}' is not known here; known: {2}
    fr « {1} » est inconnu ici ; valeurs connues : {2}

    message.word-suggestion
    en '{1}' is not known here; did you mean '{2}'?
    fr « {1} » est inconnu ici ; vouliez-vous dire « {2} » ?

    message.twice
    en '{1}' is named twice
    fr « {1} » est cité deux fois

    message.region
    en the register has no store in the region '{1}'
    fr le registre n'a pas de magasin dans la région « {1} »

    message.text-unused
    en the text for '{1}' is never used: 'networks' does not name it
    fr le texte pour « {1} » ne sert jamais : « networks » ne le cite pas

    message.no-picture
    en {1} takes no post without a picture; give 'media' or a field of type image that is required
    fr {1} n'accepte pas de post sans image ; donnez « media » ou un champ obligatoire de type image

    message.urgent-limit
    en an urgent template needs a limit on '{1}': give it 'max'
    fr un modèle urgent demande une limite sur « {1} » : donnez-lui « max »

    field.unused
    en nothing uses the field '{1}': no text has a hole for it, and the offer does not either
    fr rien n'utilise le champ « {1} » : ni les textes ni l'offre n'ont de trou pour lui

    field.too-many
    en {1} fields at most, and here are {2}
    fr {1} champs au plus, il y en a {2} ici

    field.choice-count
    en the field '{1}' takes two to twelve choices, and has {2}
    fr le champ « {1} » admet de deux à douze choix, et en a {2}

    template.picture-hole
    en the field '{1}' is a picture and no word: it takes the place of the first picture, not of a hole
    fr le champ « {1} » est une image et pas un mot : elle remplace la première image, pas un trou

    template.shared-line
    en the line goes when '{1}' stays empty, and what was filled into '{2}' goes with it; put '{1}' on
      a line of its own
    fr la ligne disparaît quand « {1} » reste vide, et ce qui remplit « {2} » avec elle ; mettez
      « {1} » sur une ligne à part

    template.format
    en '{1}' is for {2}, and {3} is a {4}
    fr « {1} » s'adresse au format {2}, et {3} est de format {4}

    template.region
    en '{1}' is for {2}, and {3} lies in {4}
    fr « {1} » s'adresse à {2}, et {3} se trouve en {4}

    offer.priorPrice
    en the prior price must be above the price
    fr le prix antérieur doit être supérieur au prix

    offer.period
    en the offer would end ({1}) before it begins ({2})
    fr l'offre finirait ({1}) avant de commencer ({2})

    offer.mixed
    en '{1}' is what it says or one hole, not both
    fr « {1} » est une valeur ou un seul trou, pas les deux

    offer.no-hole
    en '{1}' is true or false, and no field is that
    fr « {1} » vaut true ou false, ce qu'aucun champ n'est

    offer.type
    en '{1}' needs a {2}, and '{3}' is a {4}
    fr « {1} » demande le type {2}, et « {3} » est de type {4}

    offer.want-price
    en '{1}' must be an amount such as 4.99, not '{2}'
    fr « {1} » doit être un montant comme 4.99, pas « {2} »

    offer.want-pieces
    en '{1}' must be a number of pieces, not '{2}'
    fr « {1} » doit être un nombre de pièces, pas « {2} »

    values.takes-text
    en one line of {1} to {2} characters
    fr une ligne de {1} à {2} caractères

    values.takes-number
    en a number with a dot such as 2.5, from {1} to {2}
    fr un nombre avec un point, comme 2.5, de {1} à {2}

    values.takes-price
    en an amount with a dot such as 4.99, from {1} to {2}
    fr un montant avec un point, comme 4.99, de {1} à {2}

    values.takes-date
    en a day such as 2026-11-28, from {1} to {2}
    fr un jour comme 2026-11-28, de {1} à {2}

    values.takes-choice
    en one of these: {1}
    fr l'une de ces valeurs : {1}

    values.takes-image
    en the path of a picture, without '..' and not from the root
    fr le chemin d'une image, sans « .. » et sans partir de la racine
    """
}
