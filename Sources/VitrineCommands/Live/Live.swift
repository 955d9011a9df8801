import Foundation
import VitrineContent
import VitrineCore
import VitrineNetworks
import VitrinePublishing
import VitrineService
import VitrineStorage

/// Everything that a command works with, put together from the workspace: the one place that knows
/// which adapters exist.
struct Live: Sendable {
  let workspace: Workspace
  let configuration: Configuration
  let console: Console
  let door: Door
  let facebook: FacebookConnector
  let mastodon: MastodonConnector

  var desk: Desk { door.desk }

  /// Opens the workspace, runs the body, and closes what was opened.
  static func run<T>(
    _ options: GlobalOptions, _ body: (Live) async throws -> T
  ) async throws -> T {
    let live = try await open(options)
    do {
      let result = try await body(live)
      await live.close()
      return result
    } catch {
      await live.close()
      throw error
    }
  }

  private static func open(_ options: GlobalOptions) async throws -> Live {
    let invocation = Invocation.current
    let environment = options.workspace == nil ? invocation.environment : [:]
    let workspace = try Workspace.find(
      from: options.start(invocation), environment: environment)
    let (configuration, warnings) = try ConfigurationFile.load(
      workspace.folder, environment: invocation.environment)
    let console = options.console(desk: configuration.language)
    for warning in warnings { console.warn(warning) }
    let database = try await Databases.open(configuration.database, base: workspace.folder)
    do {
      try await database.migrate(Schema.migrations)
      let keys = KeyFolder(workspace.resolve(configuration.keysFolder))
      let vault = Vault(
        keys: try keys.keyEncryptionKeys(), source: { try keys.keyEncryptionKeys() })
      let signer = try keys.signer()
      let rules = try rules(workspace, configuration)
      let ticket = try options.acceptedTicket()
      // Last, since their connections want to be shut down: nothing behind them may throw.
      let facebook = try connector(workspace, configuration)
      let mastodon = MastodonConnector(mastodon(configuration), time: .system)
      let desk = Desk(
        database: database, time: .system, random: .system, vault: vault, signer: signer,
        networks: [
          .facebook: facebook,
          .instagram: Self.instagram(facebook, workspace, configuration),
          .mastodon: mastodon,
        ], rules: rules,
        urgentMessages: { try Self.urgentMessages(workspace) },
        content: Self.content(workspace, configuration),
        calendars: Self.calendars(workspace, configuration))
      return Live(
        workspace: workspace, configuration: configuration, console: console,
        door: Door(desk, ticket: ticket),
        facebook: facebook, mastodon: mastodon)
    } catch {
      await database.close()
      throw error
    }
  }

  private static func connector(
    _ workspace: Workspace, _ configuration: Configuration
  ) throws -> FacebookConnector {
    let settings = configuration.facebook
    let secret = try settings.appSecretFile.map { try SecretFile.read(workspace.resolve($0)) }
    return FacebookConnector(
      try FacebookConfiguration(
        baseURL: settings.baseURL, version: settings.version, appID: settings.appID ?? "vitrine",
        appSecret: secret, delivery: settings.delivery,
        batchSize: configuration.pacing.batchSize,
        // One more than deliveries take: a comparison of the pages goes on beside them.
        connections: configuration.pacing.concurrency + 1,
        timeouts: FacebookConfiguration.Timeouts(
          requestMilliseconds: 10_000, readIdleMilliseconds: 5_000)))
  }

  private static func mastodon(_ configuration: Configuration) -> MastodonConfiguration {
    let settings = configuration.mastodon
    return MastodonConfiguration(
      visibility: MastodonConfiguration.Visibility(rawValue: settings.visibility) ?? .public,
      language: settings.language, concurrency: settings.concurrency,
      delivery: settings.delivery,
      timeouts: HTTPTimeouts(requestMilliseconds: 10_000, readIdleMilliseconds: 10_000))
  }

  /// The digests of the library's messages that ask for the urgent lane; broken files have none.
  private static func urgentMessages(_ workspace: Workspace) throws -> Set<String> {
    let folder = workspace.library.appendingPathComponent("messages", isDirectory: true)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var digests: Set<String> = []
    for name in names.sorted() where name.hasSuffix(".md") {
      let path = folder.appendingPathComponent(name).path
      let bytes = try RegularFile.read(path, limit: MessageFile.sizeLimit)
      guard let source = MessageFile.parse(bytes, file: name).source, source.isUrgent else {
        continue
      }
      digests.insert(source.digest)
    }
    return digests
  }

  private static func rules(
    _ workspace: Workspace, _ configuration: Configuration
  ) throws -> DeskRules {
    var rules = DeskRules(
      approvals: configuration.approvals.broadcast,
      urgentApprovals: configuration.approvals.urgent,
      milliPostsPerSecond: configuration.pacing.millipostsPerSecond,
      canary: configuration.pacing.canary, stepUpMinutes: configuration.stepUpMinutes,
      severalPages: configuration.approvals.severalPages,
      timeZone: configuration.organisation.timeZone, quietMinutes: configuration.quietMinutes,
      postsPerDay: configuration.postsPerDay,
      callRates: configuration.facebook.isLoopback ? nil : .network,
      limits: try NetworkLimits.load(workspace))
    rules.amendApprovals = configuration.approvals.amend
    return rules
  }

  /// Closes connections and the database.
  func close() async {
    try? await facebook.shutdown()
    try? await mastodon.shutdown()
    await desk.database.close()
  }

  /// Says that the network is a sandbox on this machine: nobody must take a rehearsal for the real thing.
  func announceNetwork() {
    if configuration.facebook.isLoopback {
      console.say("network.isSandbox", configuration.facebook.baseURL)
    }
  }

  /// A runner over a ledger, as patient as the network it talks to deserves.
  func runner(_ ledger: any DeliveryLedger) -> Runner {
    let application = configuration.facebook.appID
    return Runner(
      ledger: ledger, networks: desk.networks, time: desk.time, random: desk.random,
      policy: configuration.facebook.isLoopback
        ? .loopback(application: application) : .network(application: application),
      concurrency: configuration.pacing.concurrency, batchSize: configuration.pacing.batchSize)
  }

  /// The token of the person who runs the command.
  func credential() throws -> Secret {
    let invocation = console.invocation
    if let token = invocation.environment["VITRINE_TOKEN"], !token.isEmpty { return Secret(token) }
    if let token = try Credentials(invocation).read(workspace) { return token }
    throw Fault(.unauthenticated, Message("access.noToken"), hint: Message("access.noToken.hint"))
  }

  /// Does a use case as the person.
  func perform<U: UseCase>(_ useCase: U) async throws -> U.Output {
    try await door.perform(useCase, as: credential())
  }

  /// Asks as the person.
  func ask<Q: Query>(_ query: Q) async throws -> Q.Output {
    try await door.ask(query, as: credential())
  }
}

extension TimeSource {
  /// The machine's clocks.
  static let system = TimeSource(
    now: { Timestamp(clamping: Int64(Date().timeIntervalSince1970 * 1000)) },
    monotonic: { DispatchTime.now().uptimeNanoseconds },
    sleep: { try await Task.sleep(for: .milliseconds($0)) })
}
