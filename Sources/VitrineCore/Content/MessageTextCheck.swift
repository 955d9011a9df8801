/// What is wrong with the texts of a message before any store is known.
///
/// The same check serves the reader of files and whoever renders: a wrong hole has one message.
package struct MessageTextCheck: Sendable {
  /// Errors and warnings, each once, in the order of the texts.
  package private(set) var findings: [Finding] = []
  /// The names that stand in a hole of some text.
  package private(set) var used: Set<String> = []
  private let source: MessageSource
  private let declared: Set<String>
  private let pictures: Set<String>
  private let optional: Set<String>
  private let own: Set<String>

  /// Checks the text of each of these networks; the body alone where none is named.
  ///
  /// - Parameters:
  ///   - source: the message.
  ///   - networks: where it goes.
  ///   - limits: how long a text may be there. Too long before a field is filled is too long for
  ///     every store, and is said here.
  ///   - further: names that are declared, too, though their fields have errors of their own.
  package init(
    _ source: MessageSource, networks: [Network], limits: NetworkLimits,
    declaring further: [String] = []
  ) {
    self.source = source
    own = Set(source.fields.map(\.name))
    declared = own.union(Store.fieldNames).union(further)
    pictures = Set(source.fields.filter { $0.kind == .image }.map(\.name))
    optional = Set(source.fields.filter { !$0.isRequired && $0.kind != .image }.map(\.name))
    var byText: [(text: SourceText, networks: [Network])] = [(source.body, [])]
    for network in networks {
      let text = source.text(for: network)
      if let index = byText.firstIndex(where: { $0.text == text }) {
        byText[index].networks.append(network)
      } else {
        byText.append((text, [network]))
      }
    }
    // A text that no network asks for is published nowhere today, and may be tomorrow.
    for (_, text) in source.texts.sorted(by: { $0.key < $1.key })
    where !byText.contains(where: { $0.text == text }) {
      byText.append((text, []))
    }
    for (text, networks) in byText { check(text, networks, limits) }
  }

  /// Whether a finding is an error.
  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  private mutating func check(_ text: SourceText, _ networks: [Network], _ limits: NetworkLimits) {
    let reading = TextTemplate.read(
      text.text, declared: declared, file: source.file, firstLine: text.line)
    var list = reading.findings
    var byLine: [Int: [TextTemplate.Hole]] = [:]
    for hole in reading.holes {
      used.insert(hole.name)
      if pictures.contains(hole.name) {
        list.add(Message("template.picture-hole", hole.name), at: hole.place)
      } else if own.contains(hole.name) {
        byLine[hole.place.line, default: []].append(hole)
      }
    }
    for holes in byLine.values { checkOmission(holes, &list) }
    list.add(
      contentsOf: PlainTextCheck.findings(in: text.text, file: source.file, firstLine: text.line))
    add(list.all)
    for network in networks {
      guard var finding = limits.check(reading.template.fixedText, for: network) else { continue }
      finding.file = source.file
      finding.line = text.line
      add([finding])
    }
  }

  /// A line goes with its optional field, and takes what else somebody filled in there with it.
  private func checkOmission(_ holes: [TextTemplate.Hole], _ list: inout FindingList) {
    guard let leaving = holes.first(where: { optional.contains($0.name) }),
      let other = holes.first(where: { $0.name != leaving.name })
    else { return }
    list.add(
      Message("template.shared-line", leaving.name, other.name), .warning, at: other.place)
  }

  private mutating func add(_ more: [Finding]) {
    for finding in more where !findings.contains(finding) { findings.append(finding) }
  }
}
