import Foundation

/// The whole state of a sandbox; every method is one step of it, so one lock around them suffices.
struct World: Sendable {
  let credentials: Credentials
  let appName: String
  let clock: @Sendable () -> Date
  let callsPerPage: Int?
  /// Known once the server listens; stands in permalinks and in `paging.next`.
  var baseURL = ""
  var switches: SandboxSwitches
  var random: SplitMix64

  var pages: [Page] = []
  var pageByNumber: [UInt64: Int] = [:]
  var callers: [String: Caller] = [:]
  var posts: [Post] = []
  var postByNumber: [UInt64: Int] = [:]
  var photos: [UInt64: Photo] = [:]
  var blobs: [String: Blob] = [:]
  var accountByNumber: [UInt64: Int] = [:]
  var containers: [UInt64: Container] = [:]
  var lastNumber: UInt64 = 122_100_000_000_000_000

  var faults: [ArmedFault]
  var appThrottle: Throttle?
  /// Calls about no page within the hour, which count against the app and its user.
  var appCalls = 0
  var appWindowEnds = Instant(milliseconds: .min)
  var statistics = Statistics()
  var journal: Journal?
  /// The moment at which the next scheduled post is due.
  var nextDue: Instant?
  /// Milliseconds for which lists do not see what the call in hand makes.
  var lagOfCall = 0
  private var fieldCache: [String: [FieldSelection]] = [:]

  init(configuration: SandboxConfiguration, credentials: Credentials) throws(SandboxInputError) {
    self.credentials = credentials
    appName = configuration.appName
    clock = configuration.now
    callsPerPage = configuration.callsPerPage
    switches = configuration.switches
    random = SplitMix64(seed: configuration.seed)
    faults = configuration.faults.map(ArmedFault.init)
    callers[credentials.userToken] = .user
    callers[credentials.appToken] = .app
    for store in configuration.stores { try addPage(of: store) }
  }

  var now: Instant {
    Instant(milliseconds: Int64((clock().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  private mutating func addPage(of store: SandboxStore) throws(SandboxInputError) {
    var number = Credentials.pageNumber(of: store.code)
    if let other = pageByNumber[number], pages[other].store.code == store.code {
      throw SandboxInputError("two stores have the code '\(store.code)'")
    }
    while pageByNumber[number] != nil { number += 1 }
    let id = String(number)
    let token = credentials.pageToken(id)
    pageByNumber[number] = pages.count
    callers[token] = .page(pages.count)
    pages.append(
      Page(
        number: number, id: id, store: store, token: token, proof: credentials.proof(of: token),
        followers: 180 + Int(number % 4700), instagram: addAccount(of: store)))
  }

  private mutating func addAccount(of store: SandboxStore) -> InstagramAccount {
    var number = InstagramAccount.number(of: store.code)
    while accountByNumber[number] != nil { number += 1 }
    accountByNumber[number] = pages.count
    return InstagramAccount(of: store, number: number)
  }

  /// A number that no object of the sandbox has had.
  mutating func makeNumber() -> UInt64 {
    lastNumber += 1 + random.next() % 900
    return lastNumber
  }

  /// The `fbtrace_id` of an error.
  mutating func makeTrace() -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".utf8)
    var bytes: [UInt8] = [0x41]
    for _ in 0..<2 {
      var word = random.next()
      for _ in 0..<10 {
        bytes.append(letters[Int(word & 63)])
        word >>= 6
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The fields that a call asks for; nil where it leaves the choice to the network.
  mutating func fields(of call: GraphCall) throws(GraphError) -> [FieldSelection]? {
    guard let text = call.parameters["fields"], !text.isEmpty else { return nil }
    if let known = fieldCache[text] { return known }
    let fields = try FieldSelection.parse(text)
    if fieldCache.count < 256 { fieldCache[text] = fields }
    return fields
  }

  /// Publishes what was scheduled and has become due.
  mutating func settle(at now: Instant) {
    guard let due = nextDue, due <= now, !switches.scheduledPostsStick else { return }
    nextDue = nil
    for index in posts.indices where posts[index].state == .scheduled {
      guard let moment = posts[index].scheduled else { continue }
      if moment <= now {
        publish(index, at: moment)
        journal(post: index)
      } else {
        nextDue = min(nextDue ?? moment, moment)
      }
    }
  }

  /// Makes a post visible; its page remembers it as the one published last.
  mutating func publish(_ index: Int, at moment: Instant) {
    if posts[index].isUnpublished, switches.createdTimeMovesAtRelease {
      posts[index].created = moment
    }
    posts[index].state = .published
    posts[index].wasPublished = true
    posts[index].updated = moment
    if lagOfCall > 0 { posts[index].listedFrom = moment.advanced(byMilliseconds: Int64(lagOfCall)) }
    if posts[index].network == .facebook { pages[posts[index].page].lastPublished = index }
  }
}
