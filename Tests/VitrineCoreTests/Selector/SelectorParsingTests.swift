import Testing
import VitrineTestSupport

@testable import VitrineCore

struct SelectorParsingTests {
  @Test(arguments: [
    ("all", "all"), ("  all ", "all"),
    (
      "format:hypermarket&region:Bretagne&!store:FR-0123",
      "format:hypermarket & region:Bretagne & !store:FR-0123"
    ),
    ("region:\"Pays de la Loire\"", "region:\"Pays de la Loire\""),
    ("region:\"Bretagne\"", "region:Bretagne"), ("region : Bretagne", "region:Bretagne"),
    ("tag:\"a\\\"b\\\\c\"", "tag:\"a\\\"b\\\\c\""),
    ("tag:a|tag:b&tag:c", "tag:a | tag:b & tag:c"),
    ("(tag:a|tag:b)&tag:c", "(tag:a | tag:b) & tag:c"),
    ("((tag:a))", "tag:a"), ("!!tag:a", "!!tag:a"), ("!(tag:a&tag:b)", "!(tag:a & tag:b)"),
    ("(tag:a & tag:b) & tag:c", "(tag:a & tag:b) & tag:c"), ("!all", "!all"),
    ("region:La\u{A0}", "region:La"), ("country:FR\u{A0}& all", "country:FR & all"),
    ("region:\"Rho\u{302}ne\"", "region:Rhône"), ("region:Île-de-France", "region:Île-de-France"),
    ("tag:all & all", "tag:all & all"), ("department:2A", "department:2A"),
  ])
  func `a selector has one normal spelling`(_ text: String, _ canonical: String) throws {
    let selector = try Selector.parse(text)
    #expect(Array(selector.canonical.utf8) == Array(canonical.utf8))
    #expect(try Selector.parse(selector.canonical) == selector)
  }

