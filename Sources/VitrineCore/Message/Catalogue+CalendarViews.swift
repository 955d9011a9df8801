extension Catalogue {
  /// The month that a terminal shows.
  static let calendarViews = """
    calendar.month.empty
    en nothing this month
    fr rien ce mois-ci

    calendar.legend.mandatory
    en mandatory
    fr obligatoire

    calendar.legend.standard
    en goes out
    fr part d'office

    calendar.legend.optional
    en suggestion
    fr suggestion

    calendar.legend.task
    en task
    fr tâche
    """
}
