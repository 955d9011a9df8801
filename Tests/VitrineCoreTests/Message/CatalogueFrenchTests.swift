import Testing

@testable import VitrineCore

struct CatalogueFrenchTests {
  private let texts = Catalogue.shared.texts.compactMapValues { $0[.fr] }

  @Test func `quotes are French, but in the syntax of selectors`() {
    for (code, text) in texts {
      let plain = Self.withoutSelectorValues(text)
      #expect(!plain.contains { "\"“”‘’`".contains($0) }, "\(code): \(text)")
    }
  }

  @Test func `French quotes are held to what they enclose by no-break spaces`() {
    for (code, text) in texts {
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() where scalar == "«" || scalar == "»" {
        let inner = scalar == "«" ? index + 1 : index - 1
        let isHeld = scalars.indices.contains(inner) && scalars[inner] == "\u{A0}"
        #expect(isHeld, "\(code): \(text)")
      }
      #expect(
        scalars.count { $0 == "«" } == scalars.count { $0 == "»" }, "\(code): \(text)")
    }
  }

  @Test func `no ordinary space stands before a colon, semicolon or mark`() {
    for (code, text) in texts {
      let scalars = Array(text.unicodeScalars)
      for (space, mark) in zip(scalars, scalars.dropFirst())
      where ":;!?".unicodeScalars.contains(mark) {
        #expect(space != " ", "\(code): \(text)")
      }
    }
  }

  @Test func `a semicolon or mark stands apart, but in what is quoted`() {
    for (code, text) in texts {
      let scalars = Array(Self.withoutQuotations(Hole.none(in: text)).unicodeScalars)
      for (space, mark) in zip(scalars, scalars.dropFirst())
      where ";!?".unicodeScalars.contains(mark) {
        #expect(space == "\u{A0}", "\(code): \(text)")
      }
    }
  }

  /// Leaves out values such as `"Pays de la Loire"` in `region:"Pays de la Loire"`.
  private static func withoutSelectorValues(_ text: String) -> String {
    var parts = text.split(separator: ":\"", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      parts[index] = String(parts[index].drop { $0 != "\"" }.dropFirst())
    }
    return parts.joined()
  }

  private static func withoutQuotations(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "«" { depth += 1 }
        defer { if character == "»" { depth -= 1 } }
        return depth == 0
      })
  }
}
