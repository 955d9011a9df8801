import VitrineCore

/// A template, or a store's own text, made ready to say what each store's post says.
///
/// The one place that knows how a source becomes a text.
struct PostRendering {
  /// What is rendered.
  let source: MessageSource
  /// What stands in its fields, as a file writes it.
  let values: [String: String]
  private let limits: NetworkLimits

  /// What one store's post would say on one network.
  struct Text {
    var text = ""
    var link: String?
    var offer: Offer?
    var media: [MessageMedia] = []
    /// What the source declares about its pictures, in their order.
    var declarations: [PictureDeclaration] = []
    /// What was filled in from the register.
    var registerWords: [String] = []
    /// What is wrong with it.
    var findings: [Finding] = []
  }

  /// Reads the texts and the values; what is wrong everywhere is `invalid` with all of it.
  init(_ source: MessageSource, values: [String: String], limits: NetworkLimits) throws {
    self.source = source
    self.limits = limits
    let (filled, findings) = source.filled(with: values)
    guard findings.isEmpty else {
      throw Fault(
        .invalid, Message("posts.values", source.title), hint: Message("posts.values.hint"),
        subject: source.file, findings: findings)
    }
    self.values = filled
    var wrong: [Finding] = []
    for text in [source.body] + source.texts.values {
      let found = TextTemplate.parse(text.text, declared: Self.names(source), file: source.file)
        .findings.all
      for finding in found where finding.severity == .error && !wrong.contains(finding) {
        wrong.append(finding)
      }
    }
    guard wrong.isEmpty else {
      throw Fault(
        .invalid, Message("broadcast.badText", source.file ?? source.title),
        subject: source.file, findings: wrong)
    }
  }

  /// The families of goods that the source declares.
  var families: [String] { [] }

  /// Why a store may not use it; nil when it may.
  func refusal(for store: Store) -> Message? { nil }

  /// The post of a store on a network, on the day of its publication there.
  func post(for store: Store, on network: Network, day: CivilDate) -> Text {
    var result = Text(link: source.link, media: source.media)
    let (template, _) = TextTemplate.parse(
      source.text(for: network).text, declared: Self.names(source))
    let register = store.fields
    result.registerWords = template.fieldNames.compactMap { register[$0] }
    switch template.render(values.merging(register) { $1 }) {
    case .missing(let names):
      result.findings = [
        Finding(
          .error,
          Message("posts.missing", store.code, network, names.joined(separator: ", ")),
          rule: "posts.missing")
      ]
    case .text(let text):
      result.text = text
      result.findings = TextCheck.findings(in: text).all.filter { $0.severity == .error }
      if let long = limits.check(text, for: network) { result.findings.append(long) }
    }
    return result
  }

  private static func names(_ source: MessageSource) -> [String] {
    Store.fieldNames + source.fields.map(\.name)
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