  @Test func `negation binds tighter than and, and tighter than or`() throws {
    let term = { (value: String) in Selector.Expression.term(.tag, value) }
    #expect(
      try Selector.parse("!tag:a & tag:b | tag:c").expression
        == .or([.and([.not(term("a")), term("b")]), term("c")]))
  }

  @Test(arguments: [
    ("", "selector.empty", 1, "selector.hint.all"),
    ("   ", "selector.empty", 1, "selector.hint.all"),
    ("*", "selector.star", 1, "selector.hint.star"),
    ("store:*", "selector.star", 7, "selector.hint.star"),
    ("store:\"S0001 S0002\"", "selector.stores", 7, "selector.hint.stores"),
    ("store:S0001 S0002", "selector.operator", 13, "selector.hint.operator"),
    ("store:S0001,S0002", "selector.comma", 12, "selector.hint.or"),
    ("store:\"\"", "selector.value", 7, "selector.hint.form"),
    ("store:\" \"", "selector.value", 7, "selector.hint.form"),
    ("store:s0001", "selector.code", 7, "write.instead"),
    ("store:", "selector.value", 7, "selector.hint.form"),
    ("format:hypermarket & ", "selector.breaksOff", 22, "selector.hint.form"),
    ("format:hypermarket && all", "selector.doubled", 20, nil),
    ("all and all", "selector.word", 5, nil), ("all ou all", "selector.word", 5, nil),
    ("not all", "selector.word", 1, nil), ("tous", "selector.bare", 1, "selector.hint.all"),
    ("ALL", "selector.bare", 1, "selector.hint.all"),
    ("S0001", "selector.bare", 1, "write.instead"),
    ("bretagne", "selector.bare", 1, "selector.hint.form"),
    ("regoin:Bretagne", "selector.key", 1, "did.you.mean"), ("zzzzzz:1", "selector.key", 1, nil),
    ("(all", "selector.unclosed", 5, nil), ("all)", "selector.close", 4, nil),
    ("()", "selector.term", 2, "selector.hint.form"),
    ("region:\"Bretagne", "selector.quote", 8, nil),
    ("region=Bretagne", "selector.equals", 7, "selector.hint.form"),
    ("é & *", "selector.bare", 1, "selector.hint.form"),
    ("all & \u{202E}", "selector.character", 7, nil),
    ("region:\"a\u{1B}[2J\"", "selector.character", 10, nil),
    ("all & e\u{301}e\u{301} & *", "selector.bare", 7, "selector.hint.form"),
    ("all $", "selector.character", 5, nil),
  ])
  func `a mistake is shown where it is, with what to write`(
    _ text: String, _ code: String, _ column: Int, _ hint: String?
  ) throws {
    let error = try #require(throws: SelectorError.self) { try Selector.parse(text) }
    #expect(error.message.code == code)
    #expect(error.column == column)
    #expect(error.hint?.code == hint)
    #expect(error.fault.code == .invalid)
    #expect(error.fault.code.exitCode == 65)
    for finding in error.fault.findings { finding.expectReadable() }
  }

  @Test func `the picture has its caret under the place`() throws {
    let error = try #require(throws: SelectorError.self) { try Selector.parse("tag:café & *") }
    #expect(error.picture == "  tag:café & *\n             ^")
    let fault = error.fault
    #expect(fault.message.text(in: .en) == "'*' picks nothing here\n  tag:café & *\n             ^")
    #expect(
      fault.message.text(in: .fr)
        == "«\u{A0}*\u{A0}» ne choisit rien ici\n  tag:café & *\n             ^")
    let wide = try #require(throws: SelectorError.self) { try Selector.parse("tag:e\u{301}東 *") }
    #expect(wide.column == 9)
    #expect(wide.picture == "  tag:e\u{301}東 *\n          ^")
  }

  @Test func `a picture never carries a control character and never grows long`() throws {
    let hostile = try #require(throws: SelectorError.self) {
      try Selector.parse("\u{1B}]0;x\u{7} & *")
    }
    #expect(hostile.picture == "  \\u{1B}]0;x\\u{7} & *\n  ^")
    let long = Array(repeating: "tag:abc", count: 900).joined(separator: " | ") + " | *"
    let error = try #require(throws: SelectorError.self) { try Selector.parse(long) }
    let lines = try #require(error.picture).split(separator: "\n")
    #expect(lines.map(\.count).max() ?? 0 < 90)
    #expect(lines[0].hasPrefix("  …"))
  }

  @Test func `length and depth have limits`() throws {
    let deep = { (count: Int) in
      String(repeating: "(", count: count) + "all" + String(repeating: ")", count: count)
    }
    #expect(try Selector.parse(deep(50)).expression == .all)
    #expect(throws: SelectorError.self) { try Selector.parse(deep(51)) }
    #expect(throws: SelectorError.self) {
      try Selector.parse(String(repeating: "!", count: 9990) + "all")
    }
    let long = try #require(throws: SelectorError.self) {
      try Selector.parse(String(repeating: " ", count: 10_001))
    }
    #expect(long.message.code == "selector.long")
    #expect(long.picture == nil)
  }

  @Test(arguments: 0..<300)
  func `a random selector survives its spelling`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let selector = Selector(try expression(&random, depth: 0))
    #expect(try Selector.parse(selector.canonical) == selector)
  }

  private func expression(
    _ random: inout SeededGenerator, depth: Int
  ) throws -> Selector.Expression {
    let values = [
      "Bretagne", "Pays de la Loire", "l'Île", "a\"b\\", "all", "a & b", "2A", "🧀", "!",
    ]
    switch depth > 4 ? 1 : Int.random(in: 0...5, using: &random) {
    case 0: return .all
    case 1, 2:
      let key = try #require(Selector.Key.allCases.randomElement(using: &random))
      let value = key == .store ? "S1.A-2" : try #require(values.randomElement(using: &random))
      return .term(key, value)
    case 3: return .not(try expression(&random, depth: depth + 1))
    case let kind:
      let count = Int.random(in: 2...4, using: &random)
      let parts = try (0..<count).map { _ in try expression(&random, depth: depth + 1) }
      return kind == 4 ? .and(parts) : .or(parts)
    }
  }
}
