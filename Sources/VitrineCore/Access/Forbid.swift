/// A rule that says no, whatever grants say yes.
///
/// Two kinds of no keep the world simple: a forbid *refuses* a request whoever holds what, or it
/// *strikes* single grants, such as that of a store manager on mandatory content. A request is
/// denied when it is refused, or when no grant that covers one of its targets is left. So a further
/// grant of the subject never takes a right away, and a further forbid never gives one: there are no
/// forbids stored beside grants, and none is needed to take something from somebody, since a role's
/// grant can be revoked and nothing is allowed by default.
package struct Forbid: Sendable {
  /// The name of the rule in answers, records and documents.
  package let rule: AccessRule
  /// Whether it refuses the request, whoever holds what.
  package let refuses: @Sendable (AccessRequest) -> Bool
  /// Whether it keeps this one grant from allowing the request.
  package let strikes: @Sendable (Grant, AccessRequest) -> Bool

  /// Makes a forbid of either kind or of both.
  package init(
    _ rule: AccessRule, refuses: @escaping @Sendable (AccessRequest) -> Bool = { _ in false },
    strikes: @escaping @Sendable (Grant, AccessRequest) -> Bool = { _, _ in false }
  ) {
    self.rule = rule
    self.refuses = refuses
    self.strikes = strikes
  }

  /// Every forbid, in the order in which a decision names them.
  package static let standard: [Forbid] = [
    ownDraftsOnly, fourEyes, state, mandatory, delegation, exclusion, stepUp, lastAdministrator,
    ticket, closedStore,
  ]
}
