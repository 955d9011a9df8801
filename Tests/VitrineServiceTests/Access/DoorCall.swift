import Testing
import VitrineCore
import VitrineStorage

@testable import VitrineService

/// One use case or query as somebody would call it, on things of FR-0001 or of the whole country.
struct DoorCall: Sendable {
  /// How far a grant must reach for it.
  enum Reach: Sendable {
    /// The whole country.
    case national
    /// Anywhere: rows of other stores are left out, or the object is looked at later.
    case anywhere
    /// FR-0001.
    case store
    /// What is the person's own: no grant at all.
    case own
  }

  /// The type's name.
  let name: String
  let action: Action
  let reach: Reach
  /// Does it and returns the ids and codes that the person got to see.
  let perform: @Sendable (AccessDesk, Secret) async throws -> [String]

  /// What the table says.
  func allows(_ role: Role, atForeignStore: Bool) -> Bool {
    switch reach {
    case .own: true
    case .anywhere: role.actions.contains(action)
    case .national, .store: !atForeignStore && role.actions.contains(action)
    }
  }

  private static func change<U: UseCase>(
    _ reach: Reach, _ make: @escaping @Sendable (AccessDesk) throws -> U
  ) -> DoorCall {
    DoorCall(name: "\(U.self)", action: U.action, reach: reach) { desk, token in
      _ = try await desk.door.perform(try make(desk), as: token)
      return []
    }
  }

  private static func look<Q: Query>(
    _ reach: Reach, _ make: @escaping @Sendable (AccessDesk) throws -> Q,
    needing action: Action? = nil,
    seen: @escaping @Sendable (Q.Output) -> [String] = { _ in [] }
  ) -> DoorCall {
    DoorCall(name: "\(Q.self)", action: action ?? Q.action, reach: reach) { desk, token in
      seen(try await desk.door.ask(try make(desk), as: token))
    }
  }

  static let all: [DoorCall] =
    people + leaving + stores + broadcasts + posts + calendar + log + proofs + keys

  private static let people: [DoorCall] = [
    change(.anywhere) { _ in CreateUser(name: "Somebody", email: nil) },
    change(.store) {
      CreateGrant(
        user: $0.victim, role: .storeContributor, scope: .store(StoreCode("FR-0001")), until: nil,
        reason: "product")
    },
    change(.store) { RevokeGrant(id: $0.victimGrant, reason: "test") },
    change(.anywhere) { _ in CreateToken(days: 1) },
    change(.own) { _ in RevokeToken(id: TokenID("tk_none")) },
    look(.own, { _ in ListTokens() }),
    look(.own, { _ in ReadInbox() }),
    change(.own) { _ in MarkNotices(name: nil) },
    change(.own) { _ in ChooseLanguage(language: .fr) },
    look(.anywhere, { _ in ListUsers() }, seen: { $0.map(\.account.id.rawValue) }),
    look(.anywhere, { _ in ListGrants(user: nil) }, seen: { $0.map(\.id.rawValue) }),
    look(.national) { CheckAccess(AccessQuestion(user: $0.victim, action: "post.publish")) },
  ]

  /// What is done with people who are there: their new codes, their leaving, their data.
  private static let leaving: [DoorCall] = [
    change(.store) { EnrolUser(user: $0.victim.rawValue) },
    change(.anywhere) { _ in
      ImportPeople(rows: [], file: nil, makesCodes: false, onlyCheck: true)
    },
    change(.store) { KeepGrant(id: $0.victimGrant, reason: "product") },
    change(.national) { SuspendUser(user: $0.victim.rawValue, reason: "product") },
    change(.national) { ResumeUser(user: $0.victim.rawValue, reason: "product") },
    change(.national) { RevokeEverything(user: $0.victim.rawValue, reason: "product") },
    change(.national) { ExportUser(user: $0.victim.rawValue) },
    change(.national) { EraseUser(user: $0.victim.rawValue, reason: "product") },
    change(.national) { _ in RetainNames(months: 36) },
    look(.national) { _ in ListRetention(months: 36) },
    look(.anywhere, { ShowUser(user: $0.victim) }, seen: { [$0.account.id.rawValue] }),
    look(.anywhere, { FindUser($0.victim.rawValue) }, seen: { [$0.rawValue] }),
    look(.national) { _ in AccessReview(staff: nil) },
    look(.national) { _ in MayReview() },
    look(.national) { _ in MayLaunch() },
  ]

