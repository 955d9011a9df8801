extension Catalogue {
  /// The holidays and the exceptions to hours, in `calendars/holidays.yaml` and `calendars/hours.yaml`.
  static let days = """
    days.lines
    en '{1}' has {2#} lines, and {3#} is the limit
    fr « {1} » a {2#} lignes, la limite est de {3#}

    days.lines.fix
    en leave out the days that are past
    fr retirez les jours passés

    days.comma
    en '{1}' stands behind a comma, and there '{2}' has ended
    fr « {1} » vient après une virgule, et « {2} » s'arrête là

    days.comma.fix
    en if it belongs to '{1}', put quotes around the whole value of '{1}'
    fr si cela fait partie de « {1} », mettez entre guillemets toute la valeur de « {1} »

    days.twice
    en {1}, '{2}', stands already on line {3} for the same stores
    fr le {1}, « {2} », est déjà à la ligne {3} pour les mêmes magasins

    days.twice.fix
    en keep one of the two lines
    fr gardez une seule des deux lignes

    days.order
    en the last day, {1}, comes before the first, {2}
    fr le dernier jour, {1}, vient avant le premier, {2}

    days.order.fix
    en write the earlier day behind 'from', the later one behind 'until'
    fr mettez le premier jour dans « from » et le dernier dans « until »

    days.long
    en from {1} to {2} there are {3#} days, and a line may reach over {4#}
    fr du {1} au {2} il y a {3#} jours, et une ligne en couvre {4#} au plus

    days.long.fix
    en write a line for each year; hours that stay belong into the register of stores
    fr faites une ligne par année ; des horaires qui durent vont dans le registre des magasins

    days.never
    en no {1} lies between {2} and {3}, so this line would never hold
    fr il n'y a aucun {1} entre le {2} et le {3} : cette ligne ne vaudrait jamais

    days.never.fix
    en look at the dates: the first day is a {1}
    fr vérifiez les dates : le premier jour est un {1}

    days.open.fix
    en write times like 09:00-18:00 or "09:00-12:30,14:00-19:00" with the quotes, or off
    fr écrivez des heures comme 09:00-18:00 ou « 09:00-12:30,14:00-19:00 » entre guillemets droits, ou off

    days.weekday
    en '{1}' is no day of the week
    fr « {1} » n'est pas un jour de la semaine

    days.weekday.fix
    en write Mo, Tu, We, Th, Fr, Sa or Su; public holidays stand in calendars/holidays.yaml
    fr écrivez Mo, Tu, We, Th, Fr, Sa ou Su ; les jours fériés sont dans calendars/holidays.yaml
    """
}
