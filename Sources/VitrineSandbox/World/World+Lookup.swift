/// Finding the thing that an id names.
extension World {
  /// What an id in a path leads to.
  enum Thing {
    case user
    case page(Int)
    case post(Int)
    case comment(post: Int, position: Int)
    case photo(UInt64)
    case account(Int)
    case container(UInt64)
    /// A post of Instagram.
    case media(Int)
  }

  func thing(_ id: String, _ method: GraphCall.Method, as caller: Caller) throws(GraphError)
    -> Thing
  {
    if id == "me" {
      switch caller {
      case .user: return .user
      case .page(let index): return .page(index)
      case .app: throw .activeUserNeeded
      }
    }
    switch ObjectID(id) {
    case .number(let number):
      if let index = pageByNumber[number] { return .page(index) }
      if let photo = photos[number], !photo.isDeleted { return .photo(number) }
      if switches.instagramAccounts, let thing = instagramThing(number) { return thing }
      if id == credentials.userID { return .user }
    case .pair(let first, let second):
      if let index = postByNumber[second], posts[index].state != .deleted,
        posts[index].network == .facebook, pages[posts[index].page].number == first
      {
        return .post(index)
      }
      if let index = postByNumber[first], posts[index].state != .deleted,
        let position = posts[index].comments.firstIndex(where: {
          $0.number == second && !$0.isDeleted
        })
      {
        return .comment(post: index, position: position)
      }
    case .name(let name): throw .unknownAlias(name)
    }
    throw .missingObject(id, method)
  }

  private func instagramThing(_ number: UInt64) -> Thing? {
    if let index = accountByNumber[number] { return .account(index) }
    if containers[number] != nil { return .container(number) }
    guard let index = postByNumber[number], posts[index].network == .instagram,
      posts[index].state != .deleted
    else { return nil }
    return .media(index)
  }

  /// Whose budget a call counts against, as far as its path tells; faults go by it, too.
  func holder(of call: GraphCall) -> Budget.Holder? {
    if let page = page(of: call) { return Budget.Holder(page: page, network: .facebook) }
    guard let first = call.segments.first, case .number(let number) = ObjectID(first) else {
      return nil
    }
    let page =
      accountByNumber[number] ?? containers[number]?.page
      ?? postByNumber[number].map { posts[$0].page }
    return page.map { Budget.Holder(page: $0, network: .instagram) }
  }

  /// The page of Facebook that a call is about, as far as its path tells.
  private func page(of call: GraphCall) -> Int? {
    guard let first = call.segments.first else { return nil }
    if first == "me" {
      if case .page(let index)? = call.token.flatMap({ callers[$0] }) { return index }
      return nil
    }
    switch ObjectID(first) {
    case .number(let number): return pageByNumber[number] ?? photos[number]?.page
    case .pair(let number, _):
      return pageByNumber[number] ?? postByNumber[number].map { posts[$0].page }
    case .name: return nil
    }
  }

  func id(of post: Post) -> String {
    switch post.network {
    case .facebook: "\(pages[post.page].id)_\(post.number)"
    case .instagram: String(post.number)
    }
  }

  /// The post that an id names on either network; nil once it is deleted.
  func post(named id: String) -> Int? {
    let index: Int?
    switch ObjectID(id) {
    case .pair(let page, let number):
      index = postByNumber[number].flatMap {
        posts[$0].network == .facebook && pages[posts[$0].page].number == page ? $0 : nil
      }
    case .number(let number):
      index = postByNumber[number].flatMap { posts[$0].network == .instagram ? $0 : nil }
    case .name: index = nil
    }
    return index.flatMap { posts[$0].state == .deleted ? nil : $0 }
  }

  /// Where a visitor finds a post: on the sandbox itself, so that a rehearsal can be read.
  func permalink(of post: Post) -> String {
    "\(baseURL)/p/\(pages[post.page].id)#\(post.number)"
  }
}
