/// Containers: made of an address and a caption, asked for until they are ready, published once.
extension World {
  private static let longestCaption = 2200
  private static let mostHashtags = 30
  private static let mostMentions = 20

  mutating func createContainer(
    on page: Int, _ call: GraphCall, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    let caption = call.parameters["caption"] ?? ""
    try check(caption: caption)
    let kind = try kindOfNewContainer(call)
    var container = Container(
      number: makeNumber(), page: page, kind: kind, caption: kind == .item ? "" : caption,
      alternativeText: call.parameters["alt_text"], created: now)
    if kind == .carousel {
      container.children = try children(call, on: page, at: now)
    } else {
      container.imageURL = try imageURL(call)
    }
    containers[container.number] = container
    journal(container: container.number)
    return Self.answer(id: container.number)
  }

  mutating func publishContainer(
    on page: Int, _ call: GraphCall, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    guard let id = call.parameters["creation_id"] else {
      throw .invalidParameter("The parameter creation_id is required.")
    }
    guard let number = UInt64(id), let container = containers[number], container.page == page else {
      throw .noContainer(id)
    }
    guard container.kind != .item else {
      throw .invalidParameter("An item of a carousel cannot be published alone.")
    }
    if let post = container.post {
      switch switches.secondPublish {
      case .same: return Self.answer(id: post)
      case .error: throw .containerPublished
      }
    }
    ask(number)
    switch status(of: containers[number] ?? container, at: now) {
    case .inProgress: throw .containerNotReady
    case .expired: throw .containerExpired
    case .failed: throw .containerFailed
    case .finished, .published: break
    }
    guard publishedToday(page, at: now) < switches.instagramQuota else { throw .publishingQuota }
    return Self.answer(id: publish(container, at: now))
  }

  /// Counts that somebody wanted a container to be ready, with all that it is made of.
  mutating func ask(_ number: UInt64) {
    containers[number]?.asked += 1
  }

  /// Makes a post of a container, with a picture for each of its addresses.
  private mutating func publish(_ container: Container, at now: Instant) -> UInt64 {
    let items =
      container.kind == .carousel
      ? container.children.compactMap { containers[$0] } : [container]
    let number = makeNumber()
    var pictures: [UInt64] = []
    for item in items {
      let picture = Photo(
        number: makeNumber(), page: container.page, caption: "",
        alternativeText: item.alternativeText, url: item.imageURL, created: now,
        isPublished: false, post: number, isOnInstagram: true)
      photos[picture.number] = picture
      pictures.append(picture.number)
    }
    var post = Post(
      number: number, page: container.page, state: .published, message: container.caption,
      photos: pictures, isOurs: true, created: now, updated: now)
    post.network = .instagram
    let index = add(post, at: now)
    containers[container.number]?.post = number
    for picture in pictures { journal(photo: picture) }
    journal(post: index)
    journal(container: container.number)
    return number
  }

  private func kindOfNewContainer(_ call: GraphCall) throws(GraphError) -> Container.Kind {
    let isItem = call.parameters.flag("is_carousel_item") == true
    switch call.parameters["media_type"] {
    case nil, "IMAGE": return isItem ? .item : .image
    case "CAROUSEL" where !isItem: return .carousel
    default: throw .unknownMediaType
    }
  }

  private func check(caption: String) throws(GraphError) {
    let words = caption.split { $0.isWhitespace }
    guard caption.utf16.count <= Self.longestCaption,
      words.count(where: { $0.hasPrefix("#") }) <= Self.mostHashtags,
      words.count(where: { $0.hasPrefix("@") }) <= Self.mostMentions
    else { throw .captionTooLong }
  }

  /// The address of a picture: http or https, a host, and a path that ends in something.
  private func imageURL(_ call: GraphCall) throws(GraphError) -> String {
    guard let url = call.parameters["image_url"], !url.isEmpty else {
      throw .invalidParameter("The parameter image_url is required")
    }
    let lowercase = url.lowercased()
    let scheme = ["https://", "http://"].first { lowercase.hasPrefix($0) }
    guard let scheme else { throw .mediaNotFetched }
    let rest = url.dropFirst(scheme.count).prefix { !"?#".contains($0) }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.first?.isEmpty == false, parts.last?.isEmpty == false,
      url.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
    else { throw .mediaNotFetched }
    return url
  }

  private func children(
    _ call: GraphCall, on page: Int, at now: Instant
  ) throws(GraphError) -> [UInt64] {
    let ids = call.parameters.list("children") ?? []
    guard (2...10).contains(ids.count) else { throw .wrongNumberOfChildren }
    var numbers: [UInt64] = []
    for id in ids {
      guard let number = UInt64(id), let item = containers[number], item.page == page,
        item.kind == .item, status(of: item, at: now) != .expired
      else { throw .noContainer(id) }
      numbers.append(number)
    }
    return numbers
  }

  private static func answer(id: UInt64) -> GraphAnswer {
    var writer = JSONWriter()
    writer.beginObject()
    writer.text("id", String(id))
    writer.endObject()
    return GraphAnswer(writer)
  }

  /// The fields of a container.
  func write(
    container number: UInt64, _ fields: [FieldSelection]?, at now: Instant,
    into writer: inout JSONWriter
  ) throws(GraphError) {
    guard let container = containers[number] else { throw .missingObject(String(number), .get) }
    let status = status(of: container, at: now)
    writer.beginObject()
    for field in fields ?? [] where field.name != "id" {
      switch field.name {
      case "status_code": writer.text("status_code", status.code)
      case "status": writer.text("status", status.words)
      default: throw .unknownField(field.name, on: "IGContainer")
      }
    }
    writer.text("id", String(number))
    writer.endObject()
  }
}
