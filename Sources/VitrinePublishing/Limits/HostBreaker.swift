import VitrineCore

/// Stops calling a host that does not answer, and tries it with one call now and then.
///
/// It counts requests, not the calls in them: a batch that is lost is one failure. What is known about
/// single pages that hang says nothing about the host and is not counted.
package struct HostBreaker: Hashable, Sendable {
  /// How many requests in a row got no answer.
  package private(set) var silences: Int
  /// When the first of them was noticed.
  package private(set) var since: Timestamp?
  /// When the next call may be made; nil while any may.
  package private(set) var probe: Timestamp?

  /// After so many requests in a row without an answer nothing more is sent.
  package static let limit = 20
  /// Milliseconds between two tries while it is open.
  package static let probeEvery: Int64 = 30_000
  /// From so many on, attempts are not held against a page: it is not the page.
  package static let outage = 5

  /// Takes a breaker as it was stored; closed where nothing was.
  package init(silences: Int = 0, since: Timestamp? = nil, probe: Timestamp? = nil) {
    self.silences = silences
    self.since = since
    self.probe = probe
  }

  /// Whether nothing but a try may be sent.
  package var isOpen: Bool { probe != nil }

  /// How many calls may be sent now; nil for any number.
  package func allowance(at now: Timestamp) -> Int? { probe.map { $0 <= now ? 1 : 0 } }

  /// Takes in how a request ended.
  package mutating func note(_ contact: HostContact, at now: Timestamp) {
    guard contact == .silent else {
      self = HostBreaker()
      return
    }
    silences = min(silences + 1, 1_000_000)
    since = since ?? now
    guard silences >= Self.limit else { return }
    // What was on its way when it opened does not put the next try off.
    if probe.map({ $0 <= now }) ?? true { probed(at: now) }
  }

  /// Notes that a try is sent: the next one comes half a minute later, whoever makes it.
  package mutating func probed(at now: Timestamp) {
    probe = now.advanced(byMilliseconds: Self.probeEvery)
  }
}

/// What a request says about the host that it went to.
package enum HostContact: String, Sendable {
  /// Something that can be read came back.
  case answered
  /// Nothing did.
  case silent
}
