import VitrineCore

extension YAMLReader {
  /// The offer of a template: each key a value or one hole, and then the field has the right type.
  mutating func offer(_ root: YAMLMapping, fields: [MessageField]) -> OfferSource? {
    let keys = OfferSource.Key.allCases
    guard let node = value(root, "offer"),
      let mapping = mapping(node, "offer", allowed: keys.map(\.rawValue))
    else { return nil }
    var values: [OfferSource.Key: String] = [:]
    for key in keys {
      guard let node = mapping[key.rawValue] else { continue }
      guard let text = text(mapping, key.rawValue, maximum: 200),
        isFit(text, for: key, fields, at: node)
      else { continue }
      values[key] = text
    }
    let source = OfferSource(values)
    for (key, message) in source.filled(with: [:]).contradictions {
      add(message, rule: "offer.\(key.rawValue)", at: mapping[key.rawValue])
    }
    return source
  }

  private mutating func isFit(
    _ text: String, for key: OfferSource.Key, _ fields: [MessageField], at node: YAMLNode
  ) -> Bool {
    let path = "offer.\(key.rawValue)"
    guard let name = OfferSource.hole(in: text) else {
      guard !text.contains("{{"), !text.contains("}}") else {
        add(Message("offer.mixed", path), rule: "offer.form", at: node)
        return false
      }
      return isValue(text, of: key, path, at: node)
    }
    guard let kind = key.kind else {
      add(Message("offer.no-hole", path), rule: "offer.type", at: node)
      return false
    }
    guard let field = fields.first(where: { $0.name == name }) else {
      // The register's own words may stand where words are asked for.
      if kind == .text, Store.fieldNames.contains(name) || Store.isExtraField(name) { return true }
      let meant = EditDistance.suggestion(for: name, among: fields.map(\.name))
      add(
        Message("template.unknown", TerminalText.excerpt(name)), rule: "template.unknown", at: node,
        fix: meant.map { Message("did.you.mean", "{{\($0)}}") })
      return false
    }
    if key.takes(field.kind) { return true }
    add(
      Message("offer.type", path, kind.rawValue, name, field.kind.rawValue), rule: "offer.type",
      at: node)
    return false
  }

  private mutating func isValue(
    _ text: String, of key: OfferSource.Key, _ path: String, at node: YAMLNode
  ) -> Bool {
    let shown = TerminalText.excerpt(text)
    switch key.kind {
    case .text?, .choice?, .image?: return true
    case .price?:
      if FieldValue.fits(text, MessageField(name: path, kind: .price)) { return true }
      add(
        Message("offer.want-price", path, shown), rule: "yaml.type", at: node,
        fix: MessageField(name: path, kind: .price).advice(about: text))
    case .date?:
      if MessageValidity.Moment(text)?.date != nil { return true }
      add(Message("yaml.want-date", path, shown), rule: "yaml.type", at: node)
    case .number?:
      if (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) {
        return true
      }
      add(Message("offer.want-pieces", path, shown), rule: "yaml.type", at: node)
    case nil:
      if text == "true" || text == "false" { return true }
      add(Message("yaml.want-bool", path, shown), rule: "yaml.type", at: node)
    }
    return false
  }
}
