import ArgumentParser
import VitrineCore
import VitrineService

/// For which stores a post is made, where, and when.
struct PostOptions: ParsableArguments {
  @Option(help: Help.option("post.store", "CODE")) var store: String?
  @Option(name: .customLong("to"), help: Help.option("post.to", "SELECTOR"))
  var selector: String?
  @Option(help: Help.option("post.network", "NETWORK")) var network: [String] = []
  @Option(help: Help.option("post.at", "TIME")) var at: String?
  @Option(help: Help.option("post.entry", "ENTRY")) var entry: String?

  /// The stores: one, those of a selector, or the one that the person works for.
  func targets(_ live: Live) async throws -> PostTargets {
    switch (store, selector) {
    case (let code?, nil): return .store(StoreCode(code.nfc))
    case (nil, let text?): return .selector(try Selector.argument(text))
    case (nil, nil): return .store(try await live.ownStore())
    default: throw Fault(.usage, Message("posts.storeAndTo"), subject: "--to")
    }
  }

  /// The networks that were named, each once.
  func networks(_ live: Live) throws -> [Network] {
    let asked = network.map(Network.init(rawValue:))
    guard Set(asked).count == asked.count else {
      throw Fault(.usage, Message("broadcast.networkTwice"), subject: "--network")
    }
    let known = live.desk.rules.limits.networks + Array(live.desk.networks.keys)
    if let unknown = asked.first(where: { !known.contains($0) }) {
      throw Fault(.usage, Message("pages.network", unknown), subject: "--network")
    }
    return asked
  }
}

extension Live {
  /// The store of somebody who works for one store, so that nobody has to name it.
  func ownStore() async throws -> StoreCode {
    let grants = try await WhoAmI().run(desk, as: credential()).person.grants
    let scopes = Set(grants.map(\.scope))
    if scopes.count == 1, case .store(let code)? = scopes.first { return code }
    throw Fault(
      .usage, Message("posts.whichStore"), hint: Message("posts.whichStore.hint"),
      subject: "--store")
  }
}
