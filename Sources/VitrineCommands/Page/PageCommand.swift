import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine page`: the stores' pages on their networks.
struct PageCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "page", abstract: Help.command("page"),
      subcommands: [PageConnect.self, PageList.self, PageCheck.self])
  }
}

/// `vitrine page connect`.
struct PageConnect: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "connect", abstract: Help.command("page.connect"))
  }

  @Option(help: Help.option("network", "NETWORK")) var network: String
  @Flag(help: Help.option("page.token")) var tokenStdin = false
  @Flag(help: Help.option("page.tokens")) var tokensStdin = false
  @Option(help: Help.option("page.map", "FILE.csv")) var map: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard tokenStdin != tokensStdin, map == nil || tokenStdin else {
      throw Fault(.usage, Message("pages.how"), hint: Message("pages.how.hint"))
    }
    if tokensStdin { return try await connectAccounts() }
    let pairs = try map.map(PageMap.read) ?? [:]
    let token = try Secret.fromInput()
    try await Live.run(global) { live in
      live.announceNetwork()
      let (output, isWhole) = try await live.connectPages(
        Network(rawValue: network), token: token, map: pairs)
      try print(output, isWhole: isWhole, live.console)
    }
  }

  private func connectAccounts() async throws {
    let bytes = try Invocation.current.input(CSVLimits.standard.bytes)
    let accounts = try AccountList.read(bytes)
    try await Live.run(global) { live in
      if let here = accounts.map(\.server).first(where: \.isLoopback) {
        live.console.say("network.isSandbox", here.text)
      }
      let output = try await live.perform(
        ConnectAccounts(network: Network(rawValue: network), accounts: accounts))
      try print(output, isWhole: output.failed.isEmpty, live.console)
    }
  }

  private func print(
    _ output: ConnectPages.Output, isWhole: Bool, _ console: Console
  ) throws {
    if console.isJSON {
      try console.print([
        "connected": .integer(Int64(output.connected)),
        "unmatched": .array(output.unmatched.map { $0.json(console) }),
        "failed": .array(output.failed.map { $0.json(console) }),
      ])
    } else {
      try console.print(console.text("pages.connected", output.connected))
      var table = Table(
        console.text("column.page"), console.text("column.name"), console.text("column.reason"))
      for leftover in output.unmatched + output.failed {
        table.add(
          leftover.remoteID.rawValue, leftover.name, leftover.reason.text(in: console.language))
      }
      if !table.rows.isEmpty { try console.print(table, empty: "list.empty") }
    }
    if !isWhole { throw ExitCode(Fault.Code.partial.exitCode) }
  }
}

extension ConnectPages.Leftover {
  func json(_ console: Console) -> JSON {
    [
      "remoteID": .string(remoteID.rawValue), "name": .string(name),
      "reason": .string(reason.text(in: console.language)),
    ]
  }
}

/// The file that says which page belongs to which store: `remoteID,store`.
enum PageMap {
  /// Reads the file; a page or a store that stands twice is a finding.
  static func read(_ path: String) throws -> [RemoteID: StoreCode] {
    let bytes = try RegularFile.read(
      Invocation.current.resolve(path).path, limit: CSVLimits.standard.bytes)
    var table = CSVReader.read(bytes, file: path)
    var pairs: [RemoteID: StoreCode] = [:]
    var stores: Set<StoreCode> = []
    for column in ["remoteID", "store"] where table.index(of: column) == nil {
      table.findings.add(Message("pages.map.column", column), at: nil)
    }
    for row in table.rows {
      guard let page = table.cell("remoteID", of: row), let store = table.cell("store", of: row)
      else { continue }
      if pairs.updateValue(StoreCode(store.text), forKey: RemoteID(page.text)) != nil {
        table.findings.add(Message("pages.map.page", page.text), at: page.position)
      }
      if !stores.insert(StoreCode(store.text)).inserted {
        table.findings.add(Message("pages.map.store", store.text), at: store.position)
      }
    }
    guard !table.findings.hasErrors else {
      throw Fault(
        .invalid, Message("pages.map.bad", path), subject: path, findings: table.findings.all)
    }
    return pairs
  }
}

/// `vitrine page list`.
struct PageList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("page.list"))
  }

  @Option(help: Help.option("select", "SELECTOR")) var select: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let selector = try select.map(Selector.argument)
    try await Live.run(global) { live in
      let pages = try await live.ask(ListPages(selector: selector))
      let console = live.console
      if console.isJSON { return try console.print(JSON.list(pages.map { $0.listJSON(console) })) }
      var table = Table(
        console.text("column.store"), console.text("column.network"), console.text("column.name"),
        console.text("column.state"), console.text("column.reason"))
      for page in pages {
        table.add(
          page.store.rawValue, page.network.rawValue, page.name,
          console.text("page.\(page.state.rawValue)"),
          page.trouble?.reason.text(in: console.language) ?? "")
      }
      try console.print(table, empty: "pages.empty")
    }
  }
}

extension StoredPage {
  /// A page as `page list` prints it; the keys are a contract.
  func listJSON(_ console: Console) -> JSON {
    [
      "id": .string(id.rawValue), "store": .string(store.rawValue),
      "network": .string(network.rawValue), "remoteID": .string(remoteID.rawValue),
      "name": .string(name), "state": .string(state.rawValue),
      "reason": trouble.map { .string($0.reason.text(in: console.language)) } ?? .null,
      "fix": trouble.map { .string($0.fix.text(in: console.language)) } ?? .null,
      "who": trouble.map { .string($0.who.text(in: console.language)) } ?? .null,
      "tokenExpires": tokenExpires.map { .string($0.description) } ?? .null,
    ]
  }
}

/// `vitrine page check`.
struct PageCheck: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Help.command("page.check"))
  }

  @Option(help: Help.option("select", "SELECTOR")) var select: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let selector = try select.map(Selector.argument)
    try await Live.run(global) { live in
      live.announceNetwork()
      let output = try await live.perform(CheckPages(selector: selector))
      if live.console.isJSON {
        try live.console.print([
          "checked": .integer(Int64(output.checked)),
          "connected": .integer(Int64(output.connected)),
          "needsAttention": .integer(Int64(output.needsAttention)),
          "unclear": .integer(Int64(output.unclear)),
        ])
      } else {
        try live.console.print(
          live.console.text(
            "pages.checked", output.checked, output.connected, output.needsAttention,
            output.unclear))
      }
      if output.connected < output.checked { throw ExitCode(1) }
    }
  }
}
