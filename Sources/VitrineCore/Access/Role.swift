/// One of the nine roles; the rules are the product, so there is no tenth by configuration.
package enum Role: String, CaseIterable, Codable, Sendable {
  /// Drafts for one store; somebody else publishes.
  case storeContributor = "store_contributor"
  /// Publishes for one store.
  case storeManager = "store_manager"
  /// Publishes for a region or format, and connects its pages.
  case regionManager = "region_manager"
  /// Writes national messages; never publishes or approves.
  case nationalEditor = "national_editor"
  /// Says yes or no to what others wrote.
  case approver
  /// Launches what was approved, and stops it.
  case nationalBroadcaster = "national_broadcaster"
  /// Keeps people, stores, pages and keys; never publishes.
  case nationalAdmin = "national_admin"
  /// Reads everything but secrets; changes nothing.
  case auditor
  /// Stops things in an emergency, with a ticket, for an hour.
  case breakglass
}

extension Role {
  /// What the role may do, wherever it is granted.
  package var actions: Set<Action> { Self.table[self] ?? [] }

  private static let table: [Role: Set<Action>] = {
    let reading: Set<Action> = [
      .storeRead, .pageRead, .libraryRead, .calendarRead, .postRead, .broadcastRead,
      .tokenCreateSelf,
    ]
    let drafting = reading.union([.postDraft, .postEdit, .postSubmit])
    let managing = drafting.union([
      .postApprove, .postReject, .postSchedule, .postPublish, .postCancel, .postTakedown,
      .broadcastReport, .grantRead, .grantCreate, .grantRevoke, .userRead, .userInvite,
      .userEnrol, .storeHours,
    ])
    let stopping: Set<Action> = [.broadcastPause, .broadcastCancel, .broadcastTakedown]
    return [
      .storeContributor: drafting,
      .storeManager: managing,
      .regionManager: managing.union([
        .calendarWrite, .pageConnect, .pageDisconnect, .freezeSet,
      ]),
      .nationalEditor: reading.union([
        .libraryWrite, .calendarWrite, .broadcastDraft, .broadcastEdit, .broadcastSubmit,
        .broadcastAmend, .broadcastPause,
      ]),
      .approver: reading.union([
        .postApprove, .postReject, .broadcastApprove, .broadcastReject, .broadcastPause,
        .calendarApprove,
      ]),
      .nationalBroadcaster: reading.union(stopping).union([
        .broadcastLaunch, .broadcastResume, .broadcastAmend, .broadcastAdopt, .broadcastRetry,
        .broadcastClose, .freezeSet,
      ]),
      .nationalAdmin: reading.union([
        .storeWrite, .storeImport, .storeHours, .pageConnect, .pageDisconnect, .userRead,
        .userInvite, .userEnrol, .userSuspend, .userRevokeAll, .userErase, .grantRead,
        .grantCreate, .grantRevoke, .accessReview, .tokenRevokeAny, .auditReconcile,
        .auditVerify, .systemConfig, .keyRotate,
      ]),
      .auditor: reading.subtracting([.tokenCreateSelf]).union([
        .userRead, .grantRead, .accessReview, .auditRead, .auditExport, .auditVerify,
        .auditReconcile, .auditCosign,
      ]),
      .breakglass: stopping.union([
        .broadcastRead, .postRead, .storeRead, .pageRead, .postCancel, .postTakedown,
        .userSuspend, .tokenRevokeAny, .freezeSet,
      ]),
    ]
  }()

  /// Roles that this one may hand out (rule F6); nobody grants to themselves.
  package var grantable: Set<Role> {
    switch self {
    case .nationalAdmin: Set(Role.allCases)
    case .regionManager: [.storeManager, .storeContributor]
    case .storeManager: [.storeContributor]
    default: []
    }
  }

  /// Roles that one person may not hold beside this one (rule F7).
  package var excluded: Set<Role> {
    switch self {
    case .auditor: Set(Role.allCases).subtracting([.auditor])
    case .nationalAdmin: [.nationalEditor, .nationalBroadcaster, .approver, .auditor]
    case .nationalEditor, .nationalBroadcaster, .approver: [.nationalAdmin, .auditor]
    default: [.auditor]
    }
  }
}
