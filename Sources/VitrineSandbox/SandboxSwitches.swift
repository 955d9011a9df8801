/// Behaviour on which Meta's documents are silent or contradict each other, each as one switch.
///
/// The defaults are the likelier half of each pair. `POST /sandbox/switches` changes them while the
/// sandbox runs.
package struct SandboxSwitches: Sendable, Equatable {
  /// What releasing a post that is published already answers.
  package enum SecondRelease: String, Sendable, CaseIterable {
    /// `{"success":true}`, and nothing changes.
    case noop
    /// An error of code 100.
    case error
  }

  /// What publishing a container that is published already answers.
  package enum SecondPublish: String, Sendable, CaseIterable {
    /// The id of the post that it became.
    case same
    /// An error of code 100.
    case error
  }

  /// Whether `GET /{page}/feed` shows the unpublished posts that the asking app made.
  package var draftsListed = true
  /// What publishing a published post once more answers.
  package var secondRelease = SecondRelease.noop
  /// Whether a draft that repeats the page's last post is refused (506) when it is released, too.
  package var duplicateRefusedAtRelease = false
  /// Whether `created_time` of a draft becomes the moment of its release.
  package var createdTimeMovesAtRelease = true
  /// Whether every call needs an `appsecret_proof`, like an app with "Require app secret".
  package var proofRequired = false
  /// Whether `/me/accounts` answers one empty page that still has a `next` after its first page.
  package var emptyAccountsPage = false
  /// Whether posts that were scheduled on the network stay unpublished past their time.
  package var scheduledPostsStick = false

  /// Whether each page has a professional account of Instagram.
  package var instagramAccounts = true
  /// What publishing a published container once more answers.
  package var secondPublish = SecondPublish.same
  /// How often a container answers `IN_PROGRESS` before it is ready.
  package var containerPolls = 0
  /// For how long a container is not ready, in milliseconds.
  package var containerDelayMilliseconds = 0
  /// How many posts an account of Instagram may publish in 24 hours; one page of Meta's says 50, another 100.
  package var instagramQuota = 50
  /// Whether a post of Instagram can be deleted, of which only the SDK knows.
  package var instagramDeletes = true

  /// Creates the defaults.
  package init() {}

  /// Sets one switch by its name, as `POST /sandbox/switches` carries it.
  mutating func set(_ name: String, to value: JSONValue) throws(SandboxInputError) {
    switch name {
    case "secondRelease":
      secondRelease = try Self.choice(name, value)
      return
    case "secondPublish":
      secondPublish = try Self.choice(name, value)
      return
    default: break
    }
    if let path = Self.numbers[name] {
      guard case .number = value, let number = Int(value.parameterText),
        (0...1_000_000_000).contains(number)
      else { throw SandboxInputError("switch '\(name)' must be a number from 0 to 1000000000") }
      self[keyPath: path] = number
      return
    }
    guard let path = Self.flags[name] else {
      let names = Self.flags.map(\.key) + Self.numbers.map(\.key)
      let known = (names + ["secondPublish", "secondRelease"]).sorted().joined(separator: ", ")
      throw SandboxInputError("unknown switch '\(name)'; known: \(known)")
    }
    guard case .bool(let flag) = value else {
      throw SandboxInputError("switch '\(name)' must be true or false")
    }
    self[keyPath: path] = flag
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ value: JSONValue
  ) throws(SandboxInputError) -> Choice where Choice.RawValue == String {
    if case .string(let text) = value, let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    throw SandboxInputError("switch '\(name)' must be \(known)")
  }

  private static var numbers: [String: WritableKeyPath<SandboxSwitches, Int>] {
    [
      "containerPolls": \.containerPolls,
      "containerDelay": \.containerDelayMilliseconds,
      "instagramQuota": \.instagramQuota,
    ]
  }

  private static var flags: [String: WritableKeyPath<SandboxSwitches, Bool>] {
    [
      "draftsListed": \.draftsListed,
      "duplicateRefusedAtRelease": \.duplicateRefusedAtRelease,
      "createdTimeMovesAtRelease": \.createdTimeMovesAtRelease,
      "proofRequired": \.proofRequired,
      "emptyAccountsPage": \.emptyAccountsPage,
      "scheduledPostsStick": \.scheduledPostsStick,
      "instagramAccounts": \.instagramAccounts,
      "instagramDeletes": \.instagramDeletes,
    ]
  }
}
