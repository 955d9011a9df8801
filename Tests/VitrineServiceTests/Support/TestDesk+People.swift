import VitrineCore
import VitrineService
import VitrineStorage

extension TestDesk {
  /// A person who has enrolled and holds nothing.
  func stranger(_ name: String, email: String? = nil) async throws -> (id: UserID, token: Secret) {
    let made = try await door.perform(CreateUser(name: name, email: email), as: adminToken)
    let login = try await Enrol(code: Secret(made.enrolment)).run(desk)
    return (made.id, login.token)
  }

  /// A second administrator, so that the first one is not the last.
  func secondAdmin() async throws -> (id: UserID, token: Secret) {
    try await person("Second Admin", .nationalAdmin)
  }

  /// A register of a few stores: `FR-0001` and `FR-0002` in Bretagne, `FR-0003` in Corse.
  func importStores() async throws {
    let stores = [("FR-0001", "Bretagne"), ("FR-0002", "Bretagne"), ("FR-0003", "Corse")]
    _ = try await door.perform(
      ImportStores(
        stores: stores.map { code, region in
          Store(
            code: StoreCode(code), name: "Magasin \(code)", format: .supermarket, city: "Ville",
            region: region)
        }, allowedRemovals: 0, onlyCheck: false),
      as: adminToken)
  }

  /// A broadcast as storage keeps it, for what happens to it when people go.
  func storeBroadcast(
    by author: UserID, _ state: BroadcastState, approvedBy approvers: [UserID] = []
  ) async throws -> BroadcastID {
    let id: BroadcastID = desk.random.identifier("b")
    let now = desk.time.now()
    try await desk.database.write { transaction in
      var broadcast = StoredBroadcast(
        id: id, title: "Rappel", digest: "00", source: "{}", sourceDigest: "00", selector: "all",
        author: author, isUrgent: false, approvalsNeeded: 2, created: now, releaseAt: nil,
        validUntil: nil)
      broadcast.state = state
      try transaction.insertBroadcast(broadcast)
      for user in approvers {
        try transaction.insertApproval(of: broadcast, by: user, at: now)
      }
    }
    return id
  }

  /// Where a broadcast stands, and who has approved it.
  struct Standing: Equatable {
    let state: BroadcastState?
    let approvers: Set<UserID>

    init(_ state: BroadcastState?, _ approvers: Set<UserID>) {
      self.state = state
      self.approvers = approvers
    }
  }

  /// Where a broadcast stands, and who has approved it.
  func standing(of id: BroadcastID) async throws -> Standing {
    try await desk.database.read { transaction in
      guard let broadcast = try transaction.broadcast(id) else { return Standing(nil, []) }
      return Standing(broadcast.state, Set(try transaction.approvers(of: broadcast)))
    }
  }

  /// The newest record of the log.
  func lastRecord() async throws -> AuditRecord? {
    try await desk.database.read { transaction in
      let size = try transaction.auditHead().size
      return try transaction.record(at: size - 1).map { try AuditRecord(bytes: $0.bytes) }
    }
  }
}
