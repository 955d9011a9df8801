import VitrineCore

extension InstagramConnector {
  /// The most pictures of a carousel.
  static let mostPictures = 10

  /// Makes a container: of one picture, or of several that are containers themselves.
  ///
  /// Nobody sees any of them, so that one whose answer is lost is simply made again.
  func stage(
    _ content: PostContent, _ pictures: [RemoteID], _ call: NetworkCall
  ) async throws(AnsweredEarly) -> NetworkAnswer {
    guard (1...Self.mostPictures).contains(pictures.count) else {
      throw .refused(.content, "Instagram takes 1 to 10 pictures a post, not \(pictures.count)")
    }
    guard pictures.allSatisfy(InstagramID.isAddress) else {
      throw .refused(.request, "a picture without an address")
    }
    try await checkQuota(call)
    func alt(_ place: Int) -> String? {
      content.media.indices.contains(place) ? content.media[place].alt : nil
    }
    let made: (id: RemoteID, usage: [NetworkUsage])
    if pictures.count == 1 {
      made = try await make(
        Self.picture(pictures[0], alt(0)) + [(name: "caption", value: content.text)], call)
    } else {
      var items: [String] = []
      for (place, picture) in pictures.enumerated() {
        let item = Self.picture(picture, alt(place)) + [(name: "is_carousel_item", value: "true")]
        items.append(try await make(item, call).id.rawValue)
      }
      made = try await make(
        [
          (name: "media_type", value: "CAROUSEL"),
          (name: "children", value: items.joined(separator: ",")),
          (name: "caption", value: content.text),
        ], call)
    }
    return NetworkAnswer(.staged(InstagramID.container(made.id)), usage: made.usage)
  }

  private static func picture(
    _ address: RemoteID, _ alt: String?
  ) -> [(name: String, value: String)] {
    var parameters = [(name: "image_url", value: address.rawValue)]
    if let alt { parameters.append((name: "alt_text", value: alt)) }
    return parameters
  }

  private func make(
    _ parameters: [(name: String, value: String)], _ call: NetworkCall
  ) async throws(AnsweredEarly) -> (id: RemoteID, usage: [NetworkUsage]) {
    let words = try await ask(.post, "\(call.page)/media", parameters, for: call)
    return (try number(in: words, of: call), words.usage)
  }

  /// Publishes a container.
  ///
  /// Whether one that is published already may be published again is documented nowhere; a refusal that
  /// may come from that is looked into, so that it is never taken for "not published".
  func publish(_ draft: RemoteID, _ call: NetworkCall) async throws(AnsweredEarly) -> NetworkAnswer
  {
    guard let container = InstagramID.containerNumber(draft) else {
      throw .refused(.request, "an id that is no container's")
    }
    if quota.left(call.page, at: now()) == 0 { try await checkQuota(call, isFresh: false) }
    do throws(AnsweredEarly) {
      let words = try await ask(
        .post, "\(call.page)/media_publish",
        [(name: "creation_id", value: container.rawValue)], for: call)
      let post = try number(in: words, of: call)
      quota.spend(call.page)
      return NetworkAnswer(.published(post), usage: words.usage)
    } catch {
      guard case .refused(let failure) = error.answer.outcome else { throw error }
      if failure.code == 9, failure.subcode == 2_207_042 {
        quota.note(call.page, left: 0, at: now())
      }
      throw await lookedInto(failure, draft, call) ?? error
    }
  }

  /// What the container says about a refusal of its publication; nil when that adds nothing.
  private func lookedInto(
    _ failure: NetworkFailure, _ draft: RemoteID, _ call: NetworkCall
  ) async -> AnsweredEarly? {
    switch failure.kind {
    case .request, .missing, .content, .duplicate: break
    case .temporary where failure.code == 24: break
    default: return nil
    }
    let question = NetworkCall(page: call.page, token: call.token, step: .read(draft))
    do throws(AnsweredEarly) {
      let found = try await read(draft, question)
      switch found.outcome {
      case .post(let post) where post.isPublished: return Self.unclear(failure)
      // It has expired or failed: that is the reason, whatever the words of the refusal.
      case .refused(let reason) where [.missing, .content].contains(reason.kind):
        return AnsweredEarly(found.outcome)
      default: return nil
      }
    } catch {
      if case .refused(let found) = error.answer.outcome, found.kind == .missing { return error }
      // Nobody has said that it was not published.
      return Self.unclear(failure)
    }
  }

  private static func unclear(_ failure: NetworkFailure) -> AnsweredEarly {
    var failure = failure
    failure.kind = .temporary
    return AnsweredEarly(.unknown(failure))
  }

  /// Refuses while the account has used up what it may publish in 24 hours.
  ///
  /// Asked when a container is made, at most once an hour and account: at the hour of release every
  /// request counts. When the question fails nothing is refused; the network says so itself then.
  private func checkQuota(
    _ call: NetworkCall, isFresh: Bool = true
  ) async throws(AnsweredEarly) {
    if isFresh, let left = quota.left(call.page, at: now()), left > 0 { return }
    let question = NetworkCall(page: call.page, token: call.token, step: .checkToken)
    let words = try? await ask(
      .get, "\(call.page)/content_publishing_limit",
      [(name: "fields", value: "quota_usage,config")], for: question)
    guard let limit = words?.body["data"]?.array?.first,
      let used = limit["quota_usage"]?.integer,
      let total = limit["config"]?["quota_total"]?.integer,
      (0...1_000_000).contains(used), (0...1_000_000).contains(total)
    else { return }
    quota.note(call.page, left: Int(max(0, total - used)), at: now())
    guard used >= total else { return }
    throw AnsweredEarly(
      .refused(
        NetworkFailure(
          kind: .throttled, reach: .page, code: 9, subcode: 2_207_042,
          detail: "\(used) of \(total) posts of the last 24 hours are used",
          waitSeconds: Int(QuotaBook.belief))))
  }
}
