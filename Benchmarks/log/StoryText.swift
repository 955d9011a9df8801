import VitrineCore
import VitrineStorage

/// What a publication of the story says, so that words can be searched: the same for one index.
///
/// One post in 5,000 is about foie gras, half of the others about promotions; every one has the words
/// that all of a retailer's posts have.
struct StoryText {
  private static let subjects = [
    "Promotion sur les fruits et légumes de saison", "Ouverture exceptionnelle dimanche matin",
    "Promotion de la semaine au rayon poissonnerie", "Nouveau service de retrait au magasin",
    "Rappel d'un produit : rapportez-le au magasin", "Promotion sur les jouets avant Noël",
  ]

  /// The texts of the publications among records that begin at an index.
  static func texts(of records: [AuditRecord], from start: Int) -> [PublishedText] {
    records.enumerated().compactMap { offset, record in
      guard record.isPublication, let object = record.object else { return nil }
      let index = start + offset
      let store = record.target?.store ?? ""
      let day = record.time.milliseconds / 86_400_000
      let subject =
        index.isMultiple(of: 5_000)
        ? "Dégustation de foie gras" : subjects[Int(day) % subjects.count]
      let body = """
        \(subject), du lundi au samedi dans votre magasin Maison Vermeil \(store).

        Nos équipes vous accueillent et vous conseillent ; offre valable dans la limite des stocks
        disponibles. Toutes les informations sont sur la page indiquée ci-dessous. À bientôt !
        """
      return PublishedText(
        index: index, post: PostID(object.id), network: .facebook,
        remoteID: record.remote?.postID.map(RemoteID.init(_:)), body: body, link: nil,
        digest: object.sha256 ?? "", published: record.time)
    }
  }
}
