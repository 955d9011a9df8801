import Synchronization
import VitrineCore

/// What is really on the pages, whatever anybody was told.
final class RemoteTruth: Sendable {
  struct Post: Sendable {
    var id: RemoteID
    var content: PostContent
    /// The digests of the pictures that it shows, in their order.
    let pictures: [String]
    var created: Timestamp
    /// From when on lists show it, in microseconds.
    var listedFrom: Int64
    /// Made by a call that nobody was waiting for any more.
    let isLate: Bool
    var isVisible = false
    var isDeleted = false
    /// Made public by a call that nobody was waiting for any more.
    var isReleasedLate = false
    /// Says what a call left there for which nobody was waiting any more.
    var isEditedLate = false
    /// When the network makes it public by itself; nil for one that it does not.
    var hour: Timestamp?
    /// Whether it is left lying at its hour.
    var isStuck = false
    /// Whether it waits for its hour.
    var isWaiting: Bool { hour != nil && !isVisible && !isDeleted }
  }

  struct Page: Sendable {
    var token: String
    var posts: [Post] = []
    /// Pictures that no post shows, by their ids.
    var pictures: [RemoteID: String] = [:]
    var uploads = 0
    /// Every id that was ever public, in order.
    var published: [RemoteID] = []

    /// Every id under which a text was ever public.
    func published(_ text: String) -> [RemoteID] {
      let ids = Set(posts.filter { $0.content.text == text }.map(\.id))
      return published.filter(ids.contains)
    }
    var throttledUntil: Int64 = 0
    /// How often it was said that something is not there which is.
    var falseMisses = 0
  }

  struct State: Sendable {
    var pages: [RemoteID: Page]
    var appThrottledUntil: Int64 = 0
    /// Whether the person behind all pages is signed out.
    var isConnectionDead = false
    var drafts = 0
    var releases = 0
    /// Calls that were made while the network had asked for none.
    var callsWhileThrottled = 0
    /// Whether a post that waited for its hour gets another id then.
    var renamesAtTheHour = false
    /// How often, in a thousand, such a post is left lying.
    var stuck = 0
  }

  let state: Mutex<State>
  let world: World
  let weather: Weather

  init(pages: [RemoteID: String], world: World, weather: Weather) {
    state = Mutex(State(pages: pages.mapValues { Page(token: $0) }))
    self.world = world
    self.weather = weather
  }

  /// Performs a call to its end, and says what the network would answer.
  func execute(_ call: NetworkCall, isLate: Bool) -> NetworkAnswer.Outcome {
    let (now, wall) = (world.now, world.wall)
    return state.withLock { state in
      strikeTheHour(&state, call.page)
      guard var page = state.pages[call.page] else { return .refused(Self.missing) }
      guard page.token == call.token.exposed else {
        return .refused(state.isConnectionDead ? Self.deadConnection : Self.deadToken)
      }
      defer { state.pages[call.page] = page }
      func place(_ id: RemoteID) -> Int? {
        page.posts.firstIndex { $0.id == id && !$0.isDeleted }
      }
      switch call.step {
      case .upload(let picture):
        if call.bytes.map({ Hash(of: $0).hex }) != picture.digest {
          world.violate("I8 other bytes are uploaded than were approved")
        }
        page.uploads += 1
        let id = RemoteID("9\(page.uploads)")
        page.pictures[id] = picture.digest
        return .uploaded(id)
      case .stage(let content, let pictures):
        // A picture belongs to one post only.
        let shown = pictures.compactMap { page.pictures[$0] }
        guard shown.count == pictures.count else { return .refused(Self.noPicture) }
        let repeats = page.posts.contains { !$0.isDeleted && $0.content == content }
        if weather.refusesRepeatedStage, repeats { return .refused(Self.duplicate) }
        for id in pictures { page.pictures[id] = nil }
        let id = RemoteID("\(call.page)_\(page.posts.count + 1)")
        page.posts.append(
          Post(
            id: id, content: content, pictures: shown, created: wall,
            listedFrom: now + weather.listingLag * 1_000, isLate: isLate))
        state.drafts += 1
        return .staged(id)
      case .release(let id):
        guard let place = place(id) else { return .refused(Self.missing) }
        if page.posts[place].isVisible {
          return weather.refusesRepeatedRelease ? .refused(Self.duplicate) : .released
        }
        page.posts[place].isVisible = true
        page.posts[place].isReleasedLate = isLate
        if !page.published.contains(id) { page.published.append(id) }
        state.releases += 1
        return .released
      case .publish(let content, let pictures, _):
        let shown = pictures.compactMap { page.pictures[$0] }
        guard shown.count == pictures.count else { return .refused(Self.noPicture) }
        for id in pictures { page.pictures[id] = nil }
        let id = RemoteID("\(call.page)_\(page.posts.count + 1)")
        page.posts.append(
          Post(
            id: id, content: content, pictures: shown, created: wall,
            listedFrom: now + weather.listingLag * 1_000, isLate: isLate, isVisible: true,
            isReleasedLate: isLate))
        page.published.append(id)
        state.releases += 1
        return .published(id)
      case .schedule(let content, let pictures, let hour, _):
        guard hour >= wall.advanced(byMilliseconds: 1_000) else {
          return .refused(Self.badHour)
        }
        let shown = pictures.compactMap { page.pictures[$0] }
        guard shown.count == pictures.count else { return .refused(Self.noPicture) }
        for id in pictures { page.pictures[id] = nil }
        let id = RemoteID("\(call.page)_\(page.posts.count + 1)")
        var post = Post(
          id: id, content: content, pictures: shown, created: wall,
          listedFrom: now + weather.listingLag * 1_000, isLate: isLate, isReleasedLate: isLate)
        post.hour = hour
        post.isStuck = world.chance(state.stuck)
        page.posts.append(post)
        state.drafts += 1
        return .staged(id)
      case .unschedule(let id):
        guard let place = place(id), page.posts[place].hour != nil else {
          return .refused(Self.missing)
        }
        if page.posts[place].isVisible, !isLate {
          world.violate("the public post \(id) is taken back")
        }
        page.posts[place].isDeleted = true
        page.posts[place].isVisible = false
        return .deleted
      case .listScheduled(let hour):
        return .posts(
          page.posts.filter { $0.isWaiting && $0.hour == hour && $0.listedFrom <= now }
            .map(Self.remote))
      case .edit(let id, let content):
        guard let place = place(id) else { return .refused(Self.missing) }
        page.posts[place].content = content
        page.posts[place].isEditedLate = isLate
        return .edited
      case .pin(let id, _): return place(id) == nil ? .refused(Self.missing) : .pinned
      case .read(let id):
        guard let place = place(id) else { return .refused(Self.missing) }
        return .post(Self.remote(page.posts[place]))
      case .listDrafts(let since):
        guard weather.listsDrafts else { return .posts([]) }
        return .posts(
          page.posts.filter {
            !$0.isDeleted && !$0.isVisible && $0.hour == nil && $0.created >= since
              && $0.listedFrom <= now
          }.map(Self.remote))
      case .delete(let id):
        if let place = place(id) {
          page.posts[place].isDeleted = true
          page.posts[place].isVisible = false
        }
        return .deleted
      case .checkToken: return .tokenGood(expires: nil)
      case .listRoles, .listAssigned: return .people([])
      case .readBusiness: return .business(nil)
      case .listPublished:
        return .posts(
          page.posts.filter { $0.isVisible && $0.listedFrom <= now }.map(Self.remote))
      }
    }
  }

