import VitrineCore
import VitrineStorage

/// What looks at the pages of a broadcast mean for the posts that should be there.
struct PostFindings {
  /// What is to be said of one post.
  enum Kind: String {
    /// It says what it should.
    case same
    /// It says something else.
    case altered
    /// It is gone.
    case missing
    /// It is there and not public.
    case hidden
    /// The network gave no clear answer.
    case unclear
  }

  /// A post, as it stands in the records now, and what was found.
  struct Finding {
    let post: StoredDelivery
    let kind: Kind
    /// In words; nil where nothing is wrong.
    let reason: Message?
  }

  /// In the order of the target list.
  let all: [Finding]

  /// Sorts looks; what a person took down since the page was asked is not missing, and left out.
  init(_ looks: [PostLook], of id: BroadcastID, in transaction: any Transaction) throws {
    let standing = Dictionary(
      try transaction.deliveries(of: id).filter(\.isOnItsPage).map { ($0.post, $0) },
      uniquingKeysWith: { $1 })
    all = looks.compactMap { look in
      standing[look.post.post].map { Finding(look, now: $0) }
    }
  }

  /// How many are of some kinds.
  func count(_ kinds: Kind...) -> Int { all.count { kinds.contains($0.kind) } }

  /// The pages as they are told, with what is not public among what is gone.
  var output: VerifyBroadcast.Output {
    VerifyBroadcast.Output(
      published: all.count, same: count(.same), altered: items(.altered),
      missing: items(.missing, .hidden), unclear: items(.unclear))
  }

  private func items(_ kinds: Kind...) -> [VerifyBroadcast.Item] {
    all.compactMap { finding in
      guard kinds.contains(finding.kind), let reason = finding.reason else { return nil }
      return VerifyBroadcast.Item(
        store: finding.post.store, network: finding.post.network, post: finding.post.post,
        remoteID: finding.post.remoteID, permalink: finding.post.permalink, reason: reason)
    }
  }

  /// The numbers, as the log and the desk keep them.
  func kept(_ id: BroadcastID, at now: Timestamp) -> StoredVerification {
    StoredVerification(
      broadcast: id, at: now, same: count(.same), altered: count(.altered),
      missing: count(.missing, .hidden), unclear: count(.unclear))
  }

  /// The numbers for a record.
  var detail: [String: JSON] {
    [
      "verified": .integer(Int64(all.count)), "same": .integer(Int64(count(.same))),
      "altered": .integer(Int64(count(.altered))),
      "missing": .integer(Int64(count(.missing, .hidden))),
      "unclear": .integer(Int64(count(.unclear))),
    ]
  }
}

extension PostFindings.Finding {
  fileprivate init(_ look: PostLook, now post: StoredDelivery) {
    self.post = post
    switch look.outcome {
    // Made anew or corrected since the page was asked: the look was at something else.
    case _ where post.remoteID != look.post.remoteID || post.digest != look.post.digest:
      kind = .unclear
      reason = Trouble(NetworkFailure(kind: .request, detail: "changed since")).reason
    case .post(let remote) where !remote.isPublished:
      kind = .hidden
      reason = Message("reconcile.hidden")
    case .post(let remote):
      let change = TextChange(from: post.content.text, to: remote.text ?? "")
      kind = change == nil ? .same : .altered
      reason = change.map { Message("reconcile.altered", $0.was, $0.is) }
    case .refused(let failure) where failure.kind == .missing:
      kind = .missing
      reason = Message("reconcile.gone")
    default:
      kind = .unclear
      reason =
        Trouble(
          look.outcome.failure ?? NetworkFailure(kind: .request, detail: "no clear answer")
        ).reason
    }
  }
}
