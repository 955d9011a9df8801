import Foundation
import Testing
import VitrineContent
import VitrineCore

/// A message is stored as JSON with each broadcast and post, and read again by later versions.
struct StoredMessageTests {
  @Test func `a template comes back as it was stored`() throws {
    let text = """
      ---
      id: x
      title: t
      formats: [proximity]
      regions: [Corse]
      families: [alcohol]
      usage: u
      media: [{file: a.jpg, alt: x, people: true, consent: C}]
      fields: [{name: p, type: price}]
      offer: {price: "{{p}}", until: 2026-11-28}
      ---
      {{p}}
      """
    let source = try #require(MessageFile.parse(Array(text.utf8), file: "x.md").source)
    let bytes = try JSONEncoder().encode(source)
    #expect(try JSONDecoder().decode(MessageSource.self, from: bytes) == source)
  }

  @Test func `a message that was stored before templates had keys is read`() throws {
    let stored = """
      {"title":"t","media":[{"file":"a.jpg","alt":"x"}],"networks":["facebook"],
       "body":{"text":"x","line":4},"texts":[],"validity":{},"isUrgent":false,"fields":[]}
      """
    let source = try JSONDecoder().decode(MessageSource.self, from: Data(stored.utf8))
    #expect(
      source
        == MessageSource(
          title: "t", media: [MessageMedia(file: "a.jpg", alt: "x")], networks: [.facebook],
          body: SourceText("x", line: 4)))
  }
}
