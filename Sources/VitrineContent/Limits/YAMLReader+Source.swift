import VitrineCore

extension YAMLReader {
  /// Where a figure is from: `source`, `wording`, `confidence` and `checked`, all of them required.
  mutating func limitSource(_ mapping: YAMLMapping) -> LimitSource? {
    let page = text(mapping, "source", required: true, maximum: 500)
    let wording = text(mapping, "wording", required: true, maximum: 500)
    let confidence = word(mapping, "confidence", NetworkLimits.Confidence.self)
    let checked = moment(mapping, "checked")
    if let checked, checked.kind != .date {
      add(
        Message("yaml.want-date", mapping.path("checked"), checked.text), rule: "yaml.type",
        at: mapping["checked"])
    } else if mapping["checked"] == nil {
      add(
        Message("yaml.missing", mapping.path("checked")), rule: "yaml.missing", at: mapping.node)
    }
    guard let page, let wording, let confidence, let checked else { return nil }
    return LimitSource(
      page: page, wording: wording, confidence: confidence, checked: checked.text)
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ mapping: YAMLMapping, _ key: String, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let node = value(mapping, key, required: true) else { return nil }
    return word(node, mapping.path(key), Word.self)
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ path: String, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let text = text(node, path, maximum: 60) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    add(
      Message("yaml.want-word", path, known, TerminalText.excerpt(text)), rule: "yaml.type",
      at: node)
    return nil
  }
}
