import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineContent

/// What a calendar file may say, and what is wrong with one that says something else.
@Suite(.timeLimit(.minutes(30)))
struct CalendarFileTests {
  static let knowledge = CalendarKnowledge(
    templates: [
      "voeux": MessageSource(title: "Les vœux", body: SourceText("Bonne année !", line: 1)),
      "produit": MessageSource(
        title: "Le produit", networks: [.facebook], body: SourceText("{{produit}}", line: 1),
        fields: [
          MessageField(name: "produit", kind: .text, maximum: "40"),
          MessageField(name: "fin", kind: .date, isRequired: false),
        ]),
    ], networks: [.facebook, Network(rawValue: "mastodon")],
    zones: ["Europe/Paris", "America/Miquelon", "Indian/Reunion"],
    today: CivilDate(year: 2026, month: 11, day: 26)!)

  static func read(
    _ text: String, _ knowledge: CalendarKnowledge = knowledge
  ) -> (entries: [CalendarEntry], findings: [Finding]) {
    let file = CalendarFile(Array(text.utf8), name: "calendars/a.yaml", knowledge)
    return (file.entries, file.findings)
  }

  /// One entry with these lines in it.
  static func entry(_ lines: String...) -> String {
    "entries:\n  - id: a\n" + lines.map { "    \($0)\n" }.joined()
  }

  private static let good = ["template: voeux", "binding: default", "at: local:2027-01-01T09:00"]

  @Test func `an entry says what, when, where and how binding`() throws {
    let (entries, findings) = Self.read(
      Self.entry(
        "template: produit", "values: {produit: le reblochon, fin: 2027-02-01}",
        "stores: region:Bretagne & !mode:franchise", "networks: [facebook]", "binding: default",
        "at: local:2027-01-08T09:00", "repeat: FREQ=WEEKLY;BYDAY=FR;COUNT=3",
        "except: [2027-01-15]", "adapt_until: J-2 18:00", "when_closed: next-open-day",
        "modes: {franchise: asked}"))
    #expect(findings.isEmpty)
    let entry = try #require(entries.first)
    #expect(entry.steps.first?.modes == [.franchise: .asked])
    let days = entry.occurrences(from: .first, through: .last).map(\.key)
    #expect(days == ["a@2027-01-08", "a@2027-01-22"])
  }

  @Test func `a store code is a text, whatever it looks like`() throws {
    let (entries, findings) = Self.read(
      Self.entry(
        "template: voeux", "binding: optional", "at: local:2027-01-01T09:00",
        "stores: [0042, NO]"))
    #expect(findings.isEmpty)
    #expect(entries.first?.steps.first?.stores.canonical == "store:0042 | store:NO")
    let region = Self.read(
      Self.entry(
        "template: voeux", "binding: optional", "at: local:2027-01-01T09:00",
        "stores: region:NO"))
    #expect(region.entries.first?.steps.first?.stores.canonical == "region:NO")
  }

  @Test func `a byte order mark and Windows line ends change nothing`() throws {
    let plain = Self.entry("template: voeux", "binding: default", "at: local:2027-01-01T09:00")
    let other = "\u{FEFF}" + plain.replacing("\n", with: "\r\n")
    #expect(Self.read(plain).entries == Self.read(other).entries)
    #expect(Self.read(other).entries.count == 1)
  }

