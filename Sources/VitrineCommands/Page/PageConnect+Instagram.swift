import VitrineCore
import VitrineService

extension Live {
  /// Connects the pages of a network; with those of Facebook the accounts of Instagram behind them,
  /// which the same token reaches.
  ///
  /// Two use cases: what Facebook gave is kept when Instagram refuses, and then standard error says so.
  func connectPages(
    _ network: Network, token: Secret, map: [RemoteID: StoreCode]
  ) async throws -> (output: ConnectPages.Output, isWhole: Bool) {
    let pages = try await perform(ConnectPages(network: network, token: token, map: map))
    guard network == .facebook, configuration.instagram != nil else {
      return (pages, pages.failed.isEmpty)
    }
    do {
      let accounts = try await perform(ConnectPages(network: .instagram, token: token, map: map))
      let both = ConnectPages.Output(
        connected: pages.connected + accounts.connected,
        unmatched: pages.unmatched + accounts.unmatched, failed: pages.failed + accounts.failed)
      return (both, both.failed.isEmpty)
    } catch let fault as Fault {
      console.say("pages.instagram.failed", fault.message.text(in: console.language))
      console.say("pages.instagram.retry")
      return (pages, false)
    }
  }
}
