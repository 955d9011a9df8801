extension Catalogue {
  /// What a person reads of the networks' limits: hosts that do not answer, budgets that run out.
  static let limits = """
    network.silent
    en {1} answers nobody; it is asked again at {2}
    fr {1} ne répond à personne ; prochain essai le {2}

    limits.silent
    en {1} has not answered since {2}; trying again at {3}
    fr {1} ne répond plus depuis le {2} ; prochain essai le {3}

    limits.answers
    en {1} answers again
    fr {1} répond de nouveau

    limits.paused.canary
    en it paused by itself: {1} of the first pages failed
    fr elle s'est suspendue d'elle-même : {1} des premières pages ont échoué

    limits.paused.wave
    en it paused by itself: {1} of the last pages failed, and not for reasons of their own
    fr elle s'est suspendue d'elle-même : {1} des dernières pages ont échoué, et pas pour des raisons qui leur
      soient propres

    limits.paused.spam
    en it paused by itself: the network took posts on two pages for spam within ten minutes
    fr elle s'est suspendue d'elle-même : le réseau a pris pour du spam des publications de deux pages en dix
      minutes

    doctor.budget
    en {1} says that {2} % of the app's calls are used: posts of stores and questions wait until {3} at the
      latest, or until it says less
    fr {1} annonce {2} % des appels de l'application utilisés : les publications des magasins et les
      questions attendent jusqu'au {3} au plus tard, ou jusqu'à une annonce plus basse
    """
}
