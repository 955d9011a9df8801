/// What a person is told of; the names are a contract.
package enum NoticeEvent: String, CaseIterable, Codable, Sendable {
  /// Something waits for the person's approval.
  case submitted
  /// What the person wrote was not approved.
  case rejected
  /// An approval is late, or nearly.
  case approvalLate
  /// A page waits for somebody to mend something.
  case held
  /// A page did not get its message, or still shows what was to come down.
  case failed
  /// Nobody knows whether a page got it.
  case unknown
  /// A page did not get it before its end.
  case missed
  /// A page does not get it, since its text breaks a rule.
  case refused
  /// A store's own post got another hour.
  case moved
  /// Nothing of a store's own leaves for now.
  case frozen
  /// A mandatory message stands on the store's page.
  case mandatory
  /// A page, or the sign-in behind all of them, cannot be used any more.
  case access
  /// A broadcast stopped by itself.
  case stopped
  /// Pages of a broadcast no longer show it as it was released.
  case altered
  /// Somebody acted in an emergency.
  case breakGlass
  /// A grant is about to end.
  case grantExpiring
  /// Somebody made a new code with which one can sign in as the person.
  case enrolled
  /// A store says that a message is wrong.
  case reported

  /// Whether it is about one page, and one person can mend it.
  package var isAboutPage: Bool {
    switch self {
    case .held, .failed, .unknown, .missed, .refused: true
    default: false
    }
  }
}
