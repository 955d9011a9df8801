import VitrineCore

/// Reads what one call got: checks status, JSON and the field that says that it worked.
///
/// Meta's own SDK looks at the status only when the body is empty, and takes an HTML page for a
/// success; here nothing is done unless the answer says so in the expected field.
struct GraphAnswerReader: Sendable {
  /// Whose posts are ours.
  let appID: String
  /// Judges errors.
  let judge: GraphJudge
  /// Whether a call carries the token of the very page that it is about; an account of Instagram is
  /// asked with that of the page behind it.
  var isOwnToken = true

  /// The answer to a call, from a reply or the lack of one.
  ///
  /// `asker` is whose token the operation carried.
  func answer(
    _ call: NetworkCall, _ reply: GraphReply?, asker: GraphJudge.Asker = .page
  ) -> NetworkAnswer {
    guard let reply else {
      return NetworkAnswer(judge.unanswered(call, "the network did not finish this in time"))
    }
    let usage = GraphUsage.read(reply.headers, page: call.page)
    if let error = GraphError(answer: reply.body) {
      if Self.isGone(error), case .delete = call.step {
        return NetworkAnswer(.deleted, usage: usage)
      }
      let outcome = judge.outcome(
        error, for: call, asker: asker, headers: reply.headers, usage: usage)
      return NetworkAnswer(outcome, usage: usage)
    }
    guard reply.isSuccess, let body = reply.body else {
      let words = reply.body == nil ? "an answer that is not JSON" : "an answer without an error"
      return NetworkAnswer(
        judge.unanswered(call, "\(words) (status \(reply.status))", headers: reply.headers),
        usage: usage)
    }
    return NetworkAnswer(success(call, body, usage: usage), usage: usage)
  }

  /// 100/33 after a DELETE: the post is not there, which is what was wanted.
  private static func isGone(_ error: GraphError) -> Bool {
    error.code == 100 && error.subcode == 33
  }

  private func success(
    _ call: NetworkCall, _ body: JSONValue, usage: [NetworkUsage]
  ) -> NetworkAnswer.Outcome {
    switch call.step {
    case .upload:
      // A picture's id is a plain number; without one it is not known under which it lies.
      guard let id = body["id"]?.string, GraphID.isNumber(RemoteID(id)) else {
        return unexpected(call, "id")
      }
      return .uploaded(RemoteID(id))
    case .stage, .schedule:
      return made(call, body["id"]) { .staged($0) }
    case .publish:
      return made(call, body["id"]) { .published($0) }
    case .edit:
      guard body["success"]?.bool == true else { return unexpected(call, "success") }
      return .edited
    case .pin:
      guard body["success"]?.bool == true else { return unexpected(call, "success") }
      return .pinned
    case .release:
      guard body["success"]?.bool == true else { return unexpected(call, "success") }
      return .released
    case .delete, .unschedule:
      guard body["success"]?.bool == true else { return unexpected(call, "success") }
      return .deleted
    case .read(let id):
      guard let post = RemotePost(body, isPublished: nil) else { return unexpected(call, "id") }
      guard post.id == id else { return foreign(call) }
      return .post(post)
    case .listDrafts, .listScheduled, .listPublished:
      guard let posts = listed(call, body) else { return unexpected(call, "data") }
      return .posts(posts)
    case .checkToken:
      return checked(call, body, usage: usage)
    case .listRoles:
      return people(call, body, isAssigned: false)
    case .listAssigned:
      return people(call, body, isAssigned: true)
    case .readBusiness:
      guard body["id"]?.string == call.page.rawValue else { return unexpected(call, "id") }
      let business = body["business"]?["id"]?.string.map { RemoteID($0) }
      return .business(business.flatMap { GraphID.isSendable($0) ? $0 : nil })
    }
  }

  /// The id of what was made, if it is one of this page.
  ///
  /// No id at all is an answer cut short, so the outcome is unknown and passes by reading the page.
  /// An id of another page, a number or a monster is a network that does what it never does:
  /// unknown as well, but of the kind `person`, which holds the page, because neither sending again
  /// nor believing the id would be safe.
  private func made(
    _ call: NetworkCall, _ id: JSONValue?, _ outcome: (RemoteID) -> NetworkAnswer.Outcome
  ) -> NetworkAnswer.Outcome {
    guard let id, id != .null else { return unexpected(call, "id") }
    guard let text = id.string, GraphID.isPost(RemoteID(text), of: call.page) else {
      return foreign(call)
    }
    return outcome(RemoteID(text))
  }

  func unexpected(_ call: NetworkCall, _ field: String) -> NetworkAnswer.Outcome {
    judge.unanswered(call, "an answer without the expected \(field)")
  }

  private func foreign(_ call: NetworkCall) -> NetworkAnswer.Outcome {
    judge.unanswered(call, "an id that is none of this page", kind: .person, reach: .page)
  }
}
