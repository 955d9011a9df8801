import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// What a plan and a new broadcast both ask: which message, to whom, where, when.
struct MessageOptions: ParsableArguments {
  @Argument(help: Help.option("broadcast.file")) var file: String
  @Option(name: .customLong("to"), help: Help.option("broadcast.to", "SELECTOR"))
  var selector: String?
  @Option(help: Help.option("broadcast.toFile", "FILE")) var toFile: String?
  @Option(help: Help.option("network", "NETWORK")) var network: [String] = []
  @Option(help: Help.option("broadcast.at", "TIME")) var at: String?

  /// The message; its warnings are said.
  func source(_ live: Live) throws -> MessageSource {
    let path = live.console.invocation.resolve(file).path
    let (source, findings) = try MessageFile.load(path)
    for finding in findings {
      if !live.console.isQuiet {
        live.console.invocation.error(
          TerminalText.escaped(finding.text(in: live.console.language)) + "\n")
      }
    }
    return source
  }

  /// The networks that were named.
  func networks(_ live: Live) throws -> [Network] {
    let asked = network.map(Network.init(rawValue:))
    guard Set(asked).count == asked.count else {
      throw Fault(.usage, Message("broadcast.networkTwice"), subject: "--network")
    }
    if let unknown = asked.first(where: { live.desk.networks[$0] == nil }) {
      throw Fault(.usage, Message("pages.network", unknown), subject: "--network")
    }
    return asked
  }

  /// The time that was named.
  func release() throws -> ReleaseTime? {
    guard let at else { return nil }
    guard let time = ReleaseTime(at) else {
      throw Fault(
        .usage, Message("broadcast.badTime", TerminalText.excerpt(at)),
        hint: Message("broadcast.badTime.hint"), subject: "--at")
    }
    return time
  }

  /// The stores: exactly one of the two ways to say them.
  func targets(_ live: Live, _ saved: SavedPlan? = nil) async throws -> BroadcastTargets {
    if let saved {
      return BroadcastTargets(selector: saved.selector, description: saved.description)
    }
    switch (selector, toFile) {
    case (let text?, nil):
      let selector = try Selector.argument(text)
      return BroadcastTargets(selector: selector, description: selector.canonical)
    case (nil, let file?):
      let path = live.console.invocation.resolve(file).path
      let bytes = try RegularFile.read(path, limit: StoreListFile.longest)
      let known = try await live.ask(ListStores(selector: nil)).map(\.store.code)
      let list = StoreListFile.parse(bytes, file: file, known: Set(known))
      guard let selector = list.selector else {
        throw Fault(
          .invalid, Message("broadcast.badList", file), subject: file, findings: list.findings)
      }
      return BroadcastTargets(
        selector: selector, description: "file:\(list.codes.count)")
    default:
      throw Fault(
        .usage, Message("broadcast.noTarget"), hint: Message("broadcast.noTarget.hint"),
        subject: "--to")
    }
  }
}
