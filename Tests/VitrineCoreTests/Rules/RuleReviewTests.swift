import Testing
import VitrineTestSupport

@testable import VitrineCore

struct RuleReviewTests {
  private static func phrases(_ texts: String...) throws -> [Phrase] {
    try texts.map { try Phrase($0) }
  }

  private static func day(_ text: String) throws -> CivilDate {
    try #require(MessageValidity.Moment(text)?.date)
  }

  private static func rule(
    _ id: String = "r", when: [RuleItem], except: [RuleItem] = [], require: [RuleItem] = [],
    unless: [Phrase] = [], severity: RuleFinding.Severity = .error, from: String? = nil,
    until: String? = nil
  ) throws -> RetailRule {
    RetailRule(
      id: id, title: "T", article: "A", checkedOn: try day("2026-11-22"),
      from: try from.map(day), until: try until.map(day), owner: "legal", severity: severity,
      when: when, except: except, require: require, unless: unless, fix: "F")
  }

  private static func book(_ rules: [RetailRule]) throws -> RuleBook {
    RuleBook(
      rules: rules,
      subjects: [
        RuleSubject(
          id: "alcohol", title: "Alcool", isFamily: true, heedsIgnored: true, partOf: ["food"],
          says: try phrases("vin", "cognac"), unless: try phrases("vin sans alcool")),
        RuleSubject(id: "food", title: "Aliments", isFamily: true, says: try phrases("pain")),
        RuleSubject(id: "price-cut", title: "Remise", says: try phrases("- _ %")),
      ],
      ignored: try phrases("verre à *"))
  }

  private static func post(_ text: String, on day: String = "2026-11-25") throws -> ReviewedPost {
    ReviewedPost(text: text, day: try self.day(day))
  }

  @Test func `a finding shows the words that made the rule apply`() throws {
    let book = try Self.book([try Self.rule(when: [RuleItem([.about(["food"])])])])
    let found = book.review(try Self.post("Du pain, des VINS\u{A0}!"))
    #expect(found.map(\.words) == [["pain"]])
    #expect(book.review(try Self.post("Des VINS, du cognac")).map(\.words) == [["VINS", "cognac"]])
  }

  @Test func `words inside exceptions, utensils and the store's own name show nothing`() throws {
    let book = try Self.book([try Self.rule(when: [RuleItem([.about(["alcohol"])])])])
    for text in ["Un vin sans alcool", "Un verre à vin", "Magasin de Cognac"] {
      var post = try Self.post(text)
      post.registerWords = ["Cognac", "12"]
      #expect(book.review(post).isEmpty, "\(text)")
    }
    #expect(!book.review(try Self.post("Magasin de Cognac")).isEmpty)
  }

  @Test func `a declared family needs no words, and shows what it is part of`() throws {
    let book = try Self.book([try Self.rule(when: [RuleItem([.about(["food"])])])])
    var post = try Self.post("Rien")
    post.families = ["alcohol"]
    #expect(book.review(post).map(\.words) == [[]])
  }

  @Test func `every item of when must hold, one of except excuses, every item of require is asked`()
    throws
  {
    let says = { (text: String) in RuleItem([.says(try Self.phrases(text))]) }
    let book = try Self.book([
      try Self.rule(
        when: [try says("a"), try says("b")], except: [try says("c"), try says("d")],
        require: [try says("e"), try says("f")], unless: try Self.phrases("x a"))
    ])
    for (text, isFound) in [
      ("a", false), ("a b", true), ("a b c", false), ("a b d", false), ("a b e", true),
      ("a b e f", false), ("x a b", false), ("x a b a", true),
    ] {
      #expect(book.review(try Self.post(text)).isEmpty != isFound, "\(text)")
    }
  }

  @Test func `a rule is silent before its first day and a note after its last`() throws {
    let book = try Self.book([
      try Self.rule(
        when: [RuleItem([.about(["food"])])], from: "2026-11-20", until: "2026-11-25")
    ])
    #expect(try book.review(Self.post("pain", on: "2026-11-19")).isEmpty)
    #expect(try book.review(Self.post("pain", on: "2026-11-20")).first?.severity == .error)
    #expect(try book.review(Self.post("pain", on: "2026-11-25")).first?.severity == .error)
    let late = try #require(try book.review(Self.post("pain", on: "2026-11-26")).first)
    #expect(late.severity == .info)
    #expect(late.endedOn == (try Self.day("2026-11-25")))
    #expect(late.owner == "legal")
  }

  @Test func `the gravest findings come first, and a retailer may weigh otherwise`() throws {
    let when = [RuleItem([.about(["food"])])]
    let book = try Self.book([
      try Self.rule("a", when: when, severity: .info), try Self.rule("b", when: when),
      try Self.rule("c", when: when, severity: .warning),
    ])
    #expect(try book.review(Self.post("pain")).map(\.rule) == ["b", "c", "a"])
    let chosen = book.with(severities: ["a": .error, "b": .warning])
    #expect(try chosen.review(Self.post("pain")).map(\.rule) == ["a", "b", "c"])
  }

