extension Catalogue {
  /// Why an answer that somebody typed is not taken.
  static let answers = """
    answer.required
    en this question needs an answer
    fr cette question demande une réponse

    answer.control
    en the answer holds a character that cannot be published; type it anew
    fr la réponse contient un caractère impossible à publier ; retapez-la

    answer.short
    en {1#} characters at least; there are {2#}
    fr {1#} caractères au moins ; il y en a {2#}

    answer.long
    en {1#} characters at most; there are {2#}, so {3#} too many
    fr {1#} caractères au plus ; il y en a {2#}, soit {3#} de trop

    answer.number
    en '{1}' is not a number; write for example 12, 1 200 or 2.5
    fr « {1} » n'est pas un nombre ; écrivez par exemple 12, 1 200 ou 2,5

    answer.ambiguous
    en '{1}' can be read in two ways; write {2} or {3}
    fr « {1} » peut se lire de deux façons ; écrivez {2} ou {3}

    answer.digits
    en nine digits at most before the comma, and six behind it
    fr neuf chiffres au plus avant la virgule, et six après

    answer.price
    en '{1}' is not a price; write for example 4.99 or 4,99 €
    fr « {1} » n'est pas un prix ; écrivez par exemple 4,99 ou 4,99 €

    answer.cents
    en a price has two decimals at most, and only blanks between thousands: 4.99 or 1 299.90
    fr un prix a deux décimales au plus, et seulement des espaces entre les milliers : 4,99 ou 1 299,90

    answer.negative
    en a price is not below zero
    fr un prix n'est pas inférieur à zéro

    answer.least
    en {1} at least
    fr {1} au moins

    answer.most
    en {1} at most
    fr {1} au plus

    answer.before
    en not before {1}
    fr pas avant le {1}

    answer.after
    en not after {1}
    fr pas après le {1}

    answer.date
    en '{1}' is not a day; write for example 28/11, 28/11/2026, saturday or tomorrow
    fr « {1} » n'est pas un jour ; écrivez par exemple 28/11, 28/11/2026, samedi ou demain

    answer.noDay
    en there is no day '{1}'; write the day, then the month, such as 28/11
    fr le jour « {1} » n'existe pas ; écrivez le jour puis le mois, comme 28/11

    answer.weekday
    en {1} is a {2}; correct the day or the date
    fr le {1} est un {2} ; corrigez le jour ou la date

    answer.choice
    en '{1}' is none of the choices; type a number from 1 to {2}, or the text
    fr « {1} » n'est pas dans la liste ; tapez un numéro de 1 à {2}, ou le texte

    answer.several
    en '{1}' begins several choices: {2}
    fr « {1} » commence plusieurs choix : {2}

    answer.yesOrNo
    en answer y (yes) or n (no)
    fr répondez o (oui) ou n (non)
    """
}
