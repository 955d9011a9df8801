import Foundation
import Testing
import VitrineContent
import VitrineCore

struct RuleLibraryTests {
  private static let good = """
    rules:
      - id: alcohol-message
        title: Le message sanitaire
        article: CSP L3323-4
        checkedOn: 2026-11-22
        owner: legal
        severity: error
        when:
          - about: [alcohol]
        require:
          - says: [abus d'alcool]
        fix: Ajoutez le message.
    subjects:
      - id: alcohol
        title: Alcool
        family: true
        says: [vin, bière]
    """

  private func lines(_ text: String, _ more: String...) -> [String] {
    let files = ([text] + more).enumerated().map { ("\($0.offset).yaml", Array($0.element.utf8)) }
    return RuleLibrary.read(files.map { (name: $0.0, bytes: $0.1) }).findings.lines()
  }

  @Test func `a good file makes a book`() throws {
    let reading = RuleLibrary.read([("rules.yaml", Array(Self.good.utf8))])
    #expect(reading.findings.lines() == [])
    let book = try #require(reading.book)
    #expect(book.rules.map(\.id) == ["alcohol-message"])
    #expect(book.families == ["alcohol"])
  }

  @Test func `a workspace without rule files has no rules`() throws {
    let folder = try Folder()
    #expect(try RuleLibrary.load(Workspace(folder: folder.url)).rules.isEmpty)
    try folder.write("", to: "content-library/rules/empty.yaml")
    try folder.write("not: rules", to: "content-library/rules/.hidden.yaml")
    try folder.write("not rules", to: "content-library/rules/readme.md")
    #expect(try RuleLibrary.load(Workspace(folder: folder.url)).rules.isEmpty)
  }

  @Test func `all files of the folder make one book, with the severities that were chosen`() throws
  {
    let folder = try Folder()
    let parts = Self.good.components(separatedBy: "subjects:\n")
    try folder.write(parts[0], to: "content-library/rules/rules.yaml")
    try folder.write("subjects:\n" + parts[1], to: "content-library/rules/words.yaml")
    let book = try RuleLibrary.load(
      Workspace(folder: folder.url), severities: ["alcohol-message": .warning])
    #expect(book.rules.map(\.severity) == [.warning])
  }

