/// Why a network did not do what was asked, in the words on which a delivery decides.
package struct NetworkFailure: Hashable, Codable, Sendable {
  /// The kinds that ask for different behaviour.
  package enum Kind: String, Codable, CaseIterable, Sendable {
    /// Passing trouble of the network or the line.
    case temporary
    /// The page's token is dead; a person reconnects the page.
    case token
    /// The token of the person behind all pages is dead: every page of that person is.
    case connection
    /// The page lacks a right; a person grants it.
    case permission
    /// Too many calls: wait and stop calling.
    case throttled
    /// Taken for spam: this page rests for hours.
    case blocked
    /// The network wants a person to act on the page (identity, review).
    case person
    /// Said to be the same as an earlier post: probably our own, which is read back.
    case duplicate
    /// This text, link or picture is not accepted.
    case content
    /// The post or page is not there.
    case missing
    /// We asked wrongly: a defect of ours.
    case request
    /// Our own stored token cannot be opened on this machine; nothing was sent.
    case unreadable
  }

  /// What a failure stops besides its own call.
  package enum Reach: String, Codable, CaseIterable, Sendable {
    /// The call only.
    case call
    /// Everything on that page.
    case page
    /// Everything with that user's token.
    case user
    /// Everything of the app.
    case app
  }

  /// The kind, on which a delivery decides.
  package var kind: Kind
  /// What else stops.
  package var reach: Reach
  /// The network's error code, if it gave one.
  package var code: Int?
  /// The network's subcode, if it gave one.
  package var subcode: Int?
  /// The network's words, without secrets, for people and the log.
  package var detail: String
  /// How long to wait at least, in seconds, if the network said so or the kind demands it.
  package var waitSeconds: Int?
  /// The network's trace id, for a question to its support.
  package var trace: String?
  /// Whether it is on this side: nothing was sent, and the network is not to blame.
  package var isLocal = false

  /// Makes a failure.
  package init(
    kind: Kind, reach: Reach = .call, code: Int? = nil, subcode: Int? = nil, detail: String,
    waitSeconds: Int? = nil, trace: String? = nil
  ) {
    self.kind = kind
    self.reach = reach
    self.code = code
    self.subcode = subcode
    self.detail = detail
    self.waitSeconds = waitSeconds
    self.trace = trace
  }
}
