/// The rules by which a request is refused, in the order in which a decision names them.
package enum AccessRule: String, CaseIterable, Codable, Sendable {
  /// A name that nobody knows.
  case unknownName = "F11"
  /// The person is suspended or gone.
  case inactive = "F1"
  /// The token allows less than the person may.
  case tokenNarrows = "F8"
  /// No grant of the person holds the action.
  case noGrant = "P"
  /// A target lies outside the scope.
  case outsideScope = "S"
  /// An action that nobody holds.
  case heldByNobody = "F12"
  /// A contributor on somebody else's draft.
  case ownDraftsOnly = "F2"
  /// Somebody on their own work.
  case fourEyes = "F3"
  /// The state, the approvals or the digest do not allow it.
  case state = "F4"
  /// A store or region on mandatory content.
  case mandatory = "F5"
  /// Granting what one may not hand out.
  case delegation = "F6"
  /// Roles that exclude each other.
  case exclusion = "F7"
  /// The sign-in is too old.
  case stepUp = "F9"
  /// The last administrator.
  case lastAdministrator = "F10"
  /// Break-glass without a ticket, or where it would do more than stop.
  case ticket = "F13"
  /// A closed store.
  case closedStore = "F14"
}
