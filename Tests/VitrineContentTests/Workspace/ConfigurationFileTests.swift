import Foundation
import Testing
import VitrineContent
import VitrineCore

struct ConfigurationFileTests {
  private static let least = "organisation:\n  name: Maison Vermeil\n  timezone: Europe/Paris\n"

  private func load(
    _ text: String, _ environment: [String: String] = [:]
  ) throws -> Configuration {
    try ConfigurationFile.parse(Array(text.utf8), environment: environment).configuration
  }

  @Test func `two lines are enough and everything else has a default`() throws {
    let configuration = try load(Self.least)
    #expect(configuration.organisation.name == "Maison Vermeil")
    #expect(configuration.organisation.timeZone == "Europe/Paris")
    #expect(configuration.language == nil)
    #expect(configuration.database == ".vitrine/vitrine.db")
    #expect(configuration.facebook.baseURL == "https://graph.facebook.com")
    #expect(configuration.facebook.version == "v26.0")
    #expect(configuration.approvals.broadcast == 2)
    #expect(configuration.approvals.urgent == 1)
    #expect(configuration.approvals.amend == 1)
    #expect(configuration.approvals.severalPages == 1)
    #expect(configuration.keysFolder == ".vitrine/keys")
    #expect(configuration.stepUpMinutes == 0)
    #expect(configuration.auditOrigin == "maison-vermeil/vitrine")
    #expect(configuration.origin(of: .database) == .standard)
    #expect(configuration.origin(of: .organisationTimeZone) == .file(line: 3))
  }

  @Test func `the real network is paced and a sandbox is not`() throws {
    let real = try load(Self.least).pacing
    #expect(real.millipostsPerSecond == 2000)
    #expect(real.canary == 10)
    #expect(real.batchSize == 50)
    #expect(real.concurrency == 13)
    for host in ["127.0.0.1:8080", "localhost:1", "[::1]:99", "127.9.9.9"] {
      let sandbox = "networks: {facebook: {baseURL: 'http://\(host)/'}}\n"
      let configuration = try load(Self.least + sandbox)
      #expect(configuration.facebook.isLoopback)
      #expect(configuration.facebook.baseURL == "http://\(host)")
      #expect(configuration.pacing.millipostsPerSecond == nil)
      #expect(configuration.pacing.canary == 0)
    }
    let written = "pacing: {postsPerSecond: 0.5, canary: 0}\n"
    let slow = try load(Self.least + written).pacing
    #expect(slow.millipostsPerSecond == 500)
    #expect(slow.canary == 0)
  }

