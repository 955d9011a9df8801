import VitrineCore
import VitrinePublishing
import VitrineStorage

/// What a use case works with: the database, the clock, the keys, the networks, the numbers.
///
/// Put together once, where the adapters are known, and passed in; nothing here is global.
package struct Desk: Sendable {
  /// The desk's database.
  package let database: any Database
  /// The clocks.
  package let time: TimeSource
  /// Where ids, tokens and jitter come from.
  package let random: RandomSource
  /// Seals page tokens.
  package let vault: Vault
  /// Signs checkpoints; nil where this machine does not hold the key.
  package let signer: (any CheckpointSigner)?
  /// The networks that are built in.
  package let networks: [Network: any NetworkConnector]
  /// The numbers of `vitrine.yaml` that rules depend on.
  package let rules: DeskRules
  /// The digests of the library's messages that ask for the urgent lane, as they stand there now.
  package let urgentMessages: @Sendable () async throws -> Set<String>
  /// The library: templates, rules and pictures.
  package let content: ContentPort
  /// The editorial calendar.
  package let calendars: CalendarPort

  /// Puts a desk together.
  package init(
    database: any Database, time: TimeSource, random: RandomSource, vault: Vault,
    signer: (any CheckpointSigner)?, networks: [Network: any NetworkConnector], rules: DeskRules,
    urgentMessages: @escaping @Sendable () async throws -> Set<String> = { [] },
    content: ContentPort = .none, calendars: CalendarPort = .none
  ) {
    self.calendars = calendars
    self.urgentMessages = urgentMessages
    self.content = content
    self.database = database
    self.time = time
    self.random = random
    self.vault = vault
    self.signer = signer
    self.networks = networks
    self.rules = rules
  }
}

/// The numbers of `vitrine.yaml` that the door's rules depend on.
package struct DeskRules: Hashable, Sendable {
  /// How many approvals a broadcast needs.
  package var approvals: Int
  /// How many approvals an urgent broadcast needs.
  package var urgentApprovals: Int
  /// How many approvals the correction of a launched broadcast needs.
  package var amendApprovals = 1
  /// How many approvals a post for several stores needs.
  package var severalPages: Int
  /// How many approvals a plan of the calendar needs: one whatever the desk says, since an editor alone reaches
  /// no page.
  package var planApprovals: Int { max(1, severalPages) }
  /// The zone in which a date without a time is midnight.
  package var timeZone: String
  /// How old a sign-in may be for what asks for a recent one, in minutes; 0 for any age.
  package var stepUpMinutes: Int
  /// Releases a second, in thousandths; nil for as fast as the network answers.
  package var milliPostsPerSecond: Int?
  /// How many pages are released first.
  package var canary: Int
  /// How long a worker's claim holds, in milliseconds.
  package var leaseMilliseconds: Int64
  /// How long before its time a scheduled post is staged, in milliseconds.
  package var stageLeadMilliseconds: Int64
  /// How long an unclear release counts as pending before it counts as unknown, in milliseconds.
  package var quarantineMilliseconds: Int64
  /// For how many minutes before and after a mandatory message a page hears nothing else; 0 for none.
  package var quietMinutes: Int
  /// How many posts of its store a page gets in a day at most; 0 for any number.
  package var postsPerDay: Int
  /// How fast calls may be made whoever makes them; nil for as fast as the network answers.
  package var callRates: CallRates?
  /// The limits of the networks.
  package var limits: NetworkLimits

  /// Makes rules.
  package init(
    approvals: Int, urgentApprovals: Int, milliPostsPerSecond: Int?, canary: Int,
    stepUpMinutes: Int = 0, leaseMilliseconds: Int64 = 30_000,
    stageLeadMilliseconds: Int64 = 900_000,
    quarantineMilliseconds: Int64 = 600_000, severalPages: Int = 1,
    timeZone: String = "Europe/Paris", quietMinutes: Int = 0, postsPerDay: Int = 0,
    callRates: CallRates? = nil, limits: NetworkLimits
  ) {
    self.callRates = callRates
    self.quietMinutes = quietMinutes
    self.postsPerDay = postsPerDay
    self.severalPages = severalPages
    self.timeZone = timeZone
    self.approvals = approvals
    self.urgentApprovals = urgentApprovals
    self.milliPostsPerSecond = milliPostsPerSecond
    self.canary = canary
    self.stepUpMinutes = stepUpMinutes
    self.leaseMilliseconds = leaseMilliseconds
    self.stageLeadMilliseconds = stageLeadMilliseconds
    self.quarantineMilliseconds = quarantineMilliseconds
    self.limits = limits
  }
}
