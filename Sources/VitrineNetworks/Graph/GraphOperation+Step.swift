import VitrineCore

extension GraphOperation {
  /// The most items that Graph lists at once; more is an error.
  static let pageLimit = "100"

  private static let listFields =
    "id,message,is_published,created_time,application{id},attachments{url,media_type}"

  /// The fields that a network may keep from a token: a question that is refused is put without.
  static let shyFields = [",admin_creator{id}", ",user_type"]

  /// Puts a step into Graph's words, asked with the page's own token.
  ///
  /// `after` goes on with a list; `isScheduling` says that pictures are for posts with an hour.
  init(_ call: NetworkCall, proof: String?, after: String? = nil, isScheduling: Bool = false) {
    token = call.token
    self.proof = proof
    method = .get
    switch call.step {
    case .upload(let picture):
      method = .post
      path = "\(call.page)/photos"
      // Unpublished, it is in no album and no feed until a post shows it.
      parameters = [(name: "published", value: "false")]
      // A post with an hour shows no other pictures.
      if isScheduling { parameters.append((name: "temporary", value: "true")) }
      if let alt = picture.alt { parameters.append((name: "alt_text_custom", value: alt)) }
      file = MultipartEncoding.File(
        name: "source", fileName: "\(picture.digest.prefix(16)).\(picture.type.rawValue)",
        type: picture.type.mediaType, bytes: call.bytes ?? [])
    case .stage(let content, let pictures):
      method = .post
      path = "\(call.page)/feed"
      // Without the type it would be a "dark post", which only advertisements can use.
      parameters =
        Self.words(of: content, pictures) + [
          (name: "published", value: "false"), (name: "unpublished_content_type", value: "DRAFT"),
        ]
    case .publish(let content, let pictures, _):
      method = .post
      path = "\(call.page)/feed"
      parameters = Self.words(of: content, pictures)
    case .schedule(let content, let pictures, let hour, _):
      method = .post
      path = "\(call.page)/feed"
      parameters =
        Self.words(of: content, pictures) + [
          (name: "published", value: "false"),
          (name: "unpublished_content_type", value: "SCHEDULED"),
          (name: "scheduled_publish_time", value: String(GraphDate.seconds(after: hour))),
        ]
    case .edit(let id, let content):
      method = .post
      path = id.rawValue
      parameters = [(name: "message", value: content.text)]
    case .pin(let id, let isPinned):
      method = .post
      path = id.rawValue
      parameters = [(name: "is_pinned", value: isPinned ? "true" : "false")]
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
    case .listRoles:
      path = "\(call.page)/roles"
      parameters = [
        (name: "fields", value: "id,name,tasks"), (name: "limit", value: Self.pageLimit),
      ]
    case .listAssigned(let business):
      path = "\(call.page)/assigned_users"
      parameters = [
        (name: "business", value: business.rawValue),
        (name: "fields", value: "id,name,tasks,user_type"),
        (name: "limit", value: Self.pageLimit),
      ]
    case .readBusiness:
      path = call.page.rawValue
      parameters = [(name: "fields", value: "id,business{id}")]
    case .listDrafts:
      // No `since` here: whether Graph compares it with a draft's creation is not documented.
      path = "\(call.page)/feed"
      parameters = [
        (name: "fields", value: Self.listFields), (name: "limit", value: Self.pageLimit),
      ]
    case .listScheduled:
      path = "\(call.page)/scheduled_posts"
      parameters = [
        (name: "fields", value: Self.listFields + ",scheduled_publish_time"),
        (name: "limit", value: Self.pageLimit),
      ]
    case .listPublished(let since, let until):
      path = "\(call.page)/published_posts"
      parameters = [
        (name: "fields", value: Self.listFields + ",permalink_url,admin_creator{id}"),
        (name: "since", value: String(GraphDate.seconds(before: since))),
        (name: "until", value: String(GraphDate.seconds(after: until))),
        (name: "limit", value: Self.pageLimit),
      ]
    case .delete(let id), .unschedule(let id):
      method = .delete
      path = id.rawValue
    case .checkToken:
      path = call.page.rawValue
      parameters = [(name: "fields", value: "id")]
    }
    if let after { parameters.append((name: "after", value: after)) }
  }

  /// What a new post says and shows.
  private static func words(
    of content: PostContent, _ pictures: [RemoteID]
  ) -> [(name: String, value: String)] {
    var parameters: [(name: String, value: String)] = []
    if !content.text.isEmpty { parameters.append((name: "message", value: content.text)) }
    if let link = content.link { parameters.append((name: "link", value: link)) }
    for (place, id) in pictures.enumerated() {
      let photo: JSON = ["media_fbid": .string(id.rawValue)]
      parameters.append((name: "attached_media[\(place)]", value: photo.text))
    }
    return parameters
  }

  /// The same question without the fields that the network may keep from us; nil when it had none.
  var modest: GraphOperation? {
    var modest = self
    guard let place = parameters.firstIndex(where: { $0.name == "fields" }) else { return nil }
    for field in Self.shyFields {
      modest.parameters[place].value = modest.parameters[place].value.replacing(field, with: "")
    }
    return modest.parameters[place].value == parameters[place].value ? nil : modest
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
    case .upload, .stage, .schedule, .release, .publish, .edit, .pin, .delete, .unschedule: true
    case .read, .listDrafts, .listScheduled, .listPublished, .checkToken, .listRoles,
      .listAssigned, .readBusiness:
      false
    }
  }

  /// Whether page and token can be sent as they are; they come from files and from the network.
  var isSendable: Bool {
    let ids: [RemoteID] =
      switch step {
      case .release(let id), .read(let id), .delete(let id), .unschedule(let id),
        .edit(let id, _), .pin(let id, _):
        [page, id]
      case .listAssigned(let business): [page, business]
      case .stage(_, let pictures), .publish(_, let pictures, _), .schedule(_, let pictures, _, _):
        [page] + pictures
      case .upload, .listDrafts, .listScheduled, .listPublished, .checkToken, .listRoles,
        .readBusiness:
        [page]
      }
    return ids.allSatisfy(GraphID.isSendable)
  }
}
