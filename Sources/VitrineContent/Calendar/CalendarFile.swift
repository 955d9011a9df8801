import VitrineCore

/// What one file of the calendar says.
struct CalendarFile {
  /// The entries without an error, in the order of the file.
  private(set) var entries: [CalendarEntry] = []
  /// What is wrong with the file.
  private(set) var findings: [Finding] = []

  /// Reads the bytes of a file.
  init(_ bytes: [UInt8], name: String, _ knowledge: CalendarKnowledge) {
    let document = YAMLDocument(bytes, file: name)
    guard document.findings.isEmpty else {
      findings = document.findings
      return
    }
    var reader = CalendarReader(file: name, knowledge)
    if let root = document.root { entries = reader.read(root) }
    findings = reader.yaml.findings.inOrder()
  }
}
