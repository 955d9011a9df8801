import Foundation
import Testing
import VitrineContent

@testable import VitrineCore

struct MediaLimitsTests {
  private let limits = MediaLimits.builtIn
  private let instagram = Network(rawValue: "instagram")

  private func picture(
    _ type: PictureType = .jpeg, bytes: Int = 500_000, _ width: Int = 1080, _ height: Int = 1080
  ) -> Picture {
    Picture(type: type, bytes: bytes, stored: (width, height))
  }

  @Test func `the file of the repository and the built-in text are the same bytes`() throws {
    let file = repository.appendingPathComponent(MediaLimits.path)
    #expect(try Data(contentsOf: file) == Data(MediaLimits.builtInText.utf8))
  }

  @Test func `the built-in limits are those of the facts`() throws {
    let found = try #require(limits.limits[instagram])
    #expect(found.isRequired)
    #expect(found.types == [.jpeg])
    #expect(found.bytes == 8_000_000)
    #expect(found.width == MediaLimits.Bounds(least: 320))
    #expect(found.ratio?.upperBound.description == "1.91:1")
    #expect(found.hashtags == 30)
    #expect(found.takesAltText == true)
    #expect(found.source.confidence == .third)
    #expect(limits.limits[.facebook]?.mixesWithVideo == false)
    #expect(limits.limits[.facebook]?.note == nil)
  }

  @Test func `every network with a limit of its text has one of its pictures, or none is known`() {
    let unknown = Set(NetworkLimits.builtIn.networks).subtracting(limits.limits.keys)
    #expect(unknown.map(\.rawValue).sorted() == ["pinterest", "threads", "tiktok", "youtube"])
    #expect(Set(limits.limits.keys).isSubset(of: NetworkLimits.builtIn.networks))
  }

  @Test func `a picture within the limits has no finding`() {
    #expect(limits.check(picture(), for: instagram).isEmpty)
    #expect(limits.check(picture(.webp, bytes: 1 << 30), for: Network(rawValue: "tiktok")).isEmpty)
  }

  static let refused: [(PictureType, Int, Int, Int, String)] = [
    (
      PictureType.png, 500_000, 1080, 1080,
      "instagram does not take PNG; it takes JPEG [network.picture-type]"
    ),
    (
      .jpeg, 8_000_001, 1080, 1080,
      "the picture has 8,000,001 bytes, and 8,000,000 is the limit of instagram [network.picture-bytes]"
    ),
    (
      .jpeg, 500, 319, 319,
      "the picture is 319 pixels wide, and instagram takes 320 or more [network.picture-width]"
    ),
    (
      .jpeg, 500, 1080, 1351,
      "the picture is 1,080 × 1,351 pixels; for instagram its width must be between 1,081 and 2,580"
        + " at this height (4:5 to 1.91:1) [network.picture-ratio]"
    ),
    (
      .jpeg, 500, 1911, 1000,
      "the picture is 1,911 × 1,000 pixels; for instagram its width must be between 800 and 1,910"
        + " at this height (4:5 to 1.91:1) [network.picture-ratio]"
    ),
  ]

  @Test(arguments: refused)
  func `a finding says what was found and what is allowed`(
    type: PictureType, bytes: Int, width: Int, height: Int, expected: String
  ) {
    let findings = limits.check(
      picture(type, bytes: bytes, width, height), named: "a.jpg", for: instagram)
    #expect(findings.lines() == ["a.jpg: error: " + expected])
    #expect(findings.allSatisfy { $0.fix != nil })
  }

  @Test(arguments: [(1080, 1350), (1910, 1000), (320, 400), (1000, 1000)])
  func `the bounds themselves are inside`(width: Int, height: Int) {
    #expect(limits.check(picture(bytes: 8_000_000, width, height), for: instagram).isEmpty)
  }

  @Test func `the way up decides about the ratio`() {
    let wide = Picture(type: .jpeg, bytes: 1, stored: (4000, 1500), orientation: .right)
    #expect((wide.width, wide.height) == (1500, 4000))
    #expect(limits.check(wide, for: instagram).map(\.rule) == ["network.picture-ratio"])
  }

