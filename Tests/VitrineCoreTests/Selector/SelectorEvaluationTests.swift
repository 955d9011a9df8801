import Foundation
import Testing

@testable import VitrineCore

struct SelectorEvaluationTests {
  private let store = Store(
    code: StoreCode("FR-0123"), name: "n", format: .hypermarket, city: "Nantes", department: "44",
    region: "Pays de la Loire", mode: .franchise, tags: ["drive", "wine"])

  @Test(arguments: [
    ("all", true), ("!all", false), ("format:hypermarket", true), ("format:supermarket", false),
    ("region:\"Pays de la Loire\"", true), ("region:\"pays de la loire\"", false),
    ("department:44", true),
    ("department:4", false), ("country:FR", true), ("store:FR-0123", true), ("tag:wine", true),
    ("tag:win", false),
    ("mode:franchise", true), ("network:facebook", true), ("network:instagram", false),
    ("format:supermarket | tag:wine & mode:franchise", true), ("!(tag:wine | tag:toys)", false),
    ("all & !store:FR-0123", false),
  ])
  func `terms are exact and combine as in logic`(_ text: String, _ expected: Bool) throws {
    #expect(try Selector.parse(text).evaluate(on: store, networks: [.facebook]) == expected)
  }

  @Test func `an unknown value is a finding with what was meant`() throws {
    let vocabulary = SelectorVocabulary(stores: [store], networks: [.facebook])
    let selector = try Selector.parse(
      "region:\"Pays de Loire\" & store:FR-0124 | format:hyper & !tag:toys & region:\"Pays de Loire\" & network:facebok"
    )
    let findings = selector.validate(against: vocabulary)
    #expect(
      findings.map(\.summary) == [
        "1:8 selector.unknown.region", "1:32 selector.unknown.store",
        "1:49 selector.unknown.format",
        "1:62 selector.unknown.tag", "1:102 selector.unknown.network",
      ])
    #expect(
      findings.map { $0.fix?.arguments.first } == [
        "Pays de la Loire", "FR-0123", "hypermarket", nil, "facebook",
      ])
    for finding in findings { finding.expectReadable() }
    #expect(
      try Selector.parse("store:FR-0123 & mode:integrated").validate(against: vocabulary) == [])
  }

  @Test func `a selector of stores is made from codes, never from none`() throws {
    let codes = (1...1212).map { StoreCode("FR-\($0)") }
    let selector = try #require(Selector.stores(codes))
    #expect(selector.terms.count == 1212)
    #expect(Selector.stores([]) == nil)
    #expect(Selector.stores([StoreCode("A")]) == Selector.store(StoreCode("A")))
    let data = try JSONEncoder().encode(selector)
    #expect(try JSONDecoder().decode(Selector.self, from: data) == selector)
  }

  @Test func `a list of stores is read line by line`() {
    let known: Set = [StoreCode("S1"), StoreCode("S2"), StoreCode("S0003")]
    let text = "\u{FEFF}# tonight\r\nS1\r\n\r\n  S2 # the new one\r\n"
    let list = StoreListFile.parse(Array(text.utf8), known: known)
    #expect(list.findings == [])
    #expect(list.codes == [StoreCode("S1"), StoreCode("S2")])
    #expect(list.selector == Selector.stores([StoreCode("S1"), StoreCode("S2")]))
  }

  @Test(arguments: [
    ("S1\nS2\nS1\n", ["3:1 list.twice"]),
    ("S1\n S3\ns2\n", ["2:2 selector.unknown.store", "3:1 store.code.spelling"]),
    ("# nobody\n", ["list.noStores"]), ("", ["list.noStores"]),
    ("S1 S2\n", ["1:1 store.code.invalid"]),
    ("*\n", ["1:1 store.code.invalid"]), ("all\n", ["1:1 store.code.spelling"]),
    ("S\u{B}1", ["1:1 store.code.invalid"]),
  ])
  func `a careless list reaches nobody`(_ text: String, _ expected: [String]) {
    let list = StoreListFile.parse(
      Array(text.utf8), known: [StoreCode("S1"), StoreCode("S2")])
    #expect(list.findings.map(\.summary) == expected)
    #expect(list.selector == nil)
    for finding in list.findings { finding.expectReadable() }
  }
}
