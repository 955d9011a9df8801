import Foundation
import Testing
import VitrineContent
import VitrineCore

struct NetworkLimitsTests {
  @Test func `the file of the repository and the built-in text are the same bytes`() throws {
    let file = repository.appendingPathComponent(NetworkLimits.path)
    #expect(try Data(contentsOf: file) == Data(NetworkLimits.builtInText.utf8))
  }

  @Test func `the built-in limits are those of the facts`() {
    let limits = NetworkLimits.builtIn
    #expect(
      limits.networks.map(\.rawValue) == [
        "bluesky", "facebook", "google-business", "instagram", "linkedin", "mastodon", "pinterest",
        "threads", "tiktok", "x", "youtube",
      ])
    #expect(limits.limits[Network(rawValue: "x")]?.unit == .weighted)
    #expect(limits.limits[Network(rawValue: "linkedin")]?.unit == .escaped)
    #expect(limits.limits[.facebook]?.maximum == 63_206)
    #expect(limits.limits[.facebook]?.unit == .utf16)
    #expect(limits.limits[Network(rawValue: "mastodon")]?.unit == .graphemes)
  }

  @Test(arguments: [
    ("facebook", "é", 63_206), ("instagram", "a", 2200), ("mastodon", "👩‍👩‍👧", 500),
    ("bluesky", "👩‍👩‍👧", 300), ("x", "👩‍👩‍👧", 140), ("linkedin", "#", 1500), ("threads", "é", 500),
  ])
  func `a text may be as long as the limit and no longer`(
    network: String, letter: String, limit: Int
  ) {
    let limits = NetworkLimits.builtIn
    let network = Network(rawValue: network)
    #expect(limits.check(String(repeating: letter, count: limit), for: network) == nil)
    #expect(limits.check(String(repeating: letter, count: limit + 1), for: network) != nil)
  }

  @Test func `an emoji counts as the network counts it`() {
    let limits = NetworkLimits.builtIn
    let text = String(repeating: "😀", count: 1101)
    #expect(
      limits.check(text, for: Network(rawValue: "instagram"))?.text(in: .en)
        == "error: the text is 2 units too long for instagram, which counts an emoji as two or more:"
        + " 2,202, and 2,200 is the limit [network.text-length]")
    #expect(
      limits.check(String(repeating: "é", count: 2202), for: Network(rawValue: "instagram"))?
        .text(in: .en)
        == "error: the text is 2 characters too long for instagram: 2,202, and 2,200 is the limit"
        + " [network.text-length]")
    #expect(
      limits.check(text, for: Network(rawValue: "instagram"))?.message.text(in: .fr)
        == "le texte a 2 unités de trop pour instagram, qui compte deux ou plus par émoji\u{A0}:"
        + " 2\u{202F}202, la limite est de 2\u{202F}200")
    #expect(limits.check(text, for: Network(rawValue: "unheard-of")) == nil)
  }

  @Test func `units count what they say`() {
    #expect(NetworkLimits.Unit.allCases.map { $0.count("e\u{301}😀") } == [2, 4, 3, 3, 4])
  }

  @Test func `a workspace's own file decides, and without one the built-in limits do`() throws {
    let folder = try Folder()
    let workspace = Workspace(folder: folder.url)
    #expect(try NetworkLimits.load(workspace) == NetworkLimits.builtIn)
    try folder.write(
      NetworkLimits.builtInText.replacingOccurrences(of: "63206", with: "5000"),
      to: NetworkLimits.path)
    #expect(try NetworkLimits.load(workspace).limits[.facebook]?.maximum == 5000)
  }

  @Test func `a broken file names everything that is wrong`() {
    let text = """
      networks:
        facebook:
          text:
            max: 6e4
            unit: bytes
          sorce: x
          wording: y
          confidence: code
          checked: 2026-11-22T08:00:00Z
      """
    let found = fault { _ = try NetworkLimits.parse(Array(text.utf8), file: "limits.yaml") }
    #expect(
      found?.lines() == [
        "limits.yaml:3:5: error: 'networks.facebook.source' is missing [yaml.missing]",
        "limits.yaml:4:12: error: 'networks.facebook.text.max' must be a whole number from 1 to"
          + " 10000000, not '6e4' [yaml.type]",
        "limits.yaml:5:13: error: 'networks.facebook.text.unit' must be one of graphemes, utf16,"
          + " codepoints, weighted, escaped, not 'bytes' [yaml.type]",
        "limits.yaml:6:5: error: the key 'sorce' is not known; did you mean 'source'?"
          + " [yaml.unknown-key]",
        "limits.yaml:9:14: error: 'networks.facebook.checked' must be a date such as 2026-11-22,"
          + " not '2026-11-22T08:00:00Z' [yaml.type]",
      ])
  }

  @Test func `a file without networks is refused`() {
    #expect(
      fault { _ = try NetworkLimits.parse([], file: "l.yaml") }?.lines()
        == ["l.yaml:1:1: error: 'networks' is missing [yaml.missing]"])
  }
}
