import VitrineCore

/// What the reader of calendars must know of the rest of the workspace.
package struct CalendarKnowledge: Sendable {
  /// The templates of the library, by their ids.
  package var templates: [String: MessageSource]
  /// Ids of templates whose files are broken: known, and not to be judged.
  package var broken: Set<String>
  /// The networks that an entry may name.
  package var networks: [Network]
  /// The zones in which local hours must exist.
  package var zones: [String]
  /// The values that selectors may name; nil where the register is not known.
  package var vocabulary: SelectorVocabulary?
  /// Today where the organisation is: what lies more than ten years ahead of it is refused.
  package var today: CivilDate

  /// Makes knowledge.
  package init(
    templates: [String: MessageSource], broken: Set<String> = [], networks: [Network],
    zones: [String], vocabulary: SelectorVocabulary? = nil, today: CivilDate
  ) {
    self.templates = templates
    self.broken = broken
    self.networks = networks
    self.zones = zones
    self.vocabulary = vocabulary
    self.today = today
  }

  /// Knows a library.
  package init(
    _ library: Library, networks: [Network], zones: [String],
    vocabulary: SelectorVocabulary? = nil, today: CivilDate
  ) {
    var templates: [String: MessageSource] = [:]
    for entry in library.entries where entry.kind == .template {
      if let source = library[entry.id]?.source { templates[entry.id] = source }
    }
    self.init(
      templates: templates,
      broken: Set(library.entries.map(\.id)).subtracting(templates.keys), networks: networks,
      zones: zones, vocabulary: vocabulary, today: today)
  }

  /// The last day that a calendar may name.
  var horizon: CivilDate {
    CivilDate(daysSince1970: min(today.daysSince1970 + 3653, CivilDate.last.daysSince1970))
  }
}
