import VitrineCore
import VitrineStorage

/// Reads the post that is to be taken over, and what became of our own, before anything is changed.
struct AdoptionReading {
  let place: AdoptionPlace
  let inquiry: PageInquiry
  let sealed: SealedToken?

  /// The post as its page shows it; throws what keeps it from being taken over.
  func find(_ reference: PostReference, text: String) async throws -> RemotePost {
    let page = place.page
    let ids = reference.ids(on: page.remoteID, of: page.network)
    guard !ids.isEmpty else {
      throw Fault(
        .invalid, Message("adopt.otherPage", page.name), hint: Message("adopt.noID.hint"),
        subject: "--post")
    }
    for id in ids {
      guard let post = try await read(id) else { continue }
      guard post.isPublished else {
        throw Fault(.conflict, Message("adopt.hidden", post.id), subject: post.id.rawValue)
      }
      // A token can read posts of other pages as well.
      guard page.network != .facebook || PostReference.isPost(post.id, of: page.remoteID) else {
        throw Fault(.invalid, Message("adopt.otherPage", page.name), subject: post.id.rawValue)
      }
      try await checkOurOwn(besides: post.id)
      return post
    }
    throw Fault(
      .notFound, Message("adopt.gone", TerminalText.excerpt(text), page.name),
      hint: Message("adopt.gone.hint"), subject: "--post")
  }

  /// A post of ours may be public without our knowing: then there is nothing to take over, and two posts
  /// would be on the page.
  private func checkOurOwn(besides id: RemoteID) async throws {
    guard let ours = place.delivery.remoteID ?? place.delivery.container, ours != id else { return }
    guard let post = try await read(ours), post.isPublished else { return }
    throw Fault(
      .conflict, Message("adopt.ourOwn", ours, place.page.name),
      hint: Message("adopt.ourOwn.hint", place.delivery.broadcast?.rawValue ?? ""),
      subject: ours.rawValue)
  }

  /// A post, or nil when the network does not know it; throws when the network does not say.
  private func read(_ id: RemoteID) async throws -> RemotePost? {
    let question = PageInquiry.Question(page: place.page, sealed: sealed, step: .read(id))
    switch try await inquiry.ask([question]).first {
    case .post(let post): return post
    case .refused(let failure) where failure.kind == .missing: return nil
    case let other:
      let failure = other?.failure ?? NetworkFailure(kind: .request, detail: "no clear answer")
      let trouble = Trouble(failure)
      throw Fault(
        failure.kind == .throttled ? .throttled : .unavailable, trouble.reason,
        hint: trouble.fix, subject: place.delivery.store.rawValue)
    }
  }
}
