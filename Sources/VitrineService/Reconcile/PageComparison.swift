import VitrineCore
import VitrinePublishing
import VitrineStorage

/// Holds what a page showed against our records, both ways.
///
/// A pure value: what it finds depends on its arguments alone.
struct PageComparison {
  let look: PageLook
  let appID: String?
  let settling: Int64
  private(set) var findings: [ReconcileFinding] = []
  /// What is to be kept, once a post.
  private(set) var sightings: [StoredSighting] = []

  init(
    _ look: PageLook, expected: [ExpectedPost], strangers: [StoredSighting], appID: String?,
    settling: Int64
  ) {
    self.look = look
    self.appID = appID
    self.settling = settling
    let mine = Dictionary(expected.map { ($0.remoteID, $0) }, uniquingKeysWith: { $1 })
    let known = Dictionary(strangers.map { ($0.remoteID, $0) }, uniquingKeysWith: { $1 })
    for post in look.posts {
      if let mine = mine[post.id] { see(post, mine) } else { meet(post, known[post.id]) }
    }
    let listed = Set(look.posts.map(\.id))
    for mine in expected where mine.state.isPublic && !listed.contains(mine.remoteID) {
      switch look.readings[mine.remoteID] {
      case .none: break
      case .there(let post) where post.isPublished: see(post, mine)
      case .there: miss(mine, Message("reconcile.hidden"))
      case .gone: miss(mine, Message("reconcile.gone"))
      }
    }
    for stranger in strangers where !listed.contains(stranger.remoteID) { forget(stranger) }
  }

  /// A post of ours is on the page.
  private mutating func see(_ post: RemotePost, _ mine: ExpectedPost) {
    guard mine.state.isPublic else {
      switch mine.state {
      // Being released this very moment, or taken down: its own record tells.
      case .releasing, .removing, .takenDown: return
      default: break
      }
      // What moved a moment ago may be on its way to its record.
      guard mine.updated < look.asked.advanced(byMilliseconds: -settling) else { return }
      return find(
        .unrecorded, post, post: mine, noticed: mine.sighting?.firstSeen,
        Message("reconcile.draft", mine.post, mine.state.rawValue))
    }
    var sighting = mine.sighting ?? blank(mine)
    sighting.firstSeen = sighting.firstSeen ?? look.asked
    sighting.lastSeen = look.asked
    sighting.firstMissing = nil
    sighting.permalink = post.permalink ?? sighting.permalink ?? mine.permalink
    sighting.application = post.application ?? sighting.application
    sighting.adminCreator = post.adminCreator ?? sighting.adminCreator
    sighting.posted = post.created ?? sighting.posted
    let text = post.text ?? ""
    if let change = TextChange(from: mine.text, to: text) {
      let digest = Hash(of: Array(text.utf8)).hex
      let isNew = sighting.alteredDigest != digest
      if isNew { sighting.firstAltered = look.asked }
      sighting.alteredDigest = digest
      findings.append(
        ReconcileFinding(
          kind: .altered, page: look.page, remoteID: mine.remoteID, post: mine.post,
          broadcast: mine.broadcast, permalink: sighting.permalink, text: text, change: change,
          created: post.created, application: post.application, adminCreator: post.adminCreator,
          noticed: sighting.firstAltered ?? look.asked, lastSeen: mine.sighting?.lastSeen,
          evidence: Message("reconcile.altered", change.was, change.is), isNew: isNew))
    } else {
      sighting.alteredDigest = nil
      sighting.firstAltered = nil
    }
    sightings.append(sighting)
  }

  /// A post of ours is not on the page.
  private mutating func miss(_ mine: ExpectedPost, _ evidence: Message) {
    var sighting = mine.sighting ?? blank(mine)
    let isNew = sighting.firstMissing == nil
    let since = sighting.firstMissing ?? look.asked
    sighting.firstMissing = since
    sighting.permalink = sighting.permalink ?? mine.permalink
    sightings.append(sighting)
    findings.append(
      ReconcileFinding(
        kind: .missing, page: look.page, remoteID: mine.remoteID, post: mine.post,
        broadcast: mine.broadcast, permalink: sighting.permalink, text: mine.text, change: nil,
        created: sighting.posted ?? mine.published, application: sighting.application,
        adminCreator: sighting.adminCreator, noticed: since,
        lastSeen: sighting.lastSeen ?? mine.published, evidence: evidence, isNew: isNew))
  }

  /// A post on the page is none of ours.
  ///
  /// What was there before the page was taken over is its own history, and no finding. Networks give
  /// whole seconds, so the second of the taking over counts as after it.
  private mutating func meet(_ post: RemotePost, _ known: StoredSighting?) {
    let start = look.page.firstConnected.milliseconds
    if let created = post.created, created.milliseconds < start - start % 1000 { return }
    let evidence: Message =
      switch (post.application, post.adminCreator) {
      case (.some(let app), _) where app == appID: Message("reconcile.ourApp", app)
      case (.some(let app), let maker): Message("reconcile.otherApp", app, maker ?? "–")
      case (.none, let maker): Message("reconcile.byHand", maker ?? "–")
      }
    find(.unrecorded, post, post: nil, noticed: known?.firstSeen, evidence)
    var sighting =
      known ?? StoredSighting(remoteID: post.id, page: look.page.id, post: nil)
    sighting.firstSeen = sighting.firstSeen ?? look.asked
    sighting.lastSeen = look.asked
    sighting.firstMissing = nil
    sighting.body = post.text
    sighting.permalink = post.permalink ?? sighting.permalink
    sighting.application = post.application
    sighting.adminCreator = post.adminCreator
    sighting.posted = post.created
    sightings.append(sighting)
  }

  /// A stranger's post has gone again; what it said stays known.
  private mutating func forget(_ stranger: StoredSighting) {
    let posted = stranger.posted ?? look.asked
    guard stranger.firstMissing == nil, posted >= look.since else { return }
    var sighting = stranger
    sighting.firstMissing = look.asked
    sightings.append(sighting)
  }

  private mutating func find(
    _ kind: ReconcileFinding.Kind, _ post: RemotePost, post mine: ExpectedPost?,
    noticed: Timestamp?, _ evidence: Message
  ) {
    findings.append(
      ReconcileFinding(
        kind: kind, page: look.page, remoteID: post.id, post: mine?.post,
        broadcast: mine?.broadcast, permalink: post.permalink, text: post.text ?? "", change: nil,
        created: post.created, application: post.application, adminCreator: post.adminCreator,
        noticed: noticed ?? look.asked, lastSeen: nil, evidence: evidence, isNew: noticed == nil))
    if let mine {
      var sighting = mine.sighting ?? blank(mine)
      sighting.firstSeen = sighting.firstSeen ?? look.asked
      sighting.lastSeen = look.asked
      sightings.append(sighting)
    }
  }

  private func blank(_ mine: ExpectedPost) -> StoredSighting {
    StoredSighting(remoteID: mine.remoteID, page: mine.page, post: mine.post)
  }
}
