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
}
