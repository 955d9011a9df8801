import VitrineCore

/// A template, or a store's own text, made ready to say what each store's post says.
///
/// The one place that knows how a source becomes a text. What is the same for all stores of a day is
/// done once.
struct PostRendering {
  /// What is rendered.
  let source: MessageSource
  /// What stands in its fields, as a file writes it.
  let values: [String: String]
  private var prepared: [CivilDate: PreparedMessage] = [:]

  /// Reads the texts and the values; what is wrong everywhere is `invalid` with all of it.
  init(_ source: MessageSource, values: [String: String], limits: NetworkLimits) throws {
    self.source = source
    let (filled, findings) = source.filled(with: values)
    guard findings.isEmpty else {
      throw Fault(
        .invalid, Message("posts.values", source.title), hint: Message("posts.values.hint"),
        subject: source.file, findings: findings)
    }
    self.values = filled
    try Self.check(source, limits)
  }

  /// Refuses a source whose texts are wrong whatever stands in its fields.
  static func check(_ source: MessageSource, _ limits: NetworkLimits) throws {
    let check = MessageTextCheck(source, networks: source.networks, limits: limits)
    guard !check.hasErrors else {
      throw Fault(
        .invalid, Message("broadcast.badText", source.file ?? source.title),
        subject: source.file, findings: check.findings)
    }
  }

  /// The post of a store on a network, on the day of its publication there, with a link of its own if
  /// it has one.
  mutating func post(
    for store: Store, on network: Network, day: CivilDate, link: String? = nil
  ) -> RenderedPost {
    let message = prepared[day] ?? PreparedMessage(source, values: values, day: day)
    prepared[day] = message
    return message.post(on: network, for: store, link: link)
  }

  /// What is wrong with a rendered text, whatever the rules say of it.
  static func findings(
    _ post: RenderedPost, _ store: StoreCode, _ network: Network, _ limits: NetworkLimits
  ) -> [Finding] {
    guard post.missing.isEmpty else {
      let names = post.missing.joined(separator: ", ")
      return [
        Finding(.error, Message("posts.missing", store, network, names), rule: "posts.missing")
      ]
    }
    guard !post.text.isEmpty else {
      return [Finding(.error, Message("posts.noText"), rule: "posts.noText")]
    }
    return TextCheck.findings(in: post.text).all.filter { $0.severity == .error }
      + (limits.check(post.text, for: network).map { [$0] } ?? [])
  }
}

extension MessageSource {
  /// A store's own text, as if it were a template without fields.
  init(ownText text: String, link: String?) {
    self.init(
      title: Self.title(of: text), link: link,
      body: SourceText(TextNormalization.normalized(text), line: 1))
  }

  /// The first words, for people who read a list.
  private static func title(of text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return TerminalText.excerpt(line)
  }
}