  @Test(arguments: [
    // Y09, Y11, Y25: times that do not exist, and a rule that is too often.
    ("at: 2026-03-29T02:30|zone: Europe/Paris", "time.gap"),
    ("at: 2027-10-31T02:30|zone: Europe/Paris", "time.fold"),
    ("at: local:2027-03-28T02:30", "time.gap"),
    ("at: local:2027-11-07T01:30", "time.fold"),
    ("at: 2026-01-01T10:00:00+99:99", "calendar.at"),
    ("at: instant:2027-02-30T09:00:00Z", "calendar.at"),
    ("at: 2027-01-01T09:00", "calendar.noZone"),
    ("at: 2027-01-01T09:00|zone: Europe/Lutece", "calendar.zone"),
    ("at: local:2037-11-30T09:00", "calendar.far"),
    ("at: local:2027-01-01T09:00|repeat: every 1s", "recurrence.form"),
    ("at: local:2027-01-01T09:00|repeat: FREQ=SECONDLY", "recurrence.often"),
    ("at: local:2027-01-01T09:00|repeat: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "calendar.never"),
    ("at: local:2027-01-01T09:00|except: [2027-01-08]", "calendar.exceptAlone"),
    // Y23: twice.
    ("at: local:2027-01-01T09:00|stores: [S0001, S0001]", "calendar.storeTwice"),
    ("at: local:2027-01-01T09:00|networks: [facebook, facebook]", "message.network-twice"),
    ("at: local:2027-01-01T09:00|networks: [facebok]", "calendar.word.suggestion"),
    ("at: local:2027-01-01T09:00|stores: region:Bretagne &", "selector"),
    ("at: local:2027-01-01T09:00|adapt_until: demain", "calendar.deadline"),
    ("at: local:2027-01-01T09:00|adapt_until: J+3", "calendar.deadline.late"),
    ("at: local:2027-01-01T09:00|when_closed: skipp", "calendar.word.suggestion"),
    ("at: local:2027-01-01T09:00|modes: {franchise: demander}", "calendar.word"),
    ("at: local:2027-01-01T09:00|values: {texte: bonjour}", "calendar.noField"),
  ])
  func `what is wrong is said, and the entry is left out`(_ lines: String, _ code: String) {
    let text =
      (["template: voeux", "binding: default"] + lines.split(separator: "|").map(String.init))
      .map { "    \($0)\n" }.joined()
    let (entries, findings) = Self.read("entries:\n  - id: a\n" + text)
    let codes = findings.map(\.message.code)
    #expect(codes.contains { $0 == code || $0.hasPrefix(code) }, "\(codes)")
    #expect(entries.isEmpty)
    #expect(findings.allSatisfy { ($0.line ?? 0) > 1 && $0.column != nil && $0.file != nil })
  }

  @Test func `a slip of the pen in a key says what was meant, and where`() {
    let (_, findings) = Self.read(
      Self.entry("template: voeux", "binding: default", "at: local:2027-01-01T09:00", "stroes: all")
    )
    #expect(findings.map(\.message.code) == ["yaml.unknown-key-suggestion"])
    #expect(findings.first?.message.arguments == ["stroes", "stores"])
    #expect(findings.first?.line == 6)
    #expect(findings.first?.column == 5)
  }

  @Test(arguments: [
    "a: &x [1]\nb: *x\n", "entries: []\n---\nentries: []\n", "entries:\n\t- id: a\n",
    "entries: 'a\n", "a: b: c\n", "entries:\n  - id: \"a\u{0}\"\n",
    "a0: &a0 [x,x,x]\na1: &a1 [*a0,*a0,*a0]\na2: [*a1,*a1]\n",
  ])
  func `what YAML lets pass and nobody needs is refused with its place`(_ text: String) {
    let (entries, findings) = Self.read(text)
    #expect(entries.isEmpty)
    #expect(findings.contains { $0.severity == .error && $0.line != nil })
  }

  @Test func `a day that is left out of a series and not in it is a warning`() {
    let (entries, findings) = Self.read(
      Self.entry(
        "template: voeux", "binding: default", "at: local:2027-01-08T09:00",
        "repeat: FREQ=WEEKLY;COUNT=3", "except: [2027-01-15, 2027-01-16]"))
    #expect(entries.count == 1)
    #expect(findings.map(\.message.code) == ["calendar.exceptNothing"])
    #expect(findings.first?.severity == .warning && findings.first?.column == 26)
  }

  @Test func `a mandatory message leaves out no store that is closed, and says so`() {
    let lines = ["template: voeux", "binding: mandatory", "at: local:2027-01-01T09:00"]
    for rule in ["skip", "next-open-day"] {
      let (entries, findings) = Self.read(
        "entries:\n  - id: a\n"
          + (lines + ["when_closed: \(rule)"]).map { "    \($0)\n" }.joined())
      #expect(entries.isEmpty)
      #expect(findings.map(\.message.code) == ["calendar.mandatoryClosed"])
      #expect(findings.first?.line == 6)
    }
    let chain = Self.read(
      """
      entries:
        - id: a
          template: voeux
          when_closed: skip
          at: local:2027-01-08T09:00
          chain:
            - {id: b, at: J-1, binding: default}
            - {id: c, at: J, binding: mandatory}
            - {id: d, at: J+1, binding: mandatory, when_closed: post}

      """)
    #expect(chain.findings.map(\.message.code) == ["calendar.mandatoryClosed"])
    #expect(chain.findings.first?.line == 8)
  }

  @Test func `a value that cannot be read is said once`() {
    let (entries, findings) = Self.read(
      Self.entry(
        "template: produit", "binding: default", "at: local:2027-01-08T09:00",
        "values: {produit: {a: b}}"))
    #expect(entries.isEmpty)
    #expect(findings.map(\.rule) == ["yaml.type"])
  }

  @Test func `nothing goes out that nobody has filled`() {
    let (entries, findings) = Self.read(
      Self.entry("template: produit", "binding: mandatory", "at: local:2027-01-01T09:00"))
    #expect(entries.isEmpty)
    #expect(findings.map(\.message.code) == ["calendar.open"])
    let suggestion = Self.read(
      Self.entry("template: produit", "binding: optional", "at: local:2027-01-01T09:00"))
    #expect(suggestion.findings.isEmpty)
  }

  @Test func `a template that the library does not have is named with the nearest one`() {
    let (_, findings) = Self.read(
      Self.entry("template: veoux", "binding: default", "at: local:2027-01-01T09:00"))
    #expect(findings.map(\.message.code) == ["calendar.noTemplate"])
    #expect(findings.first?.fix == Message("did.you.mean", "voeux"))
  }

  @Test func `one anchor moves a whole chain`() throws {
    func chain(_ anchor: String) -> String {
      """
      entries:
        - id: live
          at: \(anchor)
          zone: Europe/Paris
          template: produit
          values: {produit: les jouets}
          binding: default
          chain:
            - {id: annonce, at: "local:J-7 09:00", values: {fin: J}}
            - {id: mail, at: J-3 10:00, task: E-mail aux clients, owner: CRM}
            - {id: direct, at: J, binding: mandatory}
            - {id: apres, at: H+2, binding: optional}

      """
    }
    let (entries, findings) = Self.read(chain("2026-12-04T18:30"))
    #expect(findings.isEmpty, "\(findings)")
    let times = entries.flatMap { $0.occurrences(from: .first, through: .last) }
    #expect(times.map(\.key) == ["live/annonce", "live/mail", "live/direct", "live/apres"])
    #expect(
      times.map(\.time.description) == [
        "local:2026-11-27T09:00", "2026-12-01T10:00 Europe/Paris", "2026-12-04T18:30 Europe/Paris",
        "2026-12-04T20:30 Europe/Paris",
      ])
    #expect(times.first?.values["fin"] == "2026-12-04")
    let moved = Self.read(chain("2026-12-11T18:30")).entries.flatMap {
      $0.occurrences(from: .first, through: .last)
    }
    #expect(moved.map(\.key) == times.map(\.key))
    #expect(moved.first?.time.description == "local:2026-12-04T09:00")
  }

  @Test func `what is past is read and counted, and is no finding`() {
    let (entries, findings) = Self.read(
      Self.entry("template: voeux", "binding: default", "at: local:2020-01-01T09:00"))
    #expect(findings.isEmpty)
    #expect(entries.count == 1)
  }
}