  @Test func `too many pictures and none where one is needed are found`() {
    #expect(limits.check(count: 10, for: instagram).isEmpty)
    #expect(
      limits.check(count: 11, for: instagram).lines() == [
        "error: the post has 11 pictures, and instagram takes at most 10 [network.picture-count]"
      ])
    #expect(
      limits.check(count: 0, for: instagram).lines(.fr) == [
        "erreur: instagram n'accepte pas de publication sans image [network.picture-required]"
      ])
    #expect(limits.check(count: 0, for: .facebook).isEmpty)
    #expect(limits.check([], for: instagram).count == 1)
    #expect(limits.check([("a", picture()), ("b", picture(.gif))], for: instagram).count == 1)
  }

  @Test func `low and tall pictures are measured against their bounds`() throws {
    let text = """
      media:
        x:
          required: false
          height: {min: 300, max: 400}
          width: {max: 500}
          source: s
          wording: w
          confidence: code
          checked: 2026-11-22
      """
    let limits = try MediaLimits.parse(Array(text.utf8))
    let x = Network(rawValue: "x")
    #expect(
      limits.check(picture(.jpeg, 500, 299), for: x).map(\.rule) == ["network.picture-height"])
    #expect(limits.check(picture(.jpeg, 501, 401), for: x).count == 2)
    #expect(limits.check(picture(.jpeg, 500, 400), for: x).isEmpty)
  }

  @Test func `hashtags and mentions are counted as words`() {
    let tags = (1...30).map { "#mot\($0)" }.joined(separator: " ")
    #expect(limits.check(text: tags + " n# 1 a#b @ecole", for: instagram).isEmpty)
    #expect(limits.check(text: tags + " #été", for: instagram).map(\.rule) == ["network.hashtags"])
    #expect(limits.check(text: "@a @b @c a@d.fr", for: instagram).isEmpty)
    #expect(
      limits.check(text: "@a @b @c (@d)", for: instagram).lines()
        == ["error: the text mentions 4 accounts, and instagram takes 3 [network.mentions]"])
  }

  @Test func `a workspace's own file decides, and without one the built-in limits do`() throws {
    let folder = try Folder()
    let workspace = Workspace(folder: folder.url)
    #expect(try MediaLimits.load(workspace) == MediaLimits.builtIn)
    try folder.write(
      MediaLimits.builtInText.replacingOccurrences(of: "4000000", with: "10000000"),
      to: MediaLimits.path)
    #expect(try MediaLimits.load(workspace).limits[.facebook]?.bytes == 10_000_000)
  }

  @Test func `a broken file names everything that is wrong`() {
    let text = """
      media:
        instagram:
          picture: 10
          types: [jpeg, heic]
          bytes: 8e6
          width: {min: 400, max: 300}
          ratio: {min: "4/5", max: "1.91:1"}
          source: s
          wording: w
          confidence: sure
          checked: 2026-11-22
      """
    #expect(
      fault { _ = try MediaLimits.parse(Array(text.utf8), file: "m.yaml") }?.lines() == [
        "m.yaml:3:5: error: the key 'picture' is not known; did you mean 'pictures'? [yaml.unknown-key]",
        "m.yaml:3:5: error: 'media.instagram.required' is missing [yaml.missing]",
        "m.yaml:4:19: error: 'media.instagram.types' must be one of jpeg, png, gif, webp, not 'heic'"
          + " [yaml.type]",
        "m.yaml:5:12: error: 'media.instagram.bytes' must be a whole number from 1000 to 1000000000,"
          + " not '8e6' [yaml.type]",
        "m.yaml:6:28: error: 'media.instagram.width' has a 'min' of 400 above its 'max' of 300"
          + " [media.bounds]",
        "m.yaml:7:18: error: 'media.instagram.ratio.min' must be width to height such as 4:5 or"
          + " 1.91:1, not '4/5' [yaml.type]",
        "m.yaml:10:17: error: 'media.instagram.confidence' must be one of official, code, third, not"
          + " 'sure' [yaml.type]",
      ])
    #expect(
      fault { _ = try MediaLimits.parse([], file: "m.yaml") }?.lines()
        == ["m.yaml:1:1: error: 'media' is missing [yaml.missing]"])
  }

  @Test(arguments: ["4:5", "1.91:1", "0.5:1", "999.999:1"])
  func `a ratio is two numbers`(text: String) {
    #expect(PictureRatio(text)?.description == text)
  }

  @Test(arguments: [
    "", "4", "4:", ":5", "4:5:6", "0:1", "1:0", "-1:1", "1e3:1", "1000:1", "1.:1", "٣:1",
  ])
  func `what is no ratio is refused`(text: String) { #expect(PictureRatio(text) == nil) }

  @Test func `ratios are compared by their form`() throws {
    let (narrow, wide) = (try #require(PictureRatio("4:5")), try #require(PictureRatio("1.91:1")))
    #expect(narrow < wide)
    #expect(PictureRatio("8:10") == narrow)
  }
}
