import Testing
import VitrineCore

@testable import VitrineCommands

/// The list of accounts is read strictly, and shows no token in what it says.
struct AccountListTests {
  private func faults(_ text: String) -> Fault? {
    do {
      _ = try AccountList.read(Array(text.utf8))
      return nil
    } catch {
      return error as? Fault
    }
  }

  @Test func `columns stand in any order, and addresses are taken as they are`() throws {
    let text =
      "token,store,baseURL\r\nabc,FR-0001,https://m.example/\r\ndef,FR-0002,http://[::1]:9\r\n"
    let accounts = try AccountList.read(Array(text.utf8))
    #expect(accounts.count == 2)
  }

  @Test func `everything that is wrong is said at once, with its place and without a token`() throws
  {
    let text = """
      store,baseURL,token
      FR-0001,http://m.example,canary1
      FR-0001,https://m.example,canary 2
      FR-0003,https://u:canary3@m.example,
      FR-0004,https://m.example
      """
    let fault = try #require(faults(text))
    #expect(fault.code == .invalid)
    let places = fault.findings.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message.code)" }
    for place in [
      "2:9 accounts.server", "3:1 accounts.store", "3:27 accounts.token", "4:9 accounts.server",
      "4:37 accounts.token",
    ] {
      #expect(places.contains(place), "\(place) of \(places)")
    }
    #expect(places.count == 6)
    let said = fault.findings.map { $0.message.text(in: .en) }.joined()
    #expect(!said.contains("canary"))
  }

  @Test(arguments: ["", "store,baseURL,token\n", "store,url,token\nFR-0001,https://m.example,x\n"])
  func `a list without an account is no list`(_ text: String) {
    #expect(faults(text)?.code == .invalid)
  }
}
