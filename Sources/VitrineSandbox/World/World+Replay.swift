import Foundation

/// Reading the data file back.
extension World {
  /// The credentials in the first line of a data file; nil for a new file.
  static func credentials(in lines: [JSONValue]) throws(SandboxInputError) -> Credentials? {
    guard let first = lines.first else { return nil }
    guard first["sandbox"]?.parameterText == "1", let appID = first["appID"]?.parameterText,
      let secret = first["appSecret"]?.parameterText, let token = first["userToken"]?.parameterText
    else {
      throw SandboxInputError("the data file was not written by this version of the sandbox")
    }
    return Credentials(appID: appID, appSecret: secret, userToken: token)
  }

  /// Brings the state back; what belongs to a store that is gone from the register is passed over.
  mutating func replay(_ lines: [JSONValue]) throws(SandboxInputError) {
    for (number, line) in lines.enumerated().dropFirst() {
      let isRead: Bool
      if let post = line["post"] {
        isRead = replay(post: post)
      } else if let photo = line["photo"] {
        isRead = replay(photo: photo)
      } else if let blob = line["blob"] {
        isRead = replay(blob: blob)
      } else if let subscription = line["subscription"] {
        isRead = replay(subscription: subscription)
      } else if let container = line["container"] {
        isRead = replay(container: container)
      } else if let people = line["people"] {
        isRead = replay(people: people)
      } else {
        isRead = false
      }
      guard isRead else {
        throw SandboxInputError("data file, line \(number + 1): not understood")
      }
    }
    nextDue = posts.filter { $0.state == .scheduled }.compactMap(\.scheduled).min()
  }

  private mutating func replay(post value: JSONValue) -> Bool {
    guard let number = value.number("number"), let pageNumber = value.number("page"),
      let state = value["state"].flatMap({ Post.State(rawValue: $0.parameterText) }),
      let created = value.time("created"), let updated = value.time("updated")
    else { return false }
    lastNumber = max(lastNumber, number)
    guard let page = pageByNumber[pageNumber] else { return true }
    var post = Post(
      number: number, page: page, state: state, message: value["message"]?.parameterText ?? "",
      link: value["link"]?.parameterText,
      photos: value["photos"]?.items?.compactMap { UInt64($0.parameterText) } ?? [],
      isOurs: value["ours"] == .bool(true), created: created, updated: updated,
      scheduled: value.time("scheduled"))
    if let network = value["network"] {
      guard let network = SandboxNetwork(rawValue: network.parameterText) else { return false }
      post.network = network
    }
    post.isHidden = value["hidden"] == .bool(true)
    post.isPinned = value["pinned"] == .bool(true)
    post.wasPublished = value["wasPublished"] == .bool(true)
    for item in value["comments"]?.items ?? [] {
      guard let number = item.number("number"), let created = item.time("created") else {
        return false
      }
      lastNumber = max(lastNumber, number)
      post.comments.append(
        Post.Comment(
          number: number, message: item["message"]?.parameterText ?? "", created: created,
          isDeleted: item["deleted"] == .bool(true)))
    }
    put(post)
    return true
  }

  private mutating func put(_ post: Post) {
    let index: Int
    let before: Post.State?
    if let known = postByNumber[post.number] {
      index = known
      before = posts[known].state
      posts[known] = post
    } else {
      index = posts.count
      before = nil
      posts.append(post)
      postByNumber[post.number] = index
      switch post.network {
      case .facebook: pages[post.page].posts.append(index)
      case .instagram: pages[post.page].instagram.posts.append(index)
      }
    }
    guard post.network == .facebook else { return }
    if post.state == .published, before != .published {
      pages[post.page].lastPublished = index
    } else if post.state == .deleted, pages[post.page].lastPublished == index {
      pages[post.page].lastPublished = pages[post.page].posts.last { posts[$0].state == .published }
    }
  }

  private mutating func replay(photo value: JSONValue) -> Bool {
    guard let number = value.number("number"), let pageNumber = value.number("page"),
      let created = value.time("created")
    else { return false }
    lastNumber = max(lastNumber, number)
    guard let page = pageByNumber[pageNumber] else { return true }
    // A picture of Instagram was never on the page.
    if photos[number] == nil, value["network"] == nil { pages[page].photos.append(number) }
    photos[number] = Photo(
      number: number, page: page, caption: value["caption"]?.parameterText ?? "",
      alternativeText: value["alternativeText"]?.parameterText,
      url: value["url"]?.parameterText, blob: value["blob"]?.parameterText, created: created,
      isPublished: value["published"] == .bool(true), isDeleted: value["deleted"] == .bool(true),
      post: value.number("post"), isOnInstagram: value["network"] != nil)
    return true
  }

  private mutating func replay(container value: JSONValue) -> Bool {
    guard let number = value.number("number"), let pageNumber = value.number("page"),
      let kind = value["kind"].flatMap({ Container.Kind(rawValue: $0.parameterText) }),
      let created = value.time("created")
    else { return false }
    lastNumber = max(lastNumber, number)
    guard let page = pageByNumber[pageNumber] else { return true }
    var container = Container(
      number: number, page: page, kind: kind, caption: value["caption"]?.parameterText ?? "",
      created: created)
    container.imageURL = value["imageURL"]?.parameterText
    container.alternativeText = value["alternativeText"]?.parameterText
    container.children = value["children"]?.items?.compactMap { UInt64($0.parameterText) } ?? []
    container.post = value.number("post")
    containers[number] = container
    return true
  }

  private mutating func replay(blob value: JSONValue) -> Bool {
    guard let digest = value["digest"]?.parameterText,
      let contentType = value["contentType"]?.parameterText,
      let data = value["base64"].flatMap({ Data(base64Encoded: $0.parameterText) })
    else { return false }
    blobs[digest] = Blob(contentType: contentType, bytes: Array(data))
    return true
  }

  private mutating func replay(subscription value: JSONValue) -> Bool {
    guard let pageNumber = value.number("page") else { return false }
    guard let page = pageByNumber[pageNumber] else { return true }
    pages[page].subscribedFields = value["fields"]?.items?.map(\.parameterText)
    return true
  }
}

extension JSONValue {
  fileprivate func number(_ name: String) -> UInt64? {
    self[name].flatMap { UInt64($0.parameterText) }
  }

  fileprivate func time(_ name: String) -> Instant? {
    self[name].flatMap { Int64($0.parameterText) }.map { Instant(milliseconds: $0) }
  }
}
