import VitrineCore

/// What one rule file says, with the places that other files are compared with.
struct RuleFile {
  /// A value and where it stands.
  struct Placed<Value> {
    let value: Value
    let file: String
    let node: YAMLNode
  }

  /// The name in findings.
  let name: String
  var rules: [Placed<RetailRule>] = []
  var subjects: [Placed<RuleSubject>] = []
  var ignored: [Phrase] = []
  var sales: Placed<SalesCalendar>?
  /// The subjects that rules and subjects name.
  var references: [Placed<String>] = []
  var findings: [Finding] = []
  /// Whether it could not be read at all, so that what it declares is not known.
  private(set) var isBroken = false

  /// Reads the bytes of a file; `networks` are those that a rule may name.
  init(_ bytes: [UInt8], name: String, networks: [Network]) {
    self.name = name
    let document = YAMLDocument(bytes, file: name)
    var reader = RuleReader(file: name, networks: networks)
    guard document.findings.isEmpty else {
      findings = document.findings
      isBroken = true
      return
    }
    if let root = document.root { reader.read(root, into: &self) }
    findings = reader.yaml.findings.inOrder()
  }
}
