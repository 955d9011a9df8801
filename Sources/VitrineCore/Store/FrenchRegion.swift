/// The 18 administrative regions of France since 2016, five of them overseas (INSEE's spelling).
package enum FrenchRegion {
  /// The names, in byte order.
  package static let names = [
    "Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne", "Centre-Val de Loire", "Corse",
    "Grand Est", "Guadeloupe", "Guyane", "Hauts-de-France", "La Réunion", "Martinique", "Mayotte",
    "Normandie", "Nouvelle-Aquitaine", "Occitanie", "Pays de la Loire",
    "Provence-Alpes-Côte d'Azur", "Île-de-France",
  ]

  /// The names, to look up.
  package static let known = Set(names)
}