  /// Makes public by itself what was handed over with its hour, whether anybody is there or not.
  private func strikeTheHour(_ state: inout State, _ id: RemoteID) {
    guard var page = state.pages[id] else { return }
    var hasStruck = false
    for place in page.posts.indices {
      let post = page.posts[place]
      guard post.isWaiting, !post.isStuck, let hour = post.hour, hour <= world.wall else {
        continue
      }
      hasStruck = true
      if state.renamesAtTheHour {
        page.posts[place].id = RemoteID("\(post.id)p")
        page.posts[place].created = hour
      }
      page.posts[place].isVisible = true
      page.posts[place].listedFrom = world.now + weather.listingLag * 1_000
      page.published.append(page.posts[place].id)
      state.releases += 1
      if page.published(post.content.text).count > 1, !post.isLate {
        world.violate("I1 page \(id) has had \(page.published(post.content.text)) in public")
      }
    }
    if hasStruck { state.pages[id] = page }
  }

  private static func remote(_ post: Post) -> RemotePost {
    RemotePost(
      id: post.id, text: post.content.text, isPublished: post.isVisible,
      permalink: post.isVisible ? "https://sim.example/\(post.id)" : nil, created: post.created,
      application: "sim", link: post.content.link)
  }

  static let missing = NetworkFailure(kind: .missing, code: 100, subcode: 33, detail: "gone")
  static let noPicture = NetworkFailure(kind: .request, code: 100, detail: "no such picture")
  static let badHour = NetworkFailure(kind: .request, code: 100, detail: "invalid time")
  static let duplicate = NetworkFailure(kind: .duplicate, code: 506, detail: "duplicate")
  static let deadToken = NetworkFailure(
    kind: .token, reach: .page, code: 190, subcode: 463, detail: "expired")

  static let deadConnection = NetworkFailure(
    kind: .connection, reach: .user, code: 190, subcode: 460, detail: "password changed")

  /// Ends the tokens of all pages at once, until somebody connects them again.
  func killConnection() {
    state.withLock { state in
      state.isConnectionDead = true
      for id in state.pages.keys { state.pages[id]?.token += "'" }
    }
    world.note("the connection dies")
  }

  /// Ends the token of a page, until somebody connects them again.
  func killToken(_ id: RemoteID) {
    state.withLock { $0.pages[id]?.token += "'" }
    world.note("token of \(id) dies")
  }

  /// The pages with the tokens that are good now.
  var remotePages: [RemotePage] {
    state.withLock { state in
      state.isConnectionDead = false
      return state.pages.sorted { $0.key < $1.key }.map { id, page in
        RemotePage(
          id: id, name: "Page \(id)", token: Secret(page.token), storeCode: "S-\(id)",
          mayPublish: true)
      }
    }
  }

  /// A page as it is.
  func page(_ id: RemoteID) -> Page? {
    state.withLock { state in
      strikeTheHour(&state, id)
      return state.pages[id]
    }
  }
}
