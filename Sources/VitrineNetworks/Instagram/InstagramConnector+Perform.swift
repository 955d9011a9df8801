import VitrineCore

extension InstagramConnector {
  /// Performs calls one after the other and answers each in its place; never throws.
  package func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    var answers: [NetworkAnswer] = []
    for call in calls {
      do throws(AnsweredEarly) {
        try check(call)
        answers.append(try await answer(call))
      } catch {
        answers.append(error.answer)
      }
    }
    return answers
  }

  private func check(_ call: NetworkCall) throws(AnsweredEarly) {
    guard GraphID.isNumber(call.page) else {
      throw .refused(.request, "an id that is none of Instagram's")
    }
    guard GraphToken.isSendable(call.token) else {
      throw AnsweredEarly(
        .refused(
          NetworkFailure(kind: .token, reach: .page, detail: "the stored token is not a token")))
    }
  }

  private func answer(_ call: NetworkCall) async throws(AnsweredEarly) -> NetworkAnswer {
    switch call.step {
    case .upload(let picture):
      return NetworkAnswer(try await upload(picture, call.bytes))
    case .stage(let content, let pictures):
      return try await stage(content, pictures, call)
    case .release(let draft):
      return try await publish(draft, call)
    case .read(let id):
      return try await read(id, call)
    case .listPublished(let since, let until):
      return try await list(since, until, call)
    case .delete(let id):
      return try await delete(id, call)
    case .checkToken:
      return await graph.checkToken(ofPageBehind: call)
    case .listDrafts, .listScheduled:
      // Nobody sees a container, and no list holds it.
      return NetworkAnswer(.posts([]))
    case .listRoles, .listAssigned:
      // An account has no rights of its own: whoever has the page has it.
      return NetworkAnswer(.people([]))
    case .readBusiness:
      return NetworkAnswer(.business(nil))
    case .publish, .schedule, .unschedule, .edit, .pin:
      throw .refused(.request, "Instagram has no such call")
    }
  }

  /// Puts a picture where Instagram can fetch it; its address is its id.
  private func upload(
    _ picture: PostPicture, _ bytes: [UInt8]?
  ) async throws(AnsweredEarly) -> NetworkAnswer.Outcome {
    guard picture.type == .jpeg else {
      throw .refused(.content, "Instagram takes JPEG only; this picture is \(picture.type.title)")
    }
    guard let bytes else { throw .refused(.content, "a picture without its bytes") }
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]), bytes.count <= Self.largestPicture else {
      throw .refused(.content, "Instagram takes a JPEG of at most 8 MB")
    }
    guard let shelf else {
      throw Self.here(
        "networks.instagram.mediaFolder and networks.instagram.mediaBaseURL are not set")
    }
    let address: RemoteID
    do {
      address = RemoteID(try await shelf.put(bytes, digest: picture.digest))
    } catch {
      // The words of a thrown error may hold paths; the key is what a person needs.
      throw Self.here("the picture cannot be put into networks.instagram.mediaFolder")
    }
    guard InstagramID.isAddress(address) else {
      throw Self.here("networks.instagram.mediaBaseURL makes no address")
    }
    return .uploaded(address)
  }

  /// A refusal of our own, for which no network is to be taken for silent.
  private static func here(_ detail: String) -> AnsweredEarly {
    var failure = NetworkFailure(kind: .temporary, detail: detail)
    failure.isLocal = true
    return AnsweredEarly(.refused(failure))
  }

  /// The largest picture that the network fetches, in bytes.
  static let largestPicture = 8_000_000

  /// Deletes a post; a container is left to itself, since there is no call for it: nobody sees it, and
  /// it is gone after a day.
  private func delete(
    _ id: RemoteID, _ call: NetworkCall
  ) async throws(AnsweredEarly) -> NetworkAnswer {
    if InstagramID.containerNumber(id) != nil { return NetworkAnswer(.deleted) }
    guard GraphID.isNumber(id) else {
      throw .refused(.request, "an id that is none of Instagram's")
    }
    let words = try await ask(.delete, id.rawValue, for: call)
    guard words.body["success"]?.bool == true else { throw unexpected("success", call) }
    return NetworkAnswer(.deleted, usage: words.usage)
  }
}
