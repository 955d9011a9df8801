extension MediaLimits {
  /// What a network would refuse about a post's pictures, in their order.
  ///
  /// Meant for the stripped pictures, which are what is sent. `name` stands before the colon of a
  /// finding, as files do. A network without figures has no findings.
  package func check(
    _ pictures: [(name: String?, picture: Picture)], for network: Network
  ) -> [Finding] {
    check(count: pictures.count, for: network)
      + pictures.flatMap { check($0.picture, named: $0.name, for: network) }
  }

  /// Whether a network takes this many pictures in one post.
  package func check(count: Int, for network: Network) -> [Finding] {
    guard let limit = limits[network] else { return [] }
    if count == 0, limit.isRequired {
      let message = Message("limits.picture-required", network)
      return [
        Finding(
          .error, message, rule: "network.picture-required",
          fix: Message("limits.picture-required-fix"))
      ]
    }
    guard let most = limit.pictures, count > most else { return [] }
    return [
      Finding(
        .error, Message("limits.picture-count", network, count, most),
        rule: "network.picture-count",
        fix: Message("limits.picture-count-fix", count - most))
    ]
  }

  /// What a network would refuse about one picture: each finding says what was found and what is
  /// allowed.
  package func check(_ picture: Picture, named name: String? = nil, for network: Network)
    -> [Finding]
  {
    guard let limit = limits[network] else { return [] }
    var findings: [Finding] = []
    func add(_ message: Message, _ rule: String, _ fix: Message) {
      findings.append(
        Finding(.error, message, rule: "network.picture-\(rule)", file: name, fix: fix))
    }
    if !limit.types.isEmpty, !limit.types.contains(picture.type) {
      let taken = limit.types.map(\.title).joined(separator: ", ")
      add(
        Message("limits.picture-type", network, picture.type.title, taken), "type",
        Message("limits.picture-type-fix", limit.types.first?.title ?? ""))
    }
    if let most = limit.bytes, picture.bytes > most {
      add(
        Message("limits.picture-bytes", network, picture.bytes, most), "bytes",
        Message("limits.picture-bytes-fix"))
    }
    if let message = Self.width(picture.width, limit.width, network) {
      add(message, "width", Message("limits.picture-size-fix"))
    }
    if let message = Self.height(picture.height, limit.height, network) {
      add(message, "height", Message("limits.picture-size-fix"))
    }
    if let ratio = limit.ratio {
      let least = ratio.lowerBound.leastWidth(at: picture.height)
      let most = ratio.upperBound.mostWidth(at: picture.height)
      if picture.width < least || picture.width > most {
        add(
          Message(
            code: "limits.picture-ratio",
            arguments: [
              network.description, String(picture.width), String(picture.height),
              ratio.lowerBound.description, ratio.upperBound.description, String(least),
              String(most),
            ]), "ratio", Message("limits.picture-ratio-fix"))
      }
    }
    return findings
  }

  private static func width(_ found: Int, _ bounds: Bounds, _ network: Network) -> Message? {
    if let least = bounds.least, found < least {
      return Message("limits.picture-narrow", network, found, least)
    }
    guard let most = bounds.most, found > most else { return nil }
    return Message("limits.picture-wide", network, found, most)
  }

  private static func height(_ found: Int, _ bounds: Bounds, _ network: Network) -> Message? {
    if let least = bounds.least, found < least {
      return Message("limits.picture-low", network, found, least)
    }
    guard let most = bounds.most, found > most else { return nil }
    return Message("limits.picture-tall", network, found, most)
  }

  /// Whether a text names more subjects (`#…`) or accounts (`@…`) than a network takes.
  package func check(text: String, for network: Network) -> [Finding] {
    guard let limit = limits[network] else { return [] }
    var findings: [Finding] = []
    if let most = limit.hashtags, case let found = Self.words(in: text, after: "#"), found > most {
      findings.append(
        Finding(
          .error, Message("limits.hashtags", network, found, most), rule: "network.hashtags"))
    }
    if let most = limit.mentions, case let found = Self.words(in: text, after: "@"), found > most {
      findings.append(
        Finding(
          .error, Message("limits.mentions", network, found, most), rule: "network.mentions"))
    }
    return findings
  }

  /// How many words a sign begins; inside a word, as in an e-mail address, it begins none.
  private static func words(in text: String, after sign: Unicode.Scalar) -> Int {
    var count = 0
    var (before, previous): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    for scalar in text.unicodeScalars {
      if previous == sign, isWord(scalar), !isWord(before) { count += 1 }
      (before, previous) = (previous, scalar)
    }
    return count
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