  @Test func `a severity for a rule that is not there is refused`() throws {
    let folder = try Folder()
    try folder.write(Self.good, to: "content-library/rules/rules.yaml")
    let found = fault {
      _ = try RuleLibrary.load(
        Workspace(folder: folder.url), severities: ["alcohol-mesage": .info, "sales": .info])
    }
    #expect(found?.code == .configuration)
    #expect(
      found?.lines() == [
        "vitrine.yaml: error: 'rules.severity' names the rule 'alcohol-mesage', which does not"
          + " exist; did you mean 'alcohol-message'? [rules.severity]",
        "vitrine.yaml: error: 'rules.severity' names the rule 'sales', which is in no rule file"
          + " [rules.severity]",
      ])
  }

  @Test func `everything that is wrong with a rule is said at once`() {
    let text = """
      rules:
        - id: Alcohol
          title: T
          artikle: A
          checkedOn: 22/11/2026
          owner: legal
          severity: fatal
          from: 2026-11-22
          until: 2026-11-21
          when:
            - about: [alchool]
              says: ["vin …", "a/1er", "vin !", "* x"]
            - discountAbove: 34 %
              ended: yes
            - offer: [prise]
          fix: F
      subjects:
        - id: alcohol
          title: Alcool
          says: [vin]
      """
    #expect(
      lines(text) == [
        "0.yaml:2:5: error: 'rules.article' is missing [yaml.missing]",
        "0.yaml:2:9: error: 'Alcohol' cannot be an id: small letters, digits and '-', beginning with"
          + " a letter [rules.id]",
        "0.yaml:4:5: error: the key 'artikle' is not known; did you mean 'article'?"
          + " [yaml.unknown-key]",
        "0.yaml:5:16: error: 'rules.checkedOn' must be a date such as 2026-11-22, not '22/11/2026'"
          + " [yaml.type]",
        "0.yaml:7:15: error: 'rules.severity' must be one of error, warning, info, not 'fatal'"
          + " [yaml.type]",
        "0.yaml:9:12: error: 'until' would end (2026-11-21) before it begins (2026-11-22)"
          + " [rules.dates]",
        "0.yaml:11:17: error: the subject 'alchool' is not declared; did you mean 'alcohol'?"
          + " [rules.subject]",
        "0.yaml:12:16: error: in the phrase 'vin …' a '…' stands at an end or beside another one"
          + " [rules.phrase]",
        "0.yaml:12:25: error: in the phrase 'a/1er', '1er' is not a single word; alternatives of"
          + " '/' are single words [rules.phrase]",
        "0.yaml:12:34: error: the phrase 'vin !' goes past the end of a sentence, and is never found"
          + " [rules.phrase]",
        "0.yaml:12:43: error: in the phrase '* x' a '*' may only end a word of two letters or more,"
          + " or stand for a word that is not the first [rules.phrase]",
        "0.yaml:13:24: error: 'rules.when.discountAbove' must be a whole number from 0 to 99, not"
          + " '34 %' [yaml.type]",
        "0.yaml:14:16: error: 'rules.when.ended' must be one of true, not 'yes' [yaml.type]",
        "0.yaml:15:17: error: 'rules.when.offer' cannot be 'prise'; did you mean 'price'?"
          + " [yaml.type]",
      ])
  }

  @Test func `an id stands once, in whatever file, and no subject is a part of itself`() {
    let subjects = """
      subjects:
        - {id: a, title: A, partOf: [b], says: [x]}
        - {id: b, title: B, partOf: [a], says: [y]}
        - {id: b, title: B, says: [z]}
      """
    let other = """
      subjects:
        - {id: a, title: A, says: [x]}
      """
    #expect(
      lines(subjects, other) == [
        "0.yaml:2:10: error: the subject 'a' is, through 'partOf', part of itself [rules.circle]",
        "0.yaml:3:10: error: the subject 'b' is, through 'partOf', part of itself [rules.circle]",
        "0.yaml:4:10: error: the id 'b' stands twice; the first is in 0.yaml, line 3 [rules.twice]",
        "1.yaml:2:10: error: the id 'a' stands twice; the first is in 0.yaml, line 2 [rules.twice]",
      ])
  }

  @Test func `the sales name areas and departments that exist, once`() {
    let text = """
      sales:
        checkedOn: 2026-11-22
        owner: legal
        areas:
          - {id: france, title: France}
          - {id: rest, title: Rest}
          - {id: corsica, title: Corse, departments: ["2A", "20x", "2A"]}
          - {id: other, title: Autre, departments: ["2A"]}
        periods:
          - {areas: [france, corse], from: 2026-01-28, until: 2026-01-07, confidence: computed}
      """
    let again = "sales: {checkedOn: 2026-11-22, owner: legal, areas: [], periods: []}"
    #expect(
      lines(text, again) == [
        "0.yaml:6:7: error: the areas 'france' and 'rest' both name no department; only one can be"
          + " that of all others [rules.department]",
        "0.yaml:7:55: error: '20x' is not a department such as 35, 2A or 974 [rules.department]",
        "0.yaml:8:47: error: the department '2A' is already in the area 'corsica'"
          + " [rules.department]",
        "0.yaml:10:24: error: the area 'corse' is not declared in 'sales.areas' [rules.area]",
        "0.yaml:10:57: error: 'sales.periods' would end (2026-01-07) before it begins (2026-01-28)"
          + " [rules.dates]",
        "1.yaml:1:8: error: 'sales' stands twice; the first is in 0.yaml, line 2 [rules.twice]",
        "1.yaml:1:53: error: 'sales.areas' is empty [yaml.empty]",
        "1.yaml:1:66: error: 'sales.periods' is empty [yaml.empty]",
      ])
  }

  @Test func `a file that is no YAML is a finding, and so is one that is no text`() {
    #expect(lines("rules: [").first?.hasPrefix("0.yaml:") == true)
    let reading = RuleLibrary.read([("x.yaml", [0xFF, 0xFE, 0x00])])
    #expect(reading.book == nil)
    #expect(reading.findings.map(\.rule) == ["file.encoding"])
  }
}
