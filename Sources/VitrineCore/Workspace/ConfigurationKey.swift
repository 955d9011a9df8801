/// A key of `vitrine.yaml`, as written with dots: `approvals.broadcast`.
package enum ConfigurationKey: String, CaseIterable, Codable, Sendable {
  /// The retailer's name, as people read it.
  case organisationName = "organisation.name"
  /// The time zone in which a date without a time means midnight.
  case organisationTimeZone = "organisation.timezone"
  /// The language of the desk.
  case language
  /// A path, or `postgresql://…`.
  case database
  /// Where Facebook's Graph API answers; a sandbox on loopback, or the real one.
  case facebookBaseURL = "networks.facebook.baseURL"
  /// The version of the Graph API, `v26.0`.
  case facebookVersion = "networks.facebook.version"
  /// The id of the retailer's app.
  case facebookAppID = "networks.facebook.appID"
  /// The file that holds the app's secret.
  case facebookAppSecretFile = "networks.facebook.appSecretFile"
  /// How posts get on a Facebook page: `drafts`, `scheduled` or `direct`.
  case facebookDelivery = "networks.facebook.delivery"
  /// How posts get on Instagram: `containers`.
  case instagramDelivery = "networks.instagram.delivery"
  /// The folder that the retailer's web server shows to everybody, where Instagram fetches pictures.
  case instagramMediaFolder = "networks.instagram.mediaFolder"
  /// The address of that folder.
  case instagramMediaBaseURL = "networks.instagram.mediaBaseURL"
  /// How posts get on Mastodon: `direct` or `scheduled`.
  case mastodonDelivery = "networks.mastodon.delivery"
  /// Who sees a post on Mastodon: `public`, `unlisted` or `private`.
  case mastodonVisibility = "networks.mastodon.visibility"
  /// The language that posts on Mastodon are marked with; absent, the account's own.
  case mastodonLanguage = "networks.mastodon.language"
  /// How many requests are on their way to Mastodon servers at most.
  case mastodonConcurrency = "networks.mastodon.concurrency"
  /// Approvals that a broadcast needs.
  case approvalsBroadcast = "approvals.broadcast"
  /// Approvals that an urgent message needs.
  case approvalsUrgent = "approvals.urgent"
  /// Approvals that a new revision of a running broadcast needs.
  case approvalsAmend = "approvals.amend"
  /// Approvals that a post for several stores needs.
  case approvalsSeveralPages = "approvals.severalPages"
  /// Posts a second; absent, the network's address decides.
  case pacingPostsPerSecond = "pacing.postsPerSecond"
  /// Operations in one call.
  case pacingBatchSize = "pacing.batchSize"
  /// Calls at the same time.
  case pacingConcurrency = "pacing.concurrency"
  /// Pages that go first; absent, the network's address decides.
  case pacingCanary = "pacing.canary"
  /// For how many minutes before and after a mandatory message a page hears nothing else; 0 for none.
  case pressureQuietMinutes = "pressure.quietMinutes"
  /// How many posts of its store a page gets in a day at most; 0 for any number.
  case pressurePostsPerDay = "pressure.postsPerDay"
  /// The folder of the keys that seal tokens and sign the log.
  case keysFolder = "keys.folder"
  /// A program that gets every notice.
  case notifyCommand = "notify.command"
  /// An address that gets every notice.
  case notifyWebhook = "notify.webhook"
  /// The file that holds the secret with which notices to that address are signed.
  case notifyWebhookSecretFile = "notify.webhookSecretFile"
  /// How many minutes old a sign-in may be for a launch; 0 never asks.
  case accessStepUpMinutes = "access.stepUpMinutes"
  /// The name of the audit log; absent, made of the organisation's name.
  case auditOrigin = "audit.origin"
  /// The verifier keys of witnesses whose signatures must be good, with spaces between.
  case auditWitnesses = "audit.witnesses"
  /// How many hours apart a worker compares the pages with the records; 0 never does.
  case auditReconcileHours = "audit.reconcileHours"
  /// What retail rules weigh for this retailer: `rule=severity`, with spaces between.
  case rulesSeverity = "rules.severity"
  /// For how many months after somebody's last day their name is kept; 0 keeps it for ever.
  case privacyNamesMonths = "privacy.namesMonths"
  /// For how many months the addresses of people's machines may be kept, where any are.
  case privacyAddressesMonths = "privacy.addressesMonths"
  /// For how many months after a takedown the text of a post is kept; 0 keeps it for ever.
  case privacyPublishedTextMonths = "privacy.publishedTextMonths"

  /// What may stand behind the key.
  package var kind: Kind {
    switch self {
    case .organisationName: .text(maximum: 200)
    case .organisationTimeZone: .timeZone
    case .language: .language
    case .database: .database
    case .facebookBaseURL, .instagramMediaBaseURL, .notifyWebhook: .serviceURL
    case .facebookVersion: .graphVersion
    case .facebookAppID: .digits
    case .facebookAppSecretFile, .instagramMediaFolder, .keysFolder,
      .notifyWebhookSecretFile:
      .path
    case .facebookDelivery: .word(DeliveryWay.ofFacebook.map(\.rawValue))
    case .instagramDelivery: .word(DeliveryWay.ofInstagram.map(\.rawValue))
    case .mastodonDelivery: .word(DeliveryWay.ofMastodon.map(\.rawValue))
    case .mastodonVisibility: .word(["public", "unlisted", "private"])
    case .mastodonLanguage: .languageCode
    case .mastodonConcurrency: .integer(1...64)
    case .notifyCommand: .text(maximum: 4096)
    case .approvalsBroadcast, .approvalsUrgent, .approvalsAmend, .approvalsSeveralPages:
      .integer(0...10)
    case .pacingPostsPerSecond: .thousandths(100...1_000_000)
    case .pacingBatchSize: .integer(1...50)
    case .pacingConcurrency: .integer(1...64)
    case .pacingCanary: .integer(0...100_000)
    case .accessStepUpMinutes, .pressureQuietMinutes: .integer(0...1440)
    case .pressurePostsPerDay: .integer(0...50)
    case .auditReconcileHours: .integer(0...744)
    case .auditOrigin: .logOrigin
    case .auditWitnesses: .witnessKeys
    case .rulesSeverity: .ruleSeverities
    case .privacyNamesMonths, .privacyAddressesMonths, .privacyPublishedTextMonths:
      .integer(0...600)
    }
  }

  /// What holds when nothing else is said; `nil` when there is no such value.
  package var standard: String? {
    switch self {
    case .database: ".vitrine/vitrine.db"
    case .facebookBaseURL: "https://graph.facebook.com"
    case .facebookVersion: "v26.0"
    case .facebookDelivery: DeliveryWay.drafts.rawValue
    case .instagramDelivery: DeliveryWay.containers.rawValue
    case .mastodonDelivery: DeliveryWay.direct.rawValue
    case .mastodonVisibility: "public"
    case .mastodonConcurrency: "8"
    case .approvalsBroadcast: "2"
    case .approvalsUrgent, .approvalsAmend, .approvalsSeveralPages: "1"
    case .pacingBatchSize: "50"
    case .pacingConcurrency: "13"
    case .pressureQuietMinutes, .pressurePostsPerDay: "0"
    case .keysFolder: ".vitrine/keys"
    case .accessStepUpMinutes: "0"
    case .auditReconcileHours: "6"
    case .privacyNamesMonths, .privacyPublishedTextMonths: "36"
    case .privacyAddressesMonths: "12"
    case .organisationName, .organisationTimeZone, .language, .facebookAppID,
      .facebookAppSecretFile, .instagramMediaFolder, .instagramMediaBaseURL, .mastodonLanguage,
      .pacingPostsPerSecond, .pacingCanary, .notifyCommand, .notifyWebhook,
      .notifyWebhookSecretFile, .auditOrigin, .auditWitnesses, .rulesSeverity:
      nil
    }
  }

  /// Whether the file must name it.
  package var isRequired: Bool { self == .organisationName || self == .organisationTimeZone }

  /// The variable that overrides the file, for the keys that have one.
  package var environmentName: String? {
    switch self {
    case .language: "VITRINE_LANGUAGE"
    case .database: "VITRINE_DATABASE"
    default: nil
    }
  }

  /// What may stand behind a key.
  package enum Kind: Hashable, Sendable {
    /// One line of words.
    case text(maximum: Int)
    /// A name of the IANA time zone database.
    case timeZone
    /// `fr` or `en`.
    case language
    /// Two or three lower-case letters, as ISO 639 writes a language.
    case languageCode
    /// One of these words.
    case word([String])
    /// A path or a `postgresql://` address.
    case database
    /// An https address, or http on loopback.
    case serviceURL
    /// `v` and two numbers.
    case graphVersion
    /// ASCII digits.
    case digits
    /// A path of a file or folder.
    case path
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A decimal number with at most three decimals; the range is in thousandths.
    case thousandths(ClosedRange<Int>)
    /// A name without blanks and plus signs, as C2SP signed notes want it.
    case logOrigin
    /// Verifier keys of witnesses, with spaces between.
    case witnessKeys
    /// `rule=severity`, with spaces between.
    case ruleSeverities
  }
}
