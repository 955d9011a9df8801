import Testing
import VitrineContent
import VitrineCore

struct ConfigurationSetTests {
  private static let text = """
    # The desk.
    organisation:
      name: Maison Vermeil   # as on the door
      timezone: "Europe/Paris"
    language: fr

    pacing:
      # slowly
      batchSize: 20

    # the end

    """

  @Test(arguments: [
    ("language", "en", "language: fr", "language: en"),
    ("organisation.name", "L'Épi", "name: Maison Vermeil   # as", "name: L'Épi   # as"),
    ("organisation.name", "A: b # c", "name: Maison Vermeil   # as", "name: \"A: b # c\"   # as"),
    ("organisation.name", "no", "name: Maison Vermeil   # as", "name: \"no\"   # as"),
    ("organisation.timezone", "Indian/Reunion", "\"Europe/Paris\"", "Indian/Reunion"),
    ("pacing.batchSize", "50", "batchSize: 20", "batchSize: 50"),
    ("pacing.canary", "5", "batchSize: 20\n", "batchSize: 20\n  canary: 5\n"),
    ("database", "postgresql://h/db", "# the end\n", "# the end\ndatabase: postgresql://h/db\n"),
    (
      "networks.facebook.baseURL", "http://127.0.0.1:8080", "# the end\n",
      "# the end\nnetworks:\n  facebook:\n    baseURL: http://127.0.0.1:8080\n"
    ),
  ])
  func `one value changes and everything else stays`(
    key: String, value: String, old: String, new: String
  ) throws {
    let result = try ConfigurationFile.set(Self.text, key, value)
    #expect(Self.text.contains(old))
    #expect(result == Self.text.replacing(old, with: new))
    let configuration = try ConfigurationFile.parse(Array(result.utf8)).configuration
    #expect(ConfigurationKey(rawValue: key).flatMap(configuration.text) == value)
  }

  @Test func `line ends and a byte-order mark stay`() throws {
    let text = "\u{FEFF}a"
      .replacing("a", with: Self.text.replacing("\n", with: "\r\n"))
    let result = try ConfigurationFile.set(text, "pacing.canary", "5")
    #expect(
      Array(result.utf8)
        == Array(text.replacing("batchSize: 20\r\n", with: "batchSize: 20\r\n  canary: 5\r\n").utf8)
    )
  }

  @Test func `a key without a value gets one`() throws {
    let text = "organisation:\n  name:\n  timezone: UTC\npacing:\n"
    let named = try ConfigurationFile.set(text, "organisation.name", "x")
    #expect(named == "organisation:\n  name: x\n  timezone: UTC\npacing:\n")
    #expect(try ConfigurationFile.set(named, "pacing.canary", "1") == named + "  canary: 1\n")
  }

  @Test(arguments: [
    ("langage", "fr", "the key 'langage' is not known; did you mean 'language'?"),
    (
      "pacing.batchsize", "5",
      "the key 'pacing.batchsize' is not known; did you mean 'pacing.batchSize'?"
    ),
    ("colour", "red", "the key 'colour' is not known"),
    ("pacing", "5", "the key 'pacing' is not known"),
    ("pacing.batchSize", "51", "'pacing.batchSize' must be a whole number from 1 to 50, not '51'"),
    ("organisation.name", "", "'organisation.name' needs a value on one line"),
    ("organisation.name", "a\nb: c", "'organisation.name' needs a value on one line"),
    (
      "organisation.timezone", "Paris", "'Paris' is not a time zone; write one such as Europe/Paris"
    ),
  ])
  func `a wrong key or value is refused`(key: String, value: String, expected: String) {
    let found = fault { _ = try ConfigurationFile.set(Self.text, key, value) }
    #expect(found?.code == .usage)
    #expect(found?.message.text(in: .en) == expected)
  }

  @Test(arguments: [
    ("organisation: {name: x, timezone: UTC}\n", "organisation.name"),
    ("pacing: {batchSize: 5}\n", "pacing.canary"),
    ("organisation:\n  name: >\n    a\n    b\n", "organisation.name"),
    ("organisation:\n  name: a\n    b\n", "organisation.name"),
  ])
  func `what needs a person is left to a person`(text: String, key: String) {
    let found = fault { _ = try ConfigurationFile.set(text, key, "7") }
    #expect(found?.code == .configuration)
    #expect(found?.message.code == "config.by-hand")
  }

  @Test func `a broken file is not made worse`() {
    let found = fault { _ = try ConfigurationFile.set("a: [\n", "language", "fr") }
    #expect(found?.code == .configuration)
    #expect(found?.findings.isEmpty == false)
  }
}
