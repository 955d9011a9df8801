import Foundation
import Testing
import VitrineTestSupport

/// What the documents name is there.
struct DocumentLinksTests {
  static let pages: [String] = {
    let docs = try? FileManager.default.contentsOfDirectory(
      atPath: Pages.root.appending(path: "docs").path)
    return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      + (docs ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }()

  @Test(arguments: pages)
  func `every link leads to a file`(_ page: String) throws {
    let text = try Pages.text(page)
    let folder = Pages.root.appending(path: page).deletingLastPathComponent()
    for match in text.matches(of: /\]\(([^)\s]+)\)/) where !match.1.hasPrefix("https://") {
      let path = match.1.prefix { $0 != "#" }
      let exists = FileManager.default.fileExists(atPath: folder.appending(path: path).path)
      #expect(exists, "\(page) links to \(match.1)")
    }
  }

  @Test(arguments: pages)
  func `every path of the repository that a page names exists`(_ page: String) throws {
    let text = try Pages.text(page)
    let paths = text.matches(
      of: /`((?:Sources|Tests|scripts|examples|docs|content-library)\/[^`\s]+)`/)
    for path in paths.map(\.1) {
      let exists = FileManager.default.fileExists(atPath: Pages.root.appending(path: path).path)
      #expect(exists, "\(page) names \(path)")
    }
  }
}
