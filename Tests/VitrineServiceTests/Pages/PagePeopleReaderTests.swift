import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

@Suite(.temporaryFolder)
struct PagePeopleReaderTests {
  private func person(_ id: String, _ kind: PagePerson.Kind) -> PagePerson {
    PagePerson(id: RemoteID(id), name: "Name \(id)", tasks: ["MANAGE"], kind: kind)
  }

  @Test func `who has rights on a page is known for each page, and each account once`() async throws
  {
    let desk = try await PageDesk.make(3)
    desk.network.change(1) {
      $0.roles = [person("7", .personal), person("8", .personal)]
      $0.assigned = [person("8", .business), person("9", .system)]
    }
    desk.network.change(2) { $0.roles = [person("7", .personal)] }
    desk.network.change(3) { $0.token = "another" }
    let answers = try await PagePeopleReader(desk.desk).read()
    #expect(answers.map(\.page.store.rawValue) == ["S-1", "S-2", "S-3"])
    #expect(answers[0].people?.map(\.id.rawValue) == ["7", "8", "9"])
    #expect(answers[0].people?.map(\.kind) == [.personal, .business, .system])
    #expect(answers[1].people?.map(\.kind) == [.personal])
    #expect(answers[2].people == nil)
    #expect(answers[2].trouble?.reason.code == "trouble.token")
  }

  @Test func `pages of other stores are not asked`() async throws {
    let desk = try await PageDesk.make(3)
    let selector = try Selector.parse("store:S-2")
    #expect(try await PagePeopleReader(desk.desk).read(selector).count == 1)
    #expect(desk.network.calls.count == 2)
  }
}