  private static let stores: [DoorCall] = [
    change(.national) { _ in ImportStores(stores: [], allowedRemovals: 0, onlyCheck: true) },
    change(.anywhere) { _ in ConnectPages(network: .facebook, token: Secret("x"), map: [:]) },
    change(.store) { _ in
      ConnectAccounts(
        network: .mastodon,
        accounts: [
          ConnectAccounts.Account(
            store: StoreCode("FR-0001"),
            secret: try #require(
              AccountSecret(server: "https://m.example", token: Secret("product"))))
        ])
    },
    change(.national) { _ in CheckPages(selector: nil) },
    look(
      .anywhere, { _ in ListStores(selector: nil) }, seen: { $0.map(\.store.code.rawValue) }),
    look(
      .anywhere, { _ in ReadLibraryStores() }, seen: { $0.map(\.store.code.rawValue) }),
    look(.anywhere, { _ in ListPages(selector: nil) }, seen: { $0.map(\.store.rawValue) }),
    look(.anywhere) { _ in ExamineDesk() },
    change(.store) { _ in
      FreezeStores(selector: .store(StoreCode("FR-0001")), reason: "product")
    },
    change(.store) { _ in
      UnfreezeStores(selector: .store(StoreCode("FR-0001")), reason: "product")
    },
  ]

  private static let broadcasts: [DoorCall] = [
    change(.national) { _ in
      CreateBroadcast(
        source: MessageSource(title: "Rappel", body: SourceText("Bonjour", line: 1)),
        targets: BroadcastTargets(selector: try Selector.parse("all"), description: "all"),
        networks: [],
        at: nil, from: nil, until: nil, plannedDigest: nil)
    },
    change(.national) { SubmitBroadcast(id: try $0.broadcast(.draft)) },
    change(.national) { ApproveBroadcast(id: try $0.broadcast(.submitted), digest: nil) },
    change(.national) { RejectBroadcast(id: try $0.broadcast(.submitted), reason: "product") },
    change(.national) {
      LaunchBroadcast(id: try $0.broadcast(.approved), canary: nil, acceptHeld: false)
    },
    change(.national) { PauseBroadcast(id: try $0.broadcast(.releasing), reason: "product") },
    change(.national) { ResumeBroadcast(id: try $0.broadcast(.paused)) },
    change(.national) { CancelBroadcast(id: try $0.broadcast(.releasing)) },
    change(.national) { RetryBroadcast(id: try $0.broadcast(.releasing)) },
    change(.national) {
      TakeDownBroadcast(id: try $0.broadcast(.releasing), selector: nil, reason: "product")
    },
    change(.national) { CloseBroadcast(id: try $0.broadcast(.finished)) },
    change(.national) {
      AdoptPost(id: try $0.broadcast(.releasing), page: "FR-0001", post: "1_2")
    },
    change(.national) { VerifyBroadcast(id: try $0.broadcast(.releasing)) },
    change(.national) { RepairBroadcast(id: try $0.broadcast(.releasing)) },
    change(.store) {
      ReportBroadcast(
        id: try $0.broadcast(.releasing), store: StoreCode("FR-0001"), reason: "product")
    },
    change(.national) { EditBroadcast(id: try $0.broadcast(.draft), time: .atLaunch) },
    change(.national) {
      AmendBroadcast(
        id: try $0.broadcast(.releasing),
        source: MessageSource(title: "T", body: SourceText("Other", line: 1)), reason: "product")
    },
    look(.national) { DiffBroadcast(id: try $0.broadcast(.releasing), from: nil) },
    look(.national) { ReadReceipt(id: try $0.broadcast(.releasing)) },
    look(.national) { _ in MyBroadcasts() },
    look(
      .anywhere, { BroadcastStatus(id: try $0.broadcast(.releasing), withPages: true) },
      seen: { $0.pages.map(\.store.rawValue) }),
    look(.anywhere) { BroadcastReasons(id: try $0.broadcast(.paused)) },
    look(.anywhere, { _ in ListBroadcasts(limit: 50) }, seen: { $0.map(\.id.rawValue) }),
    look(.national) { _ in ReadPlanFacts(isUrgent: false) },
  ]

  /// What is done with the posts of FR-0001.
  private static let posts: [DoorCall] = [
    change(.store) { _ in
      AdaptTemplate(template: "none", targets: .store(StoreCode("FR-0001")))
    },
    change(.store) { _ in CreatePost(text: "Bonjour", targets: .store(StoreCode("FR-0001"))) },
    change(.store) { _ in
      var changes = PostChanges()
      changes.text = "Bonsoir"
      return EditPost(id: AccessDesk.post(.draft), changes: changes)
    },
    change(.store) { _ in SubmitPost(id: AccessDesk.post(.draft)) },
    change(.store) { _ in ApprovePost(id: AccessDesk.post(.submitted), digest: nil) },
    change(.store) { _ in RejectPost(id: AccessDesk.post(.submitted), reason: "product") },
    change(.store) { _ in WithdrawPost(id: AccessDesk.post(.draft)) },
    change(.store) { _ in PublishPost(id: AccessDesk.post(.approved)) },
    change(.store) { _ in
      SchedulePost(
        id: AccessDesk.post(.approved), at: .instant(Timestamp(clamping: 1_900_000_000_000)))
    },
    change(.store) { _ in CancelPost(id: AccessDesk.post(.approved)) },
    change(.store) { _ in TakeDownPost(id: AccessDesk.post(.handedOver), reason: "product") },
    look(.anywhere, { _ in ListPosts() }, seen: { $0.items.map(\.store.rawValue) }),
    look(
      .anywhere, { _ in ShowPost(id: AccessDesk.post(.draft)) },
      seen: { $0.posts.items.map(\.store.rawValue) }),
    look(.anywhere, { _ in MyPosts() }, seen: { $0.map(\.post.store.rawValue) }),
    look(.anywhere, { _ in ExpiredPosts() }, seen: { $0.map(\.store.rawValue) }),
    look(
      .anywhere, { _ in TemplateImpact(template: "horaires", digest: "new") },
      seen: { $0.items.map(\.post.store.rawValue) }),
    change(.national) { _ in
      RebaseTemplate(template: "horaires", onlyCheck: false, language: .en)
    },
  ]

  /// What is done with the calendar, and with a plan about FR-0001.
  private static let calendar: [DoorCall] = [
    look(.anywhere) { _ in MayReadCalendar() },
    change(.anywhere) { _ in ApplyCalendar(PlanCalendar()) },
    change(.store) { _ in SubmitCalendar(id: AccessDesk.plan) },
    change(.store) { _ in ApproveCalendar(id: AccessDesk.plan, digest: "other") },
    change(.store) { _ in RejectCalendar(id: AccessDesk.plan, reason: "") },
    change(.store) { _ in
      DeclineEntry(entry: "none", store: StoreCode("FR-0001"), reason: "product")
    },
  ]

  /// The history of a post on the page of FR-0001.
  private static let foreignPost: RecordFilter = {
    var filter = RecordFilter()
    filter.object = "p_releasing_FR-0001"
    return filter
  }()

  private static let log: [DoorCall] = [
    // Who may read a post may ask for its history; anything else takes `audit.read`.
    look(.national) { _ in ListRecords(filter: RecordFilter(), below: nil, limit: 500) },
    look(.national) { _ in ShowRecord(index: 0) },
    look(
      .anywhere, { _ in PostHistory(filter: foreignPost, below: nil, limit: 10) },
      seen: { $0.items.compactMap(\.stored.columns.store) }),
    look(.national) { _ in
      WhoCould(.postPublish, at: StoreCode("FR-0001"), on: Timestamp(clamping: 0))
    },
    look(.anywhere) { _ in WhoPosted(.post(PostID("p_releasing_FR-0001"))) },
    look(.national) { _ in ReadRecords(from: 0, to: 1) },
    look(.national) { _ in VerifyAudit() },
    change(.national) { _ in ExportAudit() },
    change(.national) { _ in BeginReconcile(selector: nil) },
    change(.national) { _ in BeginReplay([]) },
  ]

  private static let proofs: [DoorCall] = [
    look(.national) { LastBroadcastRecord(id: try $0.broadcast(.releasing)) },
    look(.national) { BroadcastProofs(id: try $0.broadcast(.releasing), size: 1) },
    look(.national) { _ in FindCheckpoint(.last) },
    look(.national) { _ in InclusionPath(index: 0, size: 1) },
    look(.national) { _ in FindPublication(post: "p_releasing_FR-0001") },
    look(.national) { _ in GrowthPath(from: 1, size: 1, root: MerkleTree.emptyRoot) },
    change(.national) { _ in RecordCheckpoint(origin: "test/log") },
    change(.national) { RecordReceipt(id: try $0.broadcast(.releasing)) },
    change(.national) { _ in
      AttachCosignature(
        note: try SignedNote(
          text: "test\n", signatures: [NoteSignature(name: "test", keyID: 1, payload: [1])]),
        witnesses: [])
    },
  ]

  private static let keys: [DoorCall] = [
    change(.national) { _ in PrepareKeyRotation() },
    change(.national) { _ in BeginKeyRotation(version: 9) },
    change(.national) { _ in ResealTokens() },
    change(.national) { _ in FinishKeyRotation() },
  ]
}

extension AccessDesk {
  /// The broadcast in a state.
  func broadcast(_ state: BroadcastState) throws -> BroadcastID {
    guard let id = broadcasts[state] else { throw Missing(state: state) }
    return id
  }

  private struct Missing: Error { let state: BroadcastState }
}
