import VitrineCore

extension MediaLimits: FiguresFile {
  /// Where the limits stand in a workspace.
  package static let path = "content-library/rules/network-media.yaml"
  /// The one key of the file.
  package static let key = "media"
  /// The limits that Vitrine brings along, for a workspace without a file of its own.
  package static let builtIn = Self(read(Array(builtInText.utf8), file: path).figures)

  /// The limits of one network.
  package static func figures(
    _ node: YAMLNode, _ path: String, _ reader: inout YAMLReader
  ) -> Limit? {
    reader.mediaLimit(node, path)
  }
}

extension YAMLReader {
  private static let mediaKeys = [
    "required", "pictures", "types", "bytes", "width", "height", "ratio", "mixesWithVideo",
    "altText", "hashtags", "mentions", "note", "source", "wording", "confidence", "checked",
  ]

  fileprivate mutating func mediaLimit(_ node: YAMLNode, _ path: String) -> MediaLimits.Limit? {
    guard let mapping = mapping(node, path, allowed: Self.mediaKeys) else { return nil }
    let types = pictureTypes(mapping)
    let numbers = (
      pictures: integer(mapping, "pictures", in: 1...1000),
      bytes: integer(mapping, "bytes", in: 1000...1_000_000_000),
      hashtags: integer(mapping, "hashtags", in: 0...1000),
      mentions: integer(mapping, "mentions", in: 0...1000)
    )
    let sides = (bounds(mapping, "width"), bounds(mapping, "height"))
    let ratio = ratio(mapping)
    let note = text(mapping, "note", maximum: 500)
    if mapping["required"] == nil {
      add(Message("yaml.missing", mapping.path("required")), rule: "yaml.missing", at: node)
    }
    let isRequired = bool(mapping, "required")
    let mixes = bool(mapping, "mixesWithVideo")
    let alt = bool(mapping, "altText")
    guard let source = limitSource(mapping), let isRequired else { return nil }
    var limit = MediaLimits.Limit(source: source)
    limit.isRequired = isRequired
    (limit.pictures, limit.bytes) = (numbers.pictures, numbers.bytes)
    (limit.hashtags, limit.mentions) = (numbers.hashtags, numbers.mentions)
    (limit.width, limit.height, limit.ratio) = (sides.0, sides.1, ratio)
    (limit.types, limit.mixesWithVideo, limit.takesAltText) = (types, mixes, alt)
    limit.note = note
    return limit
  }

  private mutating func pictureTypes(_ mapping: YAMLMapping) -> [PictureType] {
    var types: [PictureType] = []
    for item in list(mapping, "types") ?? [] {
      guard let type = word(item, mapping.path("types"), PictureType.self) else { continue }
      if !types.contains(type) { types.append(type) }
    }
    return types
  }

  private mutating func bounds(_ mapping: YAMLMapping, _ key: String) -> MediaLimits.Bounds {
    let path = mapping.path(key)
    guard let inner = self.mapping(mapping[key], path, allowed: ["min", "max"]) else {
      return MediaLimits.Bounds()
    }
    let sides = 1...PictureReader.longestSide
    let (least, most) = (integer(inner, "min", in: sides), integer(inner, "max", in: sides))
    if let least, let most, least > most {
      add(Message("media.bounds", path, least, most), rule: "media.bounds", at: inner["max"])
    }
    return MediaLimits.Bounds(least: least, most: most)
  }

  private mutating func ratio(_ mapping: YAMLMapping) -> ClosedRange<PictureRatio>? {
    let path = mapping.path("ratio")
    guard let inner = self.mapping(mapping["ratio"], path, allowed: ["min", "max"]) else {
      return nil
    }
    guard let least = ratio(inner, "min"), let most = ratio(inner, "max") else { return nil }
    guard least <= most else {
      add(Message("media.bounds", path, least, most), rule: "media.bounds", at: inner["max"])
      return nil
    }
    return least...most
  }

  private mutating func ratio(_ mapping: YAMLMapping, _ key: String) -> PictureRatio? {
    guard let text = text(mapping, key, required: true, maximum: 60) else { return nil }
    if let ratio = PictureRatio(text) { return ratio }
    add(
      Message("media.ratio", mapping.path(key), TerminalText.excerpt(text)), rule: "yaml.type",
      at: mapping[key])
    return nil
  }
}
