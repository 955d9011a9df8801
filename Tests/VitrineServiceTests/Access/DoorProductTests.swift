import Foundation
import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Every use case and query, called by every role at a foreign scope, through the real door.
@Suite(.temporaryFolder)
struct DoorProductTests {
  @Test func `a role at a foreign store reaches nothing that is not its own`() async throws {
    let desk = try await AccessDesk.make()
    let foreign = Scope.store(StoreCode("FR-0002"))
    for role in Role.allCases {
      let (_, token) = try await desk.person("\(role) elsewhere", [(role, foreign)])
      for call in DoorCall.all {
        var seen: [String] = []
        let rule = await desk.refusal { seen = try await call.perform(desk, token) }
        let isAllowed = call.allows(role, atForeignStore: true)
        #expect((rule == nil) == isAllowed, "\(role.rawValue) \(call.name) \(rule as Any)")
        #expect(
          Set(seen).isDisjoint(with: [
            "FR-0001", "FR-0003", desk.victim.rawValue, desk.victimGrant.rawValue,
          ]), "\(role.rawValue) \(call.name) saw \(seen)")
      }
    }
  }

  @Test func `a role everywhere is refused what its table lacks, and nothing else for want of it`()
    async throws
  {
    let desk = try await AccessDesk.make()
    for role in Role.allCases {
      let (_, token) = try await desk.person("\(role) everywhere", [(role, .all)])
      for call in DoorCall.all {
        let rule = await desk.refusal { _ = try await call.perform(desk, token) }
        if call.allows(role, atForeignStore: false) {
          #expect(rule != .noGrant && rule != .outsideScope, "\(role.rawValue) \(call.name)")
        } else {
          #expect(rule != nil, "\(role.rawValue) \(call.name)")
        }
      }
    }
  }

  @Test func `a stranger without a grant may only look after what is their own`() async throws {
    let desk = try await AccessDesk.make()
    let (_, token) = try await desk.person("Nobody", [])
    for call in DoorCall.all {
      let rule = await desk.refusal { _ = try await call.perform(desk, token) }
      #expect((rule == nil) == (call.reach == .own), "\(call.name)")
    }
  }

  /// Read from the sources, so that nobody can forget to add a new one to the list.
  @Test func `the list of calls is complete`() throws {
    let folder = Pages.root.appending(path: "Sources/VitrineService")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var declared: Set<String> = []
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let pattern = /(?:struct|class|enum|actor|extension) (\w+): [\w, ]*\b(\w+)\b/
      for line in text.split(separator: "\n") {
        guard let match = line.firstMatch(of: pattern) else { continue }
        let kinds = line.drop { $0 != ":" }.split(whereSeparator: { !$0.isLetter })
        if kinds.contains(where: {
          ["UseCase", "Query", "BroadcastStep", "PostStep", "PlanStep"].contains($0)
        }) {
          declared.insert(String(match.1))
        }
      }
      // A further protocol between would hide its use cases from this test.
      for match in text.matches(of: /protocol (\w+): (?:UseCase|Query)/) {
        #expect(["BroadcastStep", "PostStep", "PlanStep"].contains(match.1))
      }
    }
    let listed = DoorCall.all.map(\.name)
    #expect(Set(listed) == declared)
    #expect(Set(listed).count == listed.count)
  }
}
