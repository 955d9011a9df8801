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

  /// Creates the defaults.
  package init() {}

  /// Sets one switch by its name, as `POST /sandbox/switches` carries it.
  mutating func set(_ name: String, to value: JSONValue) throws(SandboxInputError) {
    if name == "secondRelease" {
      guard case .string(let text) = value, let choice = SecondRelease(rawValue: text) else {
        throw SandboxInputError("switch 'secondRelease' must be \"noop\" or \"error\"")
      }
      secondRelease = choice
      return
    }
    guard let path = Self.flags[name] else {
      let known = (Self.flags.keys + ["secondRelease"]).sorted().joined(separator: ", ")
      throw SandboxInputError("unknown switch '\(name)'; known: \(known)")
    }
    guard case .bool(let flag) = value else {
      throw SandboxInputError("switch '\(name)' must be true or false")
    }
    self[keyPath: path] = flag
  }

  private static var flags: [String: WritableKeyPath<SandboxSwitches, Bool>] {
    [
      "draftsListed": \.draftsListed,
      "duplicateRefusedAtRelease": \.duplicateRefusedAtRelease,
      "createdTimeMovesAtRelease": \.createdTimeMovesAtRelease,
      "proofRequired": \.proofRequired,
      "emptyAccountsPage": \.emptyAccountsPage,
      "scheduledPostsStick": \.scheduledPostsStick,
    ]
  }
}
