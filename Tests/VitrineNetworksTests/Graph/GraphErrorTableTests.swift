import Testing
import VitrineCore

@testable import VitrineNetworks

struct GraphErrorTableTests {
  private let judge = GraphJudge(redaction: Redaction { [] })
  private let stage = call(.stage(PostContent(text: "x")))

  private func outcome(_ error: GraphError, _ call: NetworkCall) -> NetworkAnswer.Outcome {
    judge.outcome(error, for: call, headers: nil, usage: [])
  }

  @Test(arguments: GraphErrorCase.all)
  func `an error means what the sources say`(_ expected: GraphErrorCase) throws {
    let found = try #require(outcome(expected.error, stage).failed)
    #expect(found.failure.kind == expected.kind)
    #expect(found.failure.reach == expected.reach)
    #expect(found.failure.waitSeconds == expected.wait)
    #expect(found.isUnknown == expected.isUnknown)
    #expect(found.failure.code == expected.code)
    #expect(found.failure.subcode == expected.subcode)
    #expect(found.failure.detail == "words")
  }

  @Test(arguments: GraphErrorCase.all)
  func `an error of a read is never unknown`(_ expected: GraphErrorCase) throws {
    let read = call(.read(RemoteID("100_1")))
    let found = try #require(outcome(expected.error, read).failed)
    #expect(!found.isUnknown)
    #expect(found.failure.kind == expected.kind)
  }

  @Test func `every row of the table has a case that reaches it`() {
    let table = GraphErrorTable.graph
    let reached = GraphErrorCase.all.compactMap { entry in
      table.rows.firstIndex { $0.matches(entry.error) }
    }
    let missed = Set(table.rows.indices).subtracting(reached)
    #expect(missed.isEmpty, "rows \(missed.sorted().map { table.rows[$0].codes })")
  }

  @Test func `the words of code 1 decide nothing`() throws {
    for words in [
      "Please reduce the amount of data you're asking for, then retry your request",
      "An error occured while creating the share",
    ] {
      let found = try #require(outcome(GraphError(code: 1, message: words), stage).failed)
      #expect(found.isUnknown)
      #expect(found.failure.kind == .temporary)
    }
  }

  @Test func `an error that nobody has described is unknown for a write`() throws {
    let error = GraphError(code: 4_242_424)
    let written = try #require(outcome(error, stage).failed)
    #expect(written.isUnknown)
    #expect(written.failure.kind == .request)
    let passing = GraphError(code: nil, isTransient: true)
    #expect(try #require(outcome(passing, stage).failed).failure.kind == .temporary)
    let read = try #require(outcome(error, call(.read(RemoteID("100_1")))).failed)
    #expect(!read.isUnknown)
  }

  @Test func `a link that could not be fetched is worth another try if Graph says so`() throws {
    for code in [1500, 1_609_005] {
      let found = try #require(outcome(GraphError(code: code, isTransient: true), stage).failed)
      #expect(found.failure.kind == .temporary)
      #expect(!found.isUnknown)
    }
  }

  @Test func `the network's own waiting time wins when it is longer`() {
    let usage = [
      NetworkUsage(scope: .app, percent: 1, regainSeconds: 9000),
      NetworkUsage(scope: .page(page), percent: 100, regainSeconds: 600),
      NetworkUsage(scope: .page(RemoteID("200")), percent: 100, regainSeconds: 7000),
    ]
    let throttled = judge.outcome(
      GraphError(code: 80_001), for: stage, headers: nil, usage: usage)
    #expect(throttled.failed?.failure.waitSeconds == 600)
    let headers = GraphHeaders([(name: "retry-after", value: "700")])
    let later = judge.outcome(GraphError(code: 80_001), for: stage, headers: headers, usage: usage)
    #expect(later.failed?.failure.waitSeconds == 700)
  }

  @Test(arguments: GraphErrorCase.all)
  func `an error that the app's token got blames no page`(_ entry: GraphErrorCase) throws {
    let outcome = judge.outcome(entry.error, for: stage, asker: .app, headers: nil, usage: [])
    let failure = try #require(outcome.failed?.failure)
    #expect([.temporary, .throttled, .request].contains(failure.kind))
    #expect(failure.reach == .app || failure.kind == .temporary)
  }
}
