extension Configuration {
  /// The retailer and its clock.
  package struct Organisation: Hashable, Sendable {
    /// The name, as people read it.
    package let name: String
    /// The IANA name of the time zone.
    package let timeZone: String
  }

  /// What is needed to call the Graph API, but the secret itself.
  package struct Facebook: Hashable, Sendable {
    /// The address, without a slash at its end.
    package let baseURL: String
    /// The version, `v26.0`.
    package let version: String
    /// The id of the app.
    package let appID: String?
    /// The file with the app's secret, relative to the workspace.
    package let appSecretFile: String?
    /// Whether the address is this machine, which makes it a sandbox.
    package let isLoopback: Bool
    /// How posts get on a page.
    package let delivery: DeliveryWay
  }

  /// How posts are made on servers that speak Mastodon's API.
  package struct Mastodon: Hashable, Sendable {
    /// `public`, `unlisted` or `private`.
    package let visibility: String
    /// The language that posts are marked with; nil for the account's own.
    package let language: String?
    /// Requests at the same time.
    package let concurrency: Int
    /// How posts get on an account.
    package let delivery: DeliveryWay
  }

  /// Where Instagram fetches pictures.
  package struct Instagram: Hashable, Sendable {
    /// The folder, relative to the workspace.
    package let mediaFolder: String
    /// Its address, without a slash at its end.
    package let mediaBaseURL: String
  }

  /// How many people must say yes.
  package struct Approvals: Hashable, Codable, Sendable {
    /// For a broadcast.
    package let broadcast: Int
    /// For an urgent message.
    package let urgent: Int
    /// For a new revision of a running broadcast.
    package let amend: Int
    /// For one post on several pages.
    package let severalPages: Int
  }

  /// How fast posts leave.
  package struct Pacing: Hashable, Codable, Sendable {
    /// Posts in a thousand seconds; `nil` is no limit.
    package let millipostsPerSecond: Int?
    /// Operations in one call.
    package let batchSize: Int
    /// Calls at the same time.
    package let concurrency: Int
    /// Pages that go first; 0 for none.
    package let canary: Int
  }

  /// The retailer and its clock.
  package var organisation: Organisation {
    Organisation(name: required(.organisationName), timeZone: required(.organisationTimeZone))
  }

  /// The language of the desk; `nil` when nobody said, and then `LANG` decides.
  package var language: Language? { text(.language).flatMap(Language.init(rawValue:)) }

  /// The database: a path relative to the workspace, or a `postgresql://` address.
  package var database: String { required(.database) }

  /// What is needed to call the Graph API.
  package var facebook: Facebook {
    let url = ServiceURL(required(.facebookBaseURL))
    return Facebook(
      baseURL: url?.text ?? required(.facebookBaseURL), version: required(.facebookVersion),
      appID: text(.facebookAppID), appSecretFile: text(.facebookAppSecretFile),
      isLoopback: url?.isLoopback ?? false,
      delivery: DeliveryWay(rawValue: required(.facebookDelivery)) ?? .drafts)
  }

  /// How posts are made on servers that speak Mastodon's API.
  package var mastodon: Mastodon {
    Mastodon(
      visibility: required(.mastodonVisibility), language: text(.mastodonLanguage),
      concurrency: integer(.mastodonConcurrency),
      delivery: DeliveryWay(rawValue: required(.mastodonDelivery)) ?? .direct)
  }

  /// Where Instagram fetches pictures; `nil` unless both folder and address are said.
  package var instagram: Instagram? {
    guard let folder = text(.instagramMediaFolder), let address = text(.instagramMediaBaseURL)
    else { return nil }
    return Instagram(mediaFolder: folder, mediaBaseURL: ServiceURL(address)?.text ?? address)
  }

  /// How many people must say yes.
  package var approvals: Approvals {
    Approvals(
      broadcast: integer(.approvalsBroadcast), urgent: integer(.approvalsUrgent),
      amend: integer(.approvalsAmend), severalPages: integer(.approvalsSeveralPages))
  }

  /// How fast posts leave.
  ///
  /// When the file does not say: a sandbox on loopback has no limit and no canary; a real network
  /// gets 2 posts a second after a canary of 10, since nobody publishes the limit and a block
  /// lasts for hours.
  package var pacing: Pacing {
    let isLoopback = facebook.isLoopback
    let written = text(.pacingPostsPerSecond).flatMap(ConfigurationKey.thousandths)
    return Pacing(
      millipostsPerSecond: written ?? (isLoopback ? nil : 2000),
      batchSize: integer(.pacingBatchSize), concurrency: integer(.pacingConcurrency),
      canary: text(.pacingCanary) == nil ? (isLoopback ? 0 : 10) : integer(.pacingCanary))
  }

  /// For how many minutes before and after a mandatory message a page hears nothing else; 0 for none.
  package var quietMinutes: Int { integer(.pressureQuietMinutes) }

  /// How many posts of its store a page gets in a day at most; 0 for any number.
  package var postsPerDay: Int { integer(.pressurePostsPerDay) }

  /// The folder of the keys, relative to the workspace.
  package var keysFolder: String { required(.keysFolder) }

  /// A program that gets every notice.
  package var notifyCommand: String? { text(.notifyCommand) }

  /// An address that gets every notice.
  package var notifyWebhook: String? { text(.notifyWebhook) }

  /// The file with the secret with which notices to that address are signed.
  package var notifyWebhookSecretFile: String? { text(.notifyWebhookSecretFile) }

  /// How many minutes old a sign-in may be for a launch; 0 never asks.
  package var stepUpMinutes: Int { integer(.accessStepUpMinutes) }

  /// The witnesses whose signatures below our checkpoints must be good.
  package var auditWitnesses: [NoteVerifier] {
    (text(.auditWitnesses) ?? "").utf8.split(separator: 0x20)
      .compactMap { try? NoteVerifier(vkey: String(decoding: $0, as: UTF8.self)) }
  }

  /// How many hours apart a worker compares the pages with the records; 0 never does.
  package var reconcileHours: Int { integer(.auditReconcileHours) }

  /// What retail rules weigh for this retailer, by their ids, where it is not what their files say.
  package var ruleSeverities: [String: RuleFinding.Severity] {
    RuleSeverities.read(text(.rulesSeverity) ?? "")
  }

  /// For how many months after somebody's last day their name is kept; 0 keeps it for ever.
  package var namesMonths: Int { integer(.privacyNamesMonths) }

  /// For how many months the addresses of people's machines may be kept.
  package var addressesMonths: Int { integer(.privacyAddressesMonths) }

  /// For how many months after a takedown the text of a post is kept; 0 keeps it for ever.
  package var publishedTextMonths: Int { integer(.privacyPublishedTextMonths) }

  /// The name of the audit log: what the file says, or `maison-vermeil/vitrine`.
  package var auditOrigin: String {
    text(.auditOrigin) ?? Slug.ascii(required(.organisationName)) + "/vitrine"
  }
}
