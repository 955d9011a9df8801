/// Finding the thing that an id names.
extension World {
  /// What an id in a path leads to.
  enum Thing {
    case user
    case page(Int)
    case post(Int)
    case comment(post: Int, position: Int)
    case photo(UInt64)
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
      if id == credentials.userID { return .user }
    case .pair(let first, let second):
      if let index = postByNumber[second], posts[index].state != .deleted,
        pages[posts[index].page].number == first
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

  /// The page that a call is about, as far as its path tells; faults and limits go by it.
  func page(of call: GraphCall) -> Int? {
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
    "\(pages[post.page].id)_\(post.number)"
  }

  /// Where a visitor finds a post: on the sandbox itself, so that a rehearsal can be read.
  func permalink(of post: Post) -> String {
    "\(baseURL)/p/\(pages[post.page].id)#\(post.number)"
  }
}
