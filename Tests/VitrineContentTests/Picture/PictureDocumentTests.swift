import Foundation
import Testing
import VitrineContent
import VitrineTestSupport

@testable import VitrineCore

/// What `docs/pictures.md` says.
struct PictureDocumentTests {
  private let page = "docs/pictures.md"

  @Test func `the page opens with what somebody with an iPhone reads`() throws {
    let start = [UInt8](repeating: 0, count: 4) + Array("ftypheic".utf8)
    let found = try #require(
      fault { _ = try PictureFile.picture(start, file: "IMG_4312.JPG") })
    let hint = try #require(found.hint)
    let lines =
      found.findings.lines(.fr) + [
        "\(Message("finding.error").text(in: .fr)): \(found.message.text(in: .fr))",
        "\(Message("console.hint").text(in: .fr)): \(hint.text(in: .fr))",
      ]
    #expect(try Pages.block("heic", in: page).map(Self.plain) == lines.map(Self.plain))
  }

  @Test func `the photo of the page is that of the tests`() throws {
    let found = try PictureReader.read(TestPictures.bytes("phone.jpg"))
    let picture = found.picture
    #expect(picture.orientation == .right && found.hadLocation)
    let line =
      "\(picture.type.title), \(picture.width) × \(picture.height), top on the right;"
      + " the place where it was taken was taken out"
    #expect(try Pages.block("facts", in: page) == [line])
  }

  @Test func `the tables of limits are those of the data`() throws {
    var media = "| network | pictures | kinds | bytes | size and ratio | source |\n"
    media += "| --- | --- | --- | --- | --- | --- |\n"
    for (network, limit) in MediaLimits.builtIn.limits.sorted(by: { $0.key < $1.key }) {
      let kinds = limit.types.isEmpty ? "any" : limit.types.map(\.title).joined(separator: ", ")
      let count = "\(limit.isRequired ? "1 to " : "")\(limit.pictures.map(String.init) ?? "any")"
      media +=
        "| \(network) | \(count) | \(kinds) | \(Self.number(limit.bytes)) | \(Self.form(limit)) "
      media +=
        "| [\(limit.source.confidence.rawValue)](\(limit.source.page)), \(limit.source.checked) |\n"
    }
    try Pages.expectGenerated(media, "media limits", in: page)
    var texts = "| network | most | unit | source |\n| --- | --- | --- | --- |\n"
    for (network, limit) in NetworkLimits.builtIn.limits.sorted(by: { $0.key < $1.key }) {
      texts += "| \(network) | \(Self.number(limit.maximum)) | `\(limit.unit.rawValue)` "
      texts += "| [\(limit.confidence.rawValue)](\(limit.source)), \(limit.checked) |\n"
    }
    try Pages.expectGenerated(texts, "text limits", in: page)
  }

  private static func number(_ number: Int?) -> String {
    number.map { Catalogue.grouped(String($0), .en) } ?? "any"
  }

  private static func form(_ limit: MediaLimits.Limit) -> String {
    let sides = [("wide", limit.width), ("high", limit.height)].compactMap {
      (name, bounds) -> String? in
      switch (bounds.least, bounds.most) {
      case (nil, nil): nil
      case (let least?, nil): "\(least) or more \(name)"
      case (nil, let most?): "at most \(most) \(name)"
      case (let least?, let most?): "\(least) to \(most) \(name)"
      }
    }
    let ratio = limit.ratio.map { ["\($0.lowerBound) to \($0.upperBound)"] } ?? []
    return (sides + ratio).isEmpty ? "any" : (sides + ratio).joined(separator: ", ")
  }

  /// No-break spaces as they come out of an editor.
  private static func plain(_ line: String) -> String {
    line.replacingOccurrences(of: "\u{A0}", with: " ")
      .replacingOccurrences(of: "\u{202F}", with: " ")
  }
}
