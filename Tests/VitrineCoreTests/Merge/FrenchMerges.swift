import Testing

/// What head offices correct and stores adapt, as it comes up in a year.
enum FrenchMerges {
  /// A default of a template, what the store made of it, what head office made of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let base: String
    let store: String
    let office: String
    /// The merged text; `nil` when somebody must choose.
    let merged: String?

    init(_ base: String, store: String, office: String, merged: String?) {
      (self.base, self.store, self.office, self.merged) = (base, store, office, merged)
    }

    var testDescription: String { "\(store) ← \(office)" }
  }

  static let cases = [
    // Head office mends a slip that the store left in.
    Case(
      "Venez découvrir nos bonne affaires au rayon frais ce samedi.",
      store: "Venez découvrir nos bonne affaires au rayon frais ce samedi et dimanche matin.",
      office: "Venez découvrir nos bonnes affaires au rayon frais ce samedi.",
      merged: "Venez découvrir nos bonnes affaires au rayon frais ce samedi et dimanche matin."),
    Case(
      "Le pére Noël passe au magasin mercredi après-midi.",
      store: "Le pére Noël passe au magasin mercredi de 14 h à 17 h.",
      office: "Le père Noël passe au magasin mercredi après-midi.",
      merged: "Le père Noël passe au magasin mercredi de 14 h à 17 h."),
    // The store had mended it already.
    Case(
      "Rendez-vous au rayon boulangerie pour la gallette.",
      store: "Rendez-vous au rayon boulangerie pour la galette.",
      office: "Rendez-vous au rayon boulangerie pour la galette.",
      merged: "Rendez-vous au rayon boulangerie pour la galette."),
    Case(
      "Les huitres sont arrivées chez votre poissonnier.",
      store: "Les huîtres de Cancale sont arrivées chez votre poissonnier.",
      office: "Les huîtres sont arrivées chez votre poissonnier.",
      merged: "Les huîtres de Cancale sont arrivées chez votre poissonnier."),
    // A line each.
    Case(
      "Collecte pour la banque alimentaire.\nBénévoles à l'entrée du magasin.",
      store: "Collecte pour la banque alimentaire.\nBénévoles du lycée à l'entrée du magasin.",
      office: "Grande collecte pour la banque alimentaire.\nBénévoles à l'entrée du magasin.",
      merged:
        "Grande collecte pour la banque alimentaire.\nBénévoles du lycée à l'entrée du magasin."),
    Case(
      "Horaires du 14 juillet\nde 9 h à 12 h 30\nBonne fête nationale !",
      store: "Horaires du 14 juillet\nde 9 h à 13 h\nBonne fête nationale !",
      office: "Horaires du 14 juillet\nde 9 h à 12 h 30\nBonne fête nationale à tous !",
      merged: "Horaires du 14 juillet\nde 9 h à 13 h\nBonne fête nationale à tous !"),
    Case(
      "Merci de votre fidélité.",
      store: "Merci de votre fidélité.\nToute l'équipe de Belley",
      office: "Merci à tous de votre fidélité.",
      merged: "Merci à tous de votre fidélité.\nToute l'équipe de Belley"),
    // Head office takes out what may not be said; the store's own words stay.
    Case(
      "Dégustation gratuite de vins samedi au rayon cave, venez nombreux.",
      store: "Dégustation gratuite de vins samedi au rayon cave, venez nombreux dès 10 h.",
      office: "Dégustation de vins samedi au rayon cave, venez nombreux.",
      merged: "Dégustation de vins samedi au rayon cave, venez nombreux dès 10 h."),
    // The store takes out what it does not have.
    Case(
      "Drive, parking couvert et station-service ouverts dimanche matin.",
      store: "Drive et station-service ouverts dimanche matin.",
      office: "Drive, parking couvert et station-service ouverts le dimanche matin.",
      merged: "Drive et station-service ouverts le dimanche matin."),
    // Typography: a narrow no-break space instead of a blank.
    Case(
      "Pensez à vos cadeaux de Noël, il en reste encore !",
      store: "Pensez à vos cadeaux de Noël chez nous, il en reste encore !",
      office: "Pensez à vos cadeaux de Noël, il en reste encore\u{202F}!",
      merged: "Pensez à vos cadeaux de Noël chez nous, il en reste encore\u{202F}!"),
    Case(
      "L\u{2019}équipe vous attend samedi pour la rentrée des classes.",
      store: "L\u{2019}équipe vous attend samedi matin pour la rentrée des classes.",
      office: "L'équipe vous attend samedi pour la rentrée des classes.",
      merged: "L'équipe vous attend samedi matin pour la rentrée des classes."),
    // The same letters in two spellings of Unicode are no change.
    Case(
      "Marche\u{301} des producteurs locaux dimanche sur le parking.",
      store: "Marché des producteurs locaux dimanche matin sur le parking.",
      office: "Marche\u{301} des producteurs locaux dimanche sur le parking du magasin.",
      merged: "Marché des producteurs locaux dimanche matin sur le parking du magasin."),
    // Both at one hour, amount, date or name: nobody wrote a mixture.
    Case(
      "Ouvert jusqu'à 19 h", store: "Ouvert jusqu'à 20 h", office: "Ouvert jusqu'à 19 h 30",
      merged: nil),
    Case(
      "Fermé le 25 décembre", store: "Fermé le 26 décembre", office: "Fermé le 25 et 26 décembre",
      merged: nil),
    Case(
      "3 achetés, 1 offert", store: "2 achetés, 1 offert", office: "3 achetés, 2 offerts",
      merged: nil),
    Case(
      "Dès 1 500 € d'achat", store: "Dès 1 200 € d'achat", office: "Dès 1 000 € d'achat",
      merged: nil),
    Case(
      "Animation avec Julie", store: "Animation avec Karim",
      office: "Animation avec notre conseiller",
      merged: nil),
    // One takes out what the other changes.
    Case(
      "Parking gratuit, navette toutes les 20 minutes.", store: "Parking gratuit.",
      office: "Parking gratuit, navette toutes les 15 minutes.", merged: nil),
    Case(
      "Soldes jusqu'à -50 % dans tout le magasin.",
      store: "Soldes jusqu'à -40 % dans tout le magasin.",
      office: "Soldes dans tout le magasin.", merged: nil),
    // Both say something new in the same place.
    Case("", store: "Venez en famille.", office: "Venez nombreux.", merged: nil),
    Case(
      "À bientôt.", store: "À bientôt à Gex.", office: "À bientôt en magasin.", merged: nil),
    // A text of the store's own, from the first word to the last.
    Case(
      "Profitez de nos offres de rentrée.",
      store: "Chez nous, la rentrée commence par un café : passez nous voir.",
      office: "Profitez de toutes nos offres de rentrée.", merged: nil),
  ]
}
