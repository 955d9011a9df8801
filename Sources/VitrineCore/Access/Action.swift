/// Everything that somebody may or may not do, by the name that grants, records and scripts use.
package enum Action: String, CaseIterable, Codable, Sendable {
  // Stores and pages.
  case storeRead = "store.read"
  case storeWrite = "store.write"
  case storeImport = "store.import"
  case storeHours = "store.hours"
  case pageRead = "page.read"
  case pageConnect = "page.connect"
  case pageDisconnect = "page.disconnect"
  // Content and calendar.
  case libraryRead = "library.read"
  case libraryWrite = "library.write"
  case calendarRead = "calendar.read"
  case calendarWrite = "calendar.write"
  case calendarApprove = "calendar.approve"
  case freezeSet = "freeze.set"
  // Posts of a store.
  case postRead = "post.read"
  case postDraft = "post.draft"
  case postEdit = "post.edit"
  case postSubmit = "post.submit"
  case postApprove = "post.approve"
  case postReject = "post.reject"
  case postSchedule = "post.schedule"
  case postPublish = "post.publish"
  case postCancel = "post.cancel"
  case postTakedown = "post.takedown"
  // Mandatory national messages.
  case broadcastRead = "broadcast.read"
  case broadcastDraft = "broadcast.draft"
  case broadcastEdit = "broadcast.edit"
  case broadcastSubmit = "broadcast.submit"
  case broadcastApprove = "broadcast.approve"
  case broadcastReject = "broadcast.reject"
  case broadcastLaunch = "broadcast.launch"
  case broadcastPause = "broadcast.pause"
  case broadcastResume = "broadcast.resume"
  case broadcastCancel = "broadcast.cancel"
  case broadcastTakedown = "broadcast.takedown"
  case broadcastAmend = "broadcast.amend"
  case broadcastAdopt = "broadcast.adopt"
  case broadcastRetry = "broadcast.retry"
  case broadcastClose = "broadcast.close"
  case broadcastReport = "broadcast.report"
  // People, grants, tokens.
  case userRead = "user.read"
  case userInvite = "user.invite"
  case userEnrol = "user.enrol"
  case userSuspend = "user.suspend"
  case userRevokeAll = "user.revoke_all"
  case userErase = "user.erase"
  case grantRead = "grant.read"
  case grantCreate = "grant.create"
  case grantRevoke = "grant.revoke"
  case accessReview = "access.review"
  case tokenCreateSelf = "token.create_self"
  case tokenRevokeAny = "token.revoke_any"
  // The log and the system.
  case auditRead = "audit.read"
  case auditExport = "audit.export"
  case auditVerify = "audit.verify"
  case auditReconcile = "audit.reconcile"
  case auditCosign = "audit.cosign"
  case systemConfig = "system.config"
  case keyRotate = "key.rotate"
  // Held by nobody: named so that a request for them is refused by rule F12 and recorded.
  case auditWrite = "audit.write"
  case auditDelete = "audit.delete"
  case secretRead = "secret.read"
  case userImpersonate = "user.impersonate"

  /// Actions that no role holds and no grant can give.
  package static let heldByNobody: Set<Action> = [
    .auditWrite, .auditDelete, .secretRead, .userImpersonate,
  ]
  /// What everybody may do to what is their own, without a grant.
  ///
  /// That is to see their rights and tokens, and to end a token. Making a token is not among them, since
  /// auditors and break-glass make none.
  package static let freeOnOneself: Set<Action> = [
    .userRead, .grantRead, .accessReview, .tokenRevokeAny,
  ]

  /// Whether it concerns the whole country when no store is named; else it is asked for somewhere.
  ///
  /// So "may Ana launch a broadcast?" asks for a grant at the scope `all`, and "may Ana publish a
  /// post?" for a grant at any.
  package var isNational: Bool {
    switch self {
    case .storeRead, .storeHours, .pageRead, .pageConnect, .pageDisconnect, .libraryRead,
      .calendarRead, .postRead, .postDraft, .postEdit, .postSubmit, .postApprove, .postReject,
      .postSchedule, .postPublish, .postCancel, .postTakedown, .broadcastRead, .broadcastReport,
      .userRead, .userInvite, .userEnrol, .grantRead, .grantCreate, .grantRevoke,
      .tokenCreateSelf:
      false
    default: true
    }
  }
  /// Whether it concerns the whole country even when stores are named: a broadcast is not approved,
  /// nor a person suspended, for some stores.
  package var isAlwaysNational: Bool {
    switch self {
    case .broadcastDraft, .broadcastEdit, .broadcastSubmit, .broadcastApprove, .broadcastReject,
      .broadcastLaunch, .broadcastPause, .broadcastResume, .broadcastCancel, .broadcastTakedown,
      .broadcastAmend, .broadcastAdopt, .broadcastRetry, .broadcastClose, .libraryWrite,
      .storeImport, .userSuspend, .userRevokeAll, .userErase, .accessReview, .tokenRevokeAny,
      .auditExport, .auditVerify, .auditReconcile, .auditCosign, .systemConfig, .keyRotate:
      true
    default: false
    }
  }
}
