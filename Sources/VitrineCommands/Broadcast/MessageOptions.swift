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
  @Option(name: .customLong("set"), help: Help.option("broadcast.set", "FIELD=VALUE"))
  var values: [String] = []

  /// The message; its warnings are said.
  func source(_ live: Live) throws -> MessageSource { try MessageSource.read(file, live) }

  /// What stands in the fields of the message.
  func filled() throws -> [String: String] { try Self.fields(values) }

  /// Reads `field=value`, each field once.
  static func fields(_ values: [String]) throws -> [String: String] {
    try TypedValues.fields(values)
  }

  /// The networks that were named.
  func networks(_ live: Live) throws -> [Network] { try Self.networks(network, live) }

  /// Networks by name, each once.
  static func networks(_ names: [String], _ live: Live) throws -> [Network] {
    let asked = names.map(Network.init(rawValue:))
    guard Set(asked).count == asked.count else {
      throw Fault(.usage, Message("broadcast.networkTwice"), subject: "--network")
    }
    if let unknown = asked.first(where: { live.desk.networks[$0] == nil }) {
      throw Fault(.usage, Message("pages.network", unknown), subject: "--network")
    }
    return asked
  }

  /// The time that was named.
  func release() throws -> ReleaseTime? { try Self.release(at) }

  /// A time as written in a flag.
  static func release(_ at: String?) throws -> ReleaseTime? { try TypedValues.release(at) }

  /// The stores: exactly one of the two ways to say them.
  func targets(_ live: Live, _ saved: SavedPlan? = nil) async throws -> BroadcastTargets {
    if let saved {
      return BroadcastTargets(
        selector: saved.selector, description: saved.description, list: saved.list)
    }
    return try await Self.targets(selector, toFile, live)
  }

  /// The stores of a selector or of a file of codes, and never of both.
  static func targets(_ selector: String?, _ toFile: String?, _ live: Live) async throws
    -> BroadcastTargets
  {
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
        selector: selector, description: "file:\(list.codes.count)",
        list: StoreListReference(
          name: URL(filePath: path).lastPathComponent, digest: Hash(of: bytes).hex))
    default:
      throw Fault(
        .usage, Message("broadcast.noTarget"), hint: Message("broadcast.noTarget.hint"),
        subject: "--to")
    }
  }
}

extension MessageSource {
  /// Reads a message file, and says its warnings.
  static func read(_ file: String, _ live: Live) throws -> MessageSource {
    let path = live.console.invocation.resolve(file).path
    let (source, findings) = try MessageFile.load(path)
    for finding in findings { live.console.warn(finding) }
    return source
  }
}
