import Foundation

/// Everything that makes one sandbox: its pages, its app, its clock and what goes wrong in it.
package struct SandboxConfiguration: Sendable {
  /// The stores; each becomes one page.
  package var stores: [SandboxStore]
  /// The TCP port on 127.0.0.1; 0 takes any free one.
  package var port: Int
  /// Where the state is kept, so that a restart forgets nothing; nil keeps it in memory only.
  package var dataFile: URL?
  /// Milliseconds by which each Graph answer is held back.
  package var latencyMilliseconds: Int
  /// The faults that are armed from the first request on.
  package var faults: [FaultSpec]
  /// Choices where the real network is not known well enough.
  package var switches: SandboxSwitches
  /// The app's id; nil takes the one of the data file, or derives one from the seed.
  package var appID: String?
  /// The app's secret; nil takes the one of the data file, or derives one from the seed.
  package var appSecret: String?
  /// The name of the app, which stands under `application` of each post.
  package var appName: String
  /// The current moment; faults and latency wait on the real clock all the same.
  package var now: @Sendable () -> Date
  /// The seed of ids, tokens and of the chance in faults.
  package var seed: UInt64
  /// How many calls a page answers in 24 hours before it is throttled (80001); nil never throttles.
  ///
  /// The real budget is 4,800 times the people who engaged with the page; a quiet page has one.
  package var callsPerPage: Int?

  /// Creates a configuration; only the stores have no default.
  package init(
    stores: [SandboxStore], port: Int = 0, dataFile: URL? = nil, latencyMilliseconds: Int = 0,
    faults: [FaultSpec] = [], switches: SandboxSwitches = SandboxSwitches(), appID: String? = nil,
    appSecret: String? = nil, appName: String = "Vitrine",
    now: @escaping @Sendable () -> Date = { Date() }, seed: UInt64 = 1, callsPerPage: Int? = 4800
  ) {
    self.stores = stores
    self.port = port
    self.dataFile = dataFile
    self.latencyMilliseconds = latencyMilliseconds
    self.faults = faults
    self.switches = switches
    self.appID = appID
    self.appSecret = appSecret
    self.appName = appName
    self.now = now
    self.seed = seed
    self.callsPerPage = callsPerPage
  }
}
