import Synchronization
import VitrineCore

/// A network in memory, which does what it is told and can be told to fail.
final class FakeNetwork: NetworkConnector {
  struct Page: Sendable {
    var token: String
    var posts: [RemotePost] = []
    /// Pictures that no post shows yet.
    var pictures: [RemoteID: PostPicture] = [:]
    /// The pictures of each post.
    var shown: [RemoteID: [PostPicture]] = [:]
    /// The hours of the posts that the network makes public by itself.
    var hours: [RemoteID: Timestamp] = [:]
    /// The posts that are pinned.
    var pinned: Set<RemoteID> = []
    /// What the next calls to pin or unpin are answered with, before any is carried out.
    var pinFailures: [NetworkAnswer.Outcome] = []
    /// What every question about the page is answered with, if anything is wrong with it.
    var failure: NetworkFailure?
    var roles: [PagePerson] = []
    var assigned: [PagePerson] = []
    var tasks = true
    /// When its token ends.
    var expires: Timestamp?
  }

  private struct State {
    var pages: [RemoteID: Page] = [:]
    var order: [RemoteID] = []
    var calls: [NetworkCall.Step] = []
    var sizes: [Int] = []
    var count = 0
    var usage: [NetworkUsage] = []
  }

  private let state = Mutex(State())
  let clock: HandClock
  let abilities: NetworkAbilities
  let servedVersion: (asked: String, served: String)?

  init(
    clock: HandClock, batchSize: Int = 50, served: String? = nil, mode: DeliveryMode = .drafts,
    canEdit: Bool = true, canPin: Bool = true, timer: NativeTimer? = nil
  ) {
    self.clock = clock
    abilities = NetworkAbilities(
      mode, batchSize: batchSize, canEdit: canEdit, canPin: canPin, timer: timer)
    servedVersion = served.map { ("v26.0", $0) }
  }

  var network: Network { .facebook }
  var application: String? { "ours" }

  /// Adds pages for stores `S-1`, `S-2`, …
  func addPages(_ numbers: ClosedRange<Int>) {
    state.withLock { state in
      for number in numbers {
        let id = RemoteID("\(number)")
        state.pages[id] = Page(token: "token-\(number)")
        state.order.append(id)
      }
    }
  }

  /// Changes a page.
  func change(_ number: Int, _ body: (inout Page) -> Void) {
    state.withLock { state in
      guard var page = state.pages[RemoteID("\(number)")] else { return }
      body(&page)
      state.pages[RemoteID("\(number)")] = page
    }
  }

  /// What visitors see on a page.
  func visible(_ number: Int) -> [RemotePost] {
    let now = clock.source.now()
    return state.withLock { state in
      state.pages[RemoteID("\(number)")]?.strikeTheHour(now)
      return state.pages[RemoteID("\(number)")]?.posts.filter(\.isPublished) ?? []
    }
  }

  /// The pictures that visitors see on a page.
  func visiblePictures(_ number: Int) -> [PostPicture] {
    state.withLock { state in
      guard let page = state.pages[RemoteID("\(number)")] else { return [] }
      return page.posts.filter(\.isPublished).flatMap { page.shown[$0.id] ?? [] }
    }
  }

  /// The posts at the top of a page.
  func pinned(_ number: Int) -> Set<RemoteID> {
    state.withLock { $0.pages[RemoteID("\(number)")]?.pinned ?? [] }
  }

  /// How many drafts lie on a page.
  func drafts(_ number: Int) -> Int {
    state.withLock { state in
      state.pages[RemoteID("\(number)")]?.posts.filter { !$0.isPublished }.count ?? 0
    }
  }

  /// Takes everything off a page.
  func take(_ number: Int) -> [RemotePost] {
    state.withLock { state in
      let posts = state.pages[RemoteID("\(number)")]?.posts ?? []
      state.pages[RemoteID("\(number)")]?.posts = []
      return posts
    }
  }

  /// Every call so far.
  var calls: [NetworkCall.Step] { state.withLock { $0.calls } }

  /// How many calls each request had.
  var sizes: [Int] { state.withLock { $0.sizes } }

  /// What the headers of every answer say from now on.
  func report(_ usage: [NetworkUsage]) { state.withLock { $0.usage = usage } }