  @Test func `the environment overrides language and database`() throws {
    let environment = ["VITRINE_DATABASE": "postgresql://h/db", "VITRINE_LANGUAGE": "en"]
    let configuration = try load(Self.least + "language: fr\n", environment)
    #expect(configuration.language == .en)
    #expect(configuration.database == "postgresql://h/db")
    #expect(configuration.origin(of: .language) == .environment("VITRINE_LANGUAGE"))
    #expect(
      fault { _ = try load(Self.least, ["VITRINE_LANGUAGE": "de"]) }?.lines() == [
        "error: the variable VITRINE_LANGUAGE does not hold a value that 'language' takes"
          + " [config.environment]"
      ])
  }

  @Test(arguments: [
    (
      "language: de",
      "4:11: error: 'de' is not a language of Vitrine; write fr or en [config.value]"
    ),
    (
      "lnaguage: fr",
      "4:1: error: the key 'lnaguage' is not known; did you mean 'language'? [yaml.unknown-key]"
    ),
    (
      "language: fr\nlanguage: en",
      "5:1: error: the key 'language' stands twice; the first is on line 4 [yaml.duplicate]"
    ),
    ("database:", "4:10: error: 'database' is empty [yaml.empty]"),
    ("database: ''", "4:11: error: 'database' is empty [yaml.empty]"),
    (
      "database: mysql://h/db",
      "4:11: error: 'mysql://h/db' is neither a path nor a postgresql:// address [config.value]"
    ),
    (
      "approvals: {broadcast: 11}",
      "4:24: error: 'approvals.broadcast' must be a whole number from 0 to 10, not '11' [config.value]"
    ),
    (
      "approvals: {broadcast: ٢}",
      "4:24: error: 'approvals.broadcast' must be a whole number from 0 to 10, not '٢' [config.value]"
    ),
    (
      "approvals: {broadcast: -1}",
      "4:24: error: 'approvals.broadcast' must be a whole number from 0 to 10, not '-1' [config.value]"
    ),
    ("approvals: 2", "4:12: error: 'approvals' must be a group of keys, not '2' [yaml.type]"),
    (
      "pacing: {batchSize: 99999999999999999999}",
      "4:21: error: 'pacing.batchSize' must be a whole number from 1 to 50, not '99999999999999999999' [config.value]"
    ),
    (
      "pacing: {postsPerSecond: 0.05}",
      "4:26: error: 'pacing.postsPerSecond' must be a number from 0.1 to 1000 with at most three decimals, not '0.05' [config.value]"
    ),
    (
      "pacing: {postsPerSecond: '1,5'}",
      "4:26: error: 'pacing.postsPerSecond' must be a number from 0.1 to 1000 with at most three decimals, not '1,5' [config.value]"
    ),
    (
      "pacing: {concurrency: 65}",
      "4:23: error: 'pacing.concurrency' must be a whole number from 1 to 64, not '65' [config.value]"
    ),
    (
      "networks: {facebook: {version: 26}}",
      "4:32: error: '26' is not a version such as v26.0 [config.value]"
    ),
    (
      "networks: {facebook: {baseURL: 'http://graph.facebook.com'}}",
      "4:32: error: 'networks.facebook.baseURL' must be https; http is for this machine alone: 'http://graph.facebook.com' [config.value]"
    ),
    (
      "networks: {facebook: {baseURL: 'http://127.0.0.1.evil.example'}}",
      "4:32: error: 'networks.facebook.baseURL' must be https; http is for this machine alone: 'http://127.0.0.1.evil.example' [config.value]"
    ),
    (
      "networks: {facebook: {baseURL: 'https://graph.facebook.com@evil.example/'}}",
      "4:32: error: 'networks.facebook.baseURL' must be an address such as https://host/path without user, query or fragment, not 'https://graph.facebook.com@evil.example/' [config.value]"
    ),
    (
      "networks: {instagram: {mediaBaseURL: 'http://media.example'}}",
      "4:38: error: 'networks.instagram.mediaBaseURL' must be https; http is for this machine alone: 'http://media.example' [config.value]"
    ),
    (
      "networks: {twitter: {}}",
      "4:12: error: the key 'twitter' is not known; known here: facebook, instagram, mastodon [yaml.unknown-key]"
    ),
    (
      "audit: {origin: a b}",
      "4:17: error: 'a b' cannot name a log: visible ASCII without blanks and '+' [config.value]"
    ),
  ])
  func `a wrong line is named with its place`(line: String, expected: String) {
    let found = fault { _ = try load(Self.least + line + "\n") }
    #expect(found?.code == .configuration)
    #expect(found?.lines() == ["vitrine.yaml:\(expected)"])
  }

  @Test func `everything that is wrong is told at once`() {
    let text = "organisation: {timezone: Europe/Pari, name: x}\nlangage: fr\nkeys: {folder: }\n"
    #expect(
      fault { _ = try load(text) }?.lines(.fr) == [
        "vitrine.yaml:1:26: erreur: «\u{A0}Europe/Pari\u{A0}» n'est pas un fuseau horaire\u{A0}; écrivez par"
          + " exemple Europe/Paris [config.value]",
        "vitrine.yaml:2:1: erreur: la clé «\u{A0}langage\u{A0}» est inconnue\u{A0}; vouliez-vous dire"
          + " «\u{A0}language\u{A0}»\u{A0}? [yaml.unknown-key]",
        "vitrine.yaml:3:16: erreur: «\u{A0}keys.folder\u{A0}» est vide [yaml.empty]",
      ])
  }

  @Test func `an empty file misses what it must name`() {
    #expect(
      fault { _ = try load("") }?.lines() == [
        "vitrine.yaml:1:1: error: 'organisation.name' is missing [config.missing]",
        "vitrine.yaml:1:1: error: 'organisation.timezone' is missing [config.missing]",
      ])
  }

  @Test func `a value of a megabyte is refused`() {
    let long = String(repeating: "x", count: 1_000_000)
    let text = "organisation:\n  name: \(long)\n  timezone: Europe/Paris\n"
    #expect(
      fault { _ = try load(text) }?.lines() == [
        "vitrine.yaml:2:9: error: 'organisation.name' has 1,000,000 characters, and 10,000 is the"
          + " limit [yaml.long]"
      ])
    let larger = fault { _ = try load(text + "# " + long) }
    #expect(
      larger?.lines() == ["'vitrine.yaml' has 2,000,050 bytes, and 1,048,576 is the limit"])
    #expect(larger?.code == .configuration)
  }

  @Test func `a password in the file is a warning and is never shown`() throws {
    let text = Self.least + "database: postgresql://u:geheim@h:5432/db\n"
    let (configuration, warnings) = try ConfigurationFile.parse(Array(text.utf8))
    #expect(warnings.map(\.rule) == ["config.password"])
    #expect(warnings.map(\.severity) == [.warning])
    #expect(configuration.shown(.database) == "postgresql://u:…@h:5432/db")
    #expect(configuration.database == "postgresql://u:geheim@h:5432/db")
    #expect(Configuration.withoutPassword("postgresql://h:5432/db") == "postgresql://h:5432/db")
  }

  @Test func `a workspace is read from its folder`() throws {
    let folder = try Folder()
    #expect(fault { _ = try ConfigurationFile.load(folder.url) }?.code == .notFound)
    try folder.write(Self.least, to: "vitrine.yaml")
    #expect(
      try ConfigurationFile.load(folder.url).configuration.organisation.name == "Maison Vermeil")
  }

  @Test func `a folder in the place of the file is a fault of the configuration`() throws {
    let folder = try Folder()
    try folder.write("", to: "vitrine.yaml/inside")
    #expect(fault { _ = try ConfigurationFile.load(folder.url) }?.code == .configuration)
  }

  @Test func `the repository is a workspace`() throws {
    let (configuration, warnings) = try ConfigurationFile.load(repository)
    #expect(warnings.isEmpty)
    #expect(configuration.organisation.name == "Maison Vermeil")
    #expect(configuration.language == .fr)
    #expect(configuration.facebook.baseURL == "https://graph.facebook.com")
  }

  @Test(arguments: [
    ("Maison Vermeil", "maison-vermeil"), ("Éts. Cœur & Fils", "ets-coeur-fils"),
    ("  L'Épicerie  n° 1 ", "l-epicerie-n-1"), ("E\u{301}te\u{301}", "ete"), ("商店", "organisation"),
    ("Łódź", "lodz"), ("", "organisation"),
  ])
  func `a name becomes a plain one`(name: String, slug: String) {
    #expect(Slug.ascii(name) == slug)
  }

  @Test(arguments: Language.allCases)
  func `the file that init writes has no findings`(language: Language) throws {
    for name in ["Maison Vermeil", "L'Épi: \"pain\" & \\ co # 1", "true", "42", "- x"] {
      let text = ConfigurationFile.template(
        organisation: name, language: language, facebookBaseURL: "http://127.0.0.1:4711")
      let (configuration, warnings) = try ConfigurationFile.parse(Array(text.utf8))
      #expect(warnings.isEmpty)
      #expect(configuration.organisation.name == name)
      #expect(configuration.language == language)
      #expect(configuration.facebook.isLoopback)
      #expect(!text.contains("config.template"))
    }
  }

  @Test func `uncommenting every line of the template still gives a good file`() throws {
    let text = ConfigurationFile.template(organisation: "x", language: .en)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let isKey = line.firstMatch(of: /^ *# ( *[a-zA-Z]+:( [^ ]+)?)$/)
        return isKey.map { match in
          line.prefix { $0 == " " } + match.output.1
        } ?? line
      }.joined(separator: "\n")
    let configuration = try load(text)
    #expect(configuration.facebook.appID == "1234567890")
    #expect(configuration.pacing.millipostsPerSecond == 2000)
    #expect(configuration.notifyWebhook == "https://example.org/vitrine")
    #expect(configuration.auditOrigin == "x/vitrine")
  }
}
