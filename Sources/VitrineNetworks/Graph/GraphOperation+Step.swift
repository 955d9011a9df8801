import VitrineCore

extension GraphOperation {
  /// The most items that Graph lists at once; more is an error.
  static let pageLimit = "100"

  private static let listFields =
    "id,message,is_published,created_time,application{id},attachments{url,media_type}"

  /// Puts a step into Graph's words, asked with the page's own token.
  ///
  /// `after` goes on with a list.
  init(_ call: NetworkCall, proof: String?, after: String? = nil) {
    token = call.token
    self.proof = proof
    method = .get
    switch call.step {
    case .stage(let content):
      method = .post
      path = "\(call.page)/feed"
      if !content.text.isEmpty { parameters.append((name: "message", value: content.text)) }
      if let link = content.link { parameters.append((name: "link", value: link)) }
      // Without the type it would be a "dark post", which only advertisements can use.
      parameters += [
        (name: "published", value: "false"), (name: "unpublished_content_type", value: "DRAFT"),
      ]
    case .release(let draft):
      method = .post
      path = draft.rawValue
      parameters = [(name: "is_published", value: "true")]
    case .read(let id):
      path = id.rawValue
      parameters = [
        (
          name: "fields",
          value: "id,message,is_published,permalink_url,created_time,application{id}"
        )
      ]
    case .listDrafts:
      // No `since` here: whether Graph compares it with a draft's creation is not documented.
      path = "\(call.page)/feed"
      parameters = [
        (name: "fields", value: Self.listFields), (name: "limit", value: Self.pageLimit),
      ]
    case .listPublished(let since, let until):
      path = "\(call.page)/published_posts"
      parameters = [
        (name: "fields", value: Self.listFields + ",permalink_url"),
        (name: "since", value: String(GraphDate.seconds(before: since))),
        (name: "until", value: String(GraphDate.seconds(after: until))),
        (name: "limit", value: Self.pageLimit),
      ]
    case .delete(let id):
      method = .delete
      path = id.rawValue
    case .checkToken:
      path = call.page.rawValue
      parameters = [(name: "fields", value: "id")]
    }
    if let after { parameters.append((name: "after", value: after)) }
  }

  /// Asks `debug_token` about a page's token, with the app's; only ever as a member of a batch,
  /// since the page's token is a parameter here.
  init(checking token: Secret, appToken: Secret, proof: String?) {
    method = .get
    path = "debug_token"
    parameters = [(name: "input_token", value: token.exposed)]
    self.token = appToken
    self.proof = proof
  }
}

extension NetworkCall {
  /// Whether the call changes something, so that a lost answer means "unknown".
  var isWrite: Bool {
    switch step {
    case .stage, .release, .delete: true
    case .read, .listDrafts, .listPublished, .checkToken: false
    }
  }

  /// Whether page and token can be sent as they are; they come from files and from the network.
  var isSendable: Bool {
    let ids: [RemoteID] =
      switch step {
      case .release(let id), .read(let id), .delete(let id): [page, id]
      case .stage, .listDrafts, .listPublished, .checkToken: [page]
      }
    return ids.allSatisfy(GraphID.isSendable)
  }
}