  /// Somebody posts on a page by hand.
  @discardableResult
  func post(_ text: String, on number: Int, application: String? = nil, by maker: String? = "jean")
    -> RemoteID
  {
    let now = clock.source.now()
    return state.withLock { state in
      state.count += 1
      let id = RemoteID("\(number)_\(900 + state.count)")
      state.pages[RemoteID("\(number)")]?.posts.append(
        RemotePost(
          id: id, text: text, isPublished: true, permalink: "https://f.example/\(id)",
          created: now, application: application, adminCreator: maker))
      return id
    }
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    state.withLock { state in
      state.order.compactMap { id in
        state.pages[id].map {
          RemotePage(
            id: id, name: "Page \(id)", token: Secret($0.token), storeCode: "S-\(id)",
            mayPublish: $0.tasks)
        }
      }
    }
  }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    let now = clock.source.now()
    return state.withLock { state in
      state.calls += calls.map(\.step)
      state.sizes.append(calls.count)
      let usage = state.usage
      return calls.map { NetworkAnswer(Self.answer($0, &state, now), usage: usage) }
    }
  }

  private static func answer(
    _ call: NetworkCall, _ state: inout State, _ now: Timestamp
  ) -> NetworkAnswer.Outcome {
    state.pages[call.page]?.strikeTheHour(now)
    guard var page = state.pages[call.page] else { return .refused(missing) }
    if let failure = page.failure { return .refused(failure) }
    guard page.token == call.token.exposed else {
      return .refused(NetworkFailure(kind: .token, reach: .page, code: 190, detail: "expired"))
    }
    defer { state.pages[call.page] = page }
    func place(_ id: RemoteID) -> Int? { page.posts.firstIndex { $0.id == id } }
    func make(_ content: PostContent, _ pictures: [RemoteID], isPublished: Bool) -> RemoteID {
      let shown = pictures.compactMap { page.pictures.removeValue(forKey: $0) }
      state.count += 1
      let id = RemoteID("\(call.page)_\(state.count)")
      page.posts.append(
        RemotePost(
          id: id, text: content.text, isPublished: isPublished,
          permalink: isPublished ? "https://f.example/\(id)" : nil, created: now,
          application: "ours", link: content.link))
      page.shown[id] = shown
      return id
    }
    switch call.step {
    case .upload(let picture):
      guard let bytes = call.bytes, Hash(of: bytes).hex == picture.digest else {
        return .refused(NetworkFailure(kind: .content, detail: "other bytes"))
      }
      state.count += 1
      let id = RemoteID("5\(state.count)")
      page.pictures[id] = picture
      return .uploaded(id)
    case .stage(let content, let pictures):
      // A picture belongs to one post.
      guard pictures.allSatisfy({ page.pictures[$0] != nil }) else {
        return .refused(NetworkFailure(kind: .request, code: 100, detail: "no such picture"))
      }
      return .staged(make(content, pictures, isPublished: false))
    case .release(let id):
      guard let place = place(id) else { return .refused(missing) }
      page.posts[place] = page.posts[place].published(at: now)
      return .released
    case .publish(let content, let pictures, _):
      return .published(make(content, pictures, isPublished: true))
    case .schedule(let content, let pictures, let hour, _):
      let id = make(content, pictures, isPublished: false)
      page.hours[id] = hour
      return .staged(id)
    case .listScheduled(let hour):
      return .posts(page.posts.filter { !$0.isPublished && page.hours[$0.id] == hour })
    case .unschedule(let id):
      guard let place = place(id), page.hours[id] != nil else { return .refused(missing) }
      page.posts.remove(at: place)
      return .deleted
    case .edit(let id, let content):
      guard let place = place(id) else { return .refused(missing) }
      page.posts[place] = page.posts[place].saying(content.text)
      return .edited
    case .pin(let id, let isPinned):
      if !page.pinFailures.isEmpty { return page.pinFailures.removeFirst() }
      guard place(id) != nil else { return .refused(missing) }
      if isPinned { page.pinned.insert(id) } else { page.pinned.remove(id) }
      return .pinned
    case .read(let id):
      guard let place = place(id) else { return .refused(missing) }
      return .post(page.posts[place])
    case .listDrafts: return .posts(page.posts.filter { !$0.isPublished })
    case .listPublished(let since, let until):
      return .posts(
        page.posts.filter {
          $0.isPublished && ($0.created ?? since) >= since && ($0.created ?? since) <= until
        })
    case .delete(let id):
      page.posts.removeAll { $0.id == id }
      return .deleted
    case .checkToken: return .tokenGood(expires: page.expires)
    case .listRoles: return .people(page.roles)
    case .listAssigned: return .people(page.assigned)
    case .readBusiness: return .business(page.assigned.isEmpty ? nil : RemoteID("55"))
    }
  }

  static let missing = NetworkFailure(kind: .missing, code: 100, subcode: 33, detail: "gone")
}

extension FakeNetwork.Page {
  /// Makes public by itself what was handed over with its hour.
  mutating func strikeTheHour(_ now: Timestamp) {
    for place in posts.indices where !posts[place].isPublished {
      guard let hour = hours[posts[place].id], hour <= now else { continue }
      posts[place] = posts[place].published(at: hour)
    }
  }
}

extension RemotePost {
  /// The post as it is once it is public.
  func published(at now: Timestamp) -> RemotePost {
    RemotePost(
      id: id, text: text, isPublished: true, permalink: "https://f.example/\(id)", created: now,
      application: application, adminCreator: adminCreator, link: link)
  }

  /// The post with another text.
  func saying(_ text: String) -> RemotePost {
    RemotePost(
      id: id, text: text, isPublished: isPublished, permalink: permalink, created: created,
      application: application, adminCreator: adminCreator, link: link)
  }
}