  @Test func `consent is asked for each picture that shows people`() throws {
    let book = try Self.book([
      try Self.rule(
        when: [RuleItem([.photo([.people])])], require: [RuleItem([.consent([.people])])])
    ])
    var post = try Self.post("Photo")
    #expect(book.review(post).isEmpty)
    post.pictures = [
      PictureDeclaration(showsPeople: true, consent: "A-1"), PictureDeclaration(showsPeople: true),
    ]
    #expect(!book.review(post).isEmpty)
    post.pictures[1].consent = "A-2"
    #expect(book.review(post).isEmpty)
    post.pictures[1].consent = ""
    #expect(!book.review(post).isEmpty)
  }

  @Test func `an offer's days replace those of the text`() throws {
    let book = try Self.book([try Self.rule(when: [RuleItem([.ended])])])
    var post = try Self.post("Jusqu'au 20 novembre")
    #expect(book.review(post).map(\.words) == [["Jusqu'au 20 novembre"]])
    post.offer = Offer(until: try Self.day("2026-11-25"))
    #expect(book.review(post).isEmpty)
  }

  @Test func `an alternative text is read, and shares no sentence with the post`() throws {
    let book = try Self.book([
      try Self.rule(when: [RuleItem([.says(try Self.phrases("rouge … vin"))])])
    ])
    var post = try Self.post("Du rouge")
    post.alts = ["vin"]
    #expect(book.review(post).isEmpty)
    post.alts = ["rouge et vin"]
    #expect(!book.review(post).isEmpty)
  }

  @Test func `a discount is one of what its own sentence names, else of what the post is about`()
    throws
  {
    let book = RuleBook(
      rules: [
        try Self.rule(
          when: [RuleItem([.about(["food"])]), RuleItem([.discountAbove(34)])],
          except: [RuleItem([.about(["soap"])])])
      ],
      subjects: [
        RuleSubject(id: "food", title: "F", says: try Self.phrases("pain", "miel")),
        RuleSubject(id: "soap", title: "S", says: try Self.phrases("savon")),
      ])
    for (text, isFound) in [
      ("Du pain à -50 %. Du savon à -20 %.", true), ("Du pain à -20 %. Du savon à -50 %.", false),
      ("Du pain. -50 % samedi.", true), ("Du pain, du savon. -50 % samedi.", false),
      ("Du pain et du savon à -50 %.", false), ("Du savon. Du miel. Du pain à -50 %.", true),
    ] {
      #expect(book.review(try Self.post(text)).isEmpty != isFound, "\(text)")
    }
  }

  @Test func `a circle of subjects ends`() throws {
    let book = RuleBook(
      rules: [try Self.rule(when: [RuleItem([.about(["a"])])])],
      subjects: [
        RuleSubject(id: "a", title: "A", partOf: ["b"], says: try Self.phrases("x")),
        RuleSubject(id: "b", title: "B", partOf: ["a"], says: try Self.phrases("y")),
      ])
    #expect(try book.review(Self.post("y")).count == 1)
    #expect(try book.review(Self.post("z")).isEmpty)
    let discounts = RuleBook(
      rules: [try Self.rule(when: [RuleItem([.about(["a"])]), RuleItem([.discountAbove(9)])])],
      subjects: book.subjects)
    #expect(try discounts.review(Self.post("y. -50 %")).count == 1)
  }

  @Test(arguments: 0..<20)
  func `no text of any characters stops a review`(_ seed: Int) throws {
    let book = try Self.book([
      try Self.rule(
        when: [RuleItem([.discountAbove(10), .daysAhead(1), .lastsLonger(1), .ended])])
    ])
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "-", "20", "%", " ", "€", "99999999999999999999", "vin", "du 31", "au", "février", "2e", "/",
      "\n", "offert", "au lieu de", "0", ",", ".", "+", "jusqu'au 9999", "…", "9999",
    ]
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        if Bool.random(using: &random), let piece = pieces.randomElement(using: &random) {
          text += piece
        } else if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      for finding in book.review(try Self.post(text)) {
        let words = finding.words.map { Array($0.utf8) }
        #expect(words.allSatisfy { !$0.isEmpty && Array(text.utf8).firstRange(of: $0) != nil })
      }
    }
  }

  @Test func `twice the text is at most two and a half times the work`() throws {
    let book = try Self.book([
      try Self.rule(when: [RuleItem([.says(try Self.phrases("vin … vin … vin", "vin"))])])
    ])
    let text = "vin vin vin au pain -20 % vin. vin vin vin vin vin vin vin vin "
    let once = try book.steps(Self.post(String(repeating: text, count: 500)))
    let twice = try book.steps(Self.post(String(repeating: text, count: 1000)))
    #expect(once > 10_000)
    #expect(twice * 2 <= once * 5)
  }
}
