import VitrineCore

/// How patient deliveries are.
package struct DeliveryPolicy: Hashable, Sendable {
  /// The shortest wait before a retry, in milliseconds.
  package var retryBase: Int64
  /// The longest wait before a retry, in milliseconds.
  package var retryCap: Int64
  /// After how many unclear answers to one step a page is held.
  package var attempts: Int
  /// The same for a page that hangs while others are answered: each try costs a whole timeout.
  package var hangs: Int
  /// For how long a lost call that publishes at once may still be carried out, lists being behind
  /// included, in milliseconds.
  package var quarantine: Int64
  /// The network's id of our app, or `nil`; drafts of other apps are not touched.
  package var application: String?

  /// Makes a policy.
  package init(
    retryBase: Int64, retryCap: Int64, attempts: Int, hangs: Int = 4,
    quarantine: Int64 = 120_000, application: String?
  ) {
    self.retryBase = retryBase
    self.retryCap = retryCap
    self.attempts = attempts
    self.hangs = hangs
    self.quarantine = quarantine
    self.application = application
  }

  /// How long a worker needs to clear up a call of which it knows, in milliseconds: the quarantine, and two looks.
  var looking: Int64 { quarantine + 6 * retryBase }

  /// The same, never giving up: while a host does not answer, no page is to blame.
  var untiring: DeliveryPolicy {
    var policy = self
    policy.attempts = .max
    return policy
  }

  /// The same for a page that hangs.
  var forHangs: DeliveryPolicy {
    var policy = self
    policy.attempts = min(attempts, hangs)
    return policy
  }

  /// Against a real network: from 10 s to 5 min, as the fact sheet's measurements advise.
  package static func network(application: String?) -> DeliveryPolicy {
    DeliveryPolicy(
      retryBase: 10_000, retryCap: 300_000, attempts: 8, application: application)
  }

  /// Against a sandbox on this machine, where a person watches and nothing is rationed.
  package static func loopback(application: String?) -> DeliveryPolicy {
    DeliveryPolicy(
      retryBase: 200, retryCap: 5_000, attempts: 10, hangs: 3, quarantine: 15_000,
      application: application)
  }
}

extension Delivery {
  /// Sets the time of the next try with decorrelated jitter, so that pages that failed together do
  /// not come back together; what the network asked for wins.
  mutating func postpone(
    at now: Timestamp, atLeastSeconds: Int?, policy: DeliveryPolicy, random: RandomSource
  ) {
    lastWait = random.wait(from: policy.retryBase, to: policy.retryCap, after: lastWait)
    let asked = Int64(min(max(atLeastSeconds ?? 0, 0), 7 * 86_400)) * 1000
    notBefore = now.advanced(byMilliseconds: max(lastWait, asked))
  }
}
