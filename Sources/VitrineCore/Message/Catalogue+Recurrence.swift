extension Catalogue {
  /// What is wrong with a recurrence rule.
  static let recurrence = """
    recurrence.long
    en this rule has {1} characters; at most {2} are read
    fr cette règle a {1} caractères ; on en lit {2} au plus

    recurrence.twice
    en {1} stands twice in the rule; write it once
    fr {1} figure deux fois dans la règle ; ne l'écrivez qu'une fois

    recurrence.noFrequency
    en the rule does not say how often; write FREQ=WEEKLY, for example
    fr la règle ne dit pas à quelle fréquence ; écrivez par exemple FREQ=WEEKLY

    recurrence.frequency
    en '{1}' is no frequency; write DAILY, WEEKLY, MONTHLY or YEARLY
    fr « {1} » n'est pas une fréquence ; écrivez DAILY, WEEKLY, MONTHLY ou YEARLY

    recurrence.often
    en {1} is too often: a page gets a post every day at most, and BYHOUR names several hours of a day
    fr {1} est trop fréquent : une page reçoit une publication par jour au plus, et BYHOUR nomme plusieurs heures d'un jour

    recurrence.countAndUntil
    en COUNT and UNTIL do not go together; keep one of them
    fr COUNT et UNTIL ne vont pas ensemble ; gardez l'un des deux

    recurrence.combination
    en {1} does not go with FREQ={2}
    fr {1} ne va pas avec FREQ={2}

    recurrence.ordinal
    en which weekday it is (1FR, -1SU) can be said of a month or a year without BYWEEKNO, not with FREQ={1}
    fr le rang d'un jour (1FR, -1SU) se dit d'un mois, ou d'une année sans BYWEEKNO, pas avec FREQ={1}

    recurrence.mixed
    en BYDAY names weekdays with and without a number; make two entries of it
    fr BYDAY mêle des jours avec et sans rang ; faites-en deux entrées

    recurrence.positionAlone
    en BYSETPOS picks from what another BY… gives; add one
    fr BYSETPOS choisit dans ce que donne un autre BY… ; ajoutez-en un

    recurrence.prefix
    en write the rule without 'RRULE:'
    fr écrivez la règle sans « RRULE: »

    recurrence.form
    en '{1}' is no part of a rule; write 'FREQ=MONTHLY;BYDAY=1FR', for example
    fr « {1} » n'est pas une partie de règle ; écrivez par exemple « FREQ=MONTHLY;BYDAY=1FR »

    recurrence.name
    en a rule has no part '{1}'; there are {2}
    fr une règle n'a pas de partie « {1} » ; il y a {2}

    recurrence.name.suggestion
    en a rule has no part '{1}'; did you mean {2}?
    fr une règle n'a pas de partie « {1} » ; vouliez-vous dire {2} ?

    recurrence.value
    en {1} does not take '{2}'; write {3}
    fr {1} n'accepte pas « {2} » ; écrivez {3}
    """
}
