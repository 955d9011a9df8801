import Testing
import VitrineCore
import VitrineStorage

@testable import VitrineService

/// Whose an account is that is reached through a page of another network.
struct PageMatcherTests {
  private static let stores = PageDesk.stores(3)

  private static func known(_ id: String, _ store: Int, _ network: Network) -> StoredPage {
    StoredPage(
      id: PageID("pg\(id)"), store: StoreCode("S-\(store)"), network: network,
      remoteID: RemoteID(id), name: "x", state: .connected, trouble: nil, connection: "c")
  }

  private static func account(code: String? = nil, name: String = "store_1") -> RemotePage {
    RemotePage(
      id: RemoteID("900"), name: name, token: nil, storeCode: code, mayPublish: true,
      owner: RemoteID("100"))
  }

  private func match(
    _ account: RemotePage, known: [StoredPage] = [], map: [RemoteID: StoreCode] = [:]
  ) -> String {
    var matcher = PageMatcher(
      stores: Self.stores, known: known, network: .instagram, map: map)
    switch matcher.match(account) {
    case .success(let store): return "\(store) by \(matcher.rank(account))"
    case .failure(let reason): return reason.message.code
    }
  }

  @Test func `an account belongs to the store of its page, whatever the page's code says`() {
    let page = Self.known("100", 2, .facebook)
    #expect(match(Self.account(), known: [page]) == "S-2 by 0")
    #expect(match(Self.account(code: "S-3"), known: [page]) == "S-2 by 0")
    #expect(match(Self.account(code: "S-3")) == "S-3 by 1")
    #expect(match(Self.account()) == "pages.unmatched")
    #expect(match(Self.account(name: "Store 1")) == "S-1 by 2")
  }

  @Test func `a map names the account, or the page in front of it`() {
    let page = Self.known("100", 2, .facebook)
    let byPage = [RemoteID("100"): StoreCode("S-3")]
    let byBoth = [RemoteID("100"): StoreCode("S-3"), RemoteID("900"): StoreCode("S-1")]
    #expect(match(Self.account(), known: [page], map: byPage) == "S-3 by 0")
    #expect(match(Self.account(), known: [page], map: byBoth) == "S-1 by 0")
  }

  @Test func `a page of the same network is no neighbour`() {
    let other = Self.known("100", 2, .instagram)
    #expect(match(Self.account(), known: [other]) == "pages.unmatched")
    let mine = Self.known("900", 1, .instagram)
    #expect(
      match(Self.account(code: "S-2"), known: [mine]) == "pages.elsewhere")
  }
}
