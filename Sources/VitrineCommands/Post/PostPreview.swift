import VitrineCore

/// A post as its network will show it, for somebody who looks at it before it leaves.
struct PostPreview: Hashable, Sendable {
  /// A picture of the post.
  struct Picture: Hashable, Sendable {
    /// The name of its file.
    var name: String
    /// Its size in pixels, where it is known.
    var width: Int?
    var height: Int?
    /// What it shows.
    var alt: String?
  }

  /// The network.
  var network: Network
  /// The name of the store's page there.
  var page: String
  /// The text as it will be sent.
  var text: String
  /// The address of the card below the text; nothing where the network shows none.
  var link: String? = nil
  /// The pictures, in the order in which they are shown.
  var pictures: [Picture] = []
  /// How the network counts the text, and how much it takes.
  var length: TextLength
  /// How many hashtags the network takes; nothing where it has no limit.
  var mostHashtags: Int?

  /// The lines of the preview, in a frame that is open to the right: its width depends on no
  /// terminal's idea of an emoji.
  func lines(columns: Int, _ language: Language) -> [ScreenLine] {
    let columns = max(20, columns)
    let head = "┌ \(network) · \(page) "
    let rule = String(repeating: "─", count: max(0, columns - TerminalText.displayWidth(head)))
    var lines = [ScreenLine("┌ ", .faint).then("\(network) · \(page) ", .bold).then(rule, .faint)]
    lines += body(TerminalText.wrapped(text, to: columns - 2), .plain)
    if let link {
      let host = (try? WebLink(link))?.host ?? link
      lines += body(
        TerminalText.wrapped(
          Message("preview.link", host, link).text(in: language), to: columns - 2),
        .faint)
    }
    for picture in pictures {
      lines += body(TerminalText.wrapped(words(picture, language), to: columns - 2), .faint)
    }
    return lines + [ScreenLine("└ ", .faint).then(length.text(language), length.style)]
      + hashtags(language)
  }

  private func body(_ texts: [String], _ style: ScreenLine.Style) -> [ScreenLine] {
    texts.map { ScreenLine("│ ", .faint).then($0, style) }
  }

  private func words(_ picture: Picture, _ language: Language) -> String {
    var parts = [picture.name]
    if let width = picture.width, let height = picture.height {
      parts.append("\(width) × \(height)")
    }
    parts.append(
      picture.alt ?? Message("preview.noAlt").text(in: language))
    return "▣ " + parts.joined(separator: " · ")
  }

  /// How many hashtags there are, where the network counts them.
  private func hashtags(_ language: Language) -> [ScreenLine] {
    let count = MediaLimits.hashtags(in: text)
    guard let mostHashtags, count > 0 else { return [] }
    let message = Message("preview.hashtags", count, mostHashtags)
    return [ScreenLine("  " + message.text(in: language), count > mostHashtags ? .warning : .faint)]
  }
}
