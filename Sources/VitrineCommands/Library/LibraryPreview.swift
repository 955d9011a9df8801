import ArgumentParser
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine library preview ID --store CODE --set field=value …`; exit 1 when it found an error.
struct LibraryPreview: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "preview", abstract: Help.command("library.preview"))
  }

  @Argument(help: Help.option("library.id")) var id: String
  @Option(help: Help.option("library.store", "CODE")) var store: String?
  @Option(name: .customLong("set"), help: Help.option("broadcast.set", "FIELD=VALUE"))
  var values: [String] = []
  @Option(help: Help.option("network", "NETWORK")) var network: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let desk = try await LibraryDesk(live)
      let (_, source) = try desk.library.existing(id)
      let item = try desk.store(named: store)
      if let refusal = source.refusal(for: item.store) {
        throw Fault(
          .invalid, refusal, hint: Message("library.notForStore", item.store.code), subject: id)
      }
      let rules = try live.workspace.ruleBook(live.configuration)
      let preview = try TemplatePreview(
        source: source, item: item, network: try picked(source, item, desk),
        values: MessageOptions.fields(values), desk: desk
      ) { rules.review($0) }
      if live.console.isJSON {
        try live.console.print(preview.json(live.console))
      } else {
        try preview.show(live.console)
      }
      if preview.hasErrors { throw ExitCode(Fault.Code.partial.exitCode) }
    }
  }

  /// The network that was named, or else the first one of the template.
  private func picked(
    _ source: MessageSource, _ item: ReadLibraryStores.Item, _ desk: LibraryDesk
  ) throws -> Network {
    guard let network else {
      return source.networks.first ?? item.networks.first ?? .facebook
    }
    let picked = try LibraryList.network(network, desk.knowledge.limits.networks)
    guard source.networks.isEmpty || source.networks.contains(picked) else {
      let all = source.networks.map(\.rawValue).joined(separator: ", ")
      throw Fault(
        .invalid, Message("library.notOnNetwork", source.id, picked, all), subject: "--network")
    }
    return picked
  }
}
