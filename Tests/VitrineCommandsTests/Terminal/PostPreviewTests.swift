import Testing
import VitrineCore

@testable import VitrineCommands

struct PostPreviewTests {
  private let post = PostPreview(
    network: .facebook, page: "Maison Vermeil Belley",
    text: "Entrecôte, origine France, 17,90\u{A0}€ le kilo.\n\nÀ samedi !",
    link: "https://www.maison-vermeil.example/offres",
    pictures: [
      PostPreview.Picture(name: "étal.jpg", width: 1200, height: 900, alt: "Un étal de boucher.")
    ], length: TextLength(network: .facebook, count: 54, limit: 63_206))

  @Test func `a post is shown with its page, text, link, picture and length`() {
    let lines = post.lines(columns: 60, .fr).map(\.text)
    #expect(
      lines == [
        "┌ facebook · Maison Vermeil Belley " + String(repeating: "─", count: 25),
        "│ Entrecôte, origine France, 17,90\u{A0}€ le kilo.", "│ ", "│ À samedi !",
        "│ lien vers www.maison-vermeil.example\u{A0}:",
        "│ https://www.maison-vermeil.example/offres",
        "│ ▣ étal.jpg · 1200 × 900 · Un étal de boucher.", "└ facebook 54/63\u{202F}206",
      ])
  }

  @Test(arguments: [1, 20, 33, 80])
  func `no line is wider than the terminal, from twenty columns on`(_ columns: Int) {
    for line in post.lines(columns: columns, .fr).dropFirst() {
      #expect(line.width <= max(20, columns) || line.text.hasPrefix("└"), "\(line.text)")
    }
  }

  @Test func `hashtags are counted where the network counts them`() {
    var post = post
    post.mostHashtags = 30
    post.text = "Fête ! " + (1...31).map { "#fete\($0)" }.joined(separator: " ")
    let last = post.lines(columns: 80, .fr).last
    #expect(last?.text == "  31 mots-dièse, 30 au plus")
    #expect(last?.parts.first?.style == .warning)
    post.mostHashtags = nil
    #expect(post.lines(columns: 80, .fr).last?.text.hasPrefix("└") == true)
  }

  @Test func `what is too long says by how much`() {
    let over = TextLength(network: .facebook, count: 2315, limit: 2200)
    #expect(over.text(.fr) == "facebook 2\u{202F}315/2\u{202F}200, 115 de trop")
    #expect(over.style == .warning)
    #expect(TextLength(network: .facebook, count: 12, limit: nil).text(.en) == "facebook 12")
  }

  @Test func `lengths go on as few lines as fit`() {
    let lengths = ["facebook", "instagram", "mastodon"].map {
      TextLength(network: Network(rawValue: $0), count: 95, limit: 500)
    }
    func lines(_ columns: Int) -> [String] {
      TextLength.lines(lengths, columns: columns, .fr).map(\.text)
    }
    #expect(lines(80) == ["facebook 95/500 · instagram 95/500 · mastodon 95/500"])
    #expect(lines(40) == ["facebook 95/500 · instagram 95/500", "mastodon 95/500"])
    #expect(lines(20).count == 3)
    #expect(TextLength.lines([], columns: 80, .fr).isEmpty)
  }
}
