import VitrineCore

extension MessageReader {
  private static var mediaKeys: [String] {
    ["file", "alt", "people", "minors", "consent", "parents"]
  }

  /// The pictures of the message, in the order of the file.
  mutating func media(_ root: YAMLMapping) -> [MessageMedia] {
    var result: [MessageMedia] = []
    for item in yaml.list(root, "media") ?? [] {
      guard let mapping = yaml.mapping(item, "media", allowed: Self.mediaKeys) else { continue }
      let alt = yaml.text(mapping, "alt", maximum: 1000)
      if mapping["alt"] == nil {
        yaml.add(
          severity: kind == .template ? .error : .warning, Message("message.no-alt"),
          rule: "message.alt", at: item)
      }
      let declaration = PictureDeclaration(
        showsPeople: yaml.bool(mapping, "people") ?? false,
        showsMinors: yaml.bool(mapping, "minors") ?? false,
        consent: yaml.text(mapping, "consent", maximum: 200),
        parents: yaml.text(mapping, "parents", maximum: 200))
      guard let file = yaml.text(mapping, "file", required: true, maximum: 300),
        let node = mapping["file"]
      else { continue }
      if let problem = MediaPath.problem(with: file) {
        yaml.add(problem, rule: "message.media", at: node)
      } else {
        keep(file, node)
        result.append(MessageMedia(file: file, alt: alt, declaration: declaration))
      }
    }
    return result
  }
}
