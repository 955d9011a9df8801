import Foundation
import VitrineCore

/// Records as a retailer's year writes them, the same ones for one seed.
///
/// Nine parts in ten are publications of broadcasts on the pages of 1,212 stores; the rest is what
/// people do around them: drafts, approvals, launches, grants, posts of stores, denied attempts.
struct LogStory {
  private static let stores = 1_212
  private static let people = 2_400
  private var generator: SplitMix
  private var now: Int64
  private var pending: [AuditRecord] = []

  /// Begins a story at an instant.
  init(seed: UInt64, from start: Timestamp) {
    generator = SplitMix(state: seed)
    now = start.milliseconds
  }

  /// The next records, exactly so many.
  mutating func next(_ count: Int) -> [AuditRecord] {
    while pending.count < count { addDay() }
    defer { pending.removeFirst(count) }
    return Array(pending.prefix(count))
  }

  /// One day of the desk: what stores do, and a broadcast.
  private mutating func addDay() {
    let morning = now
    for _ in 0..<110 {
      now += 40_000
      let store = number(Self.stores)
      let actor = person(number(Self.people))
      switch number(20) {
      case 0: pending.append(denied(actor, store))
      case 1: pending.append(granted(store))
      default: pending.append(ownPost(actor, store))
      }
    }
    addBroadcast()
    now = morning + 86_400_000
  }

  private mutating func addBroadcast() {
    let broadcast = BroadcastID(id("b"))
    let object = AuditRecord.Object(type: "broadcast", id: broadcast.rawValue, sha256: digest())
    let team = (0..<4).map { _ in person(number(40)) }
    let steps: [(Action, UserID)] = [
      (.broadcastDraft, team[0]), (.broadcastSubmit, team[0]), (.broadcastApprove, team[1]),
      (.broadcastApprove, team[2]), (.broadcastLaunch, team[3]),
    ]
    for (action, actor) in steps {
      now += 600_000
      var record = record(action, by: actor, role: "national_editor@all")
      record.object = object
      record.broadcastID = broadcast
      pending.append(record)
    }
    let approvals = [team[1], team[2]].map { "\($0)@sha256:\(object.sha256 ?? "")" }
    for store in 0..<Self.stores {
      now += 20
      var record = AuditRecord(
        id: id("r"), time: Timestamp(clamping: now), action: Action.postPublish.rawValue,
        actor: AuditRecord.Actor(id: UserID("w_\(store % 4)"), type: .system, auth: "worker"))
      record.onBehalfOf = team[3]
      record.target = page(store)
      record.object = AuditRecord.Object(type: "post", id: id("p"), sha256: digest())
      record.broadcastID = broadcast
      record.authors = [team[0]]
      record.approvals = approvals
      record.remote = AuditRecord.Remote(
        network: .facebook, postID: "\(1_000_000 + store)_\(number(1 << 40))")
      record.attempt = 1
      record.state = "confirmed"
      if number(200) == 0 {
        record.result = .failure
        record.reasonCode = "throttled"
        record.state = "failed"
      }
      pending.append(record)
    }
  }

  private mutating func ownPost(_ actor: UserID, _ store: Int) -> AuditRecord {
    var record = record(.postPublish, by: actor, role: "store_manager@store:\(Self.code(store))")
    record.target = page(store)
    record.object = AuditRecord.Object(type: "post", id: id("p"), sha256: digest())
    record.state = "confirmed"
    return record
  }

  private mutating func denied(_ actor: UserID, _ store: Int) -> AuditRecord {
    var record = record(
      .broadcastLaunch, by: actor, role: "store_manager@store:\(Self.code(store))")
    record.result = .denied
    record.reasonCode = "P"
    return record
  }

  private mutating func granted(_ store: Int) -> AuditRecord {
    var record = record(.grantCreate, by: person(number(3)), role: "national_admin@all")
    record.target = AuditRecord.Target(type: "user", id: person(number(Self.people)).rawValue)
    record.object = AuditRecord.Object(type: "grant", id: id("g"))
    record.detail = [
      "role": "store_manager", "scope": .string("store:\(Self.code(store))"),
      "until": .integer(now + 31_536_000_000),
    ]
    return record
  }

  private mutating func record(_ action: Action, by actor: UserID, role: String) -> AuditRecord {
    AuditRecord(
      id: id("r"), time: Timestamp(clamping: now), action: action.rawValue,
      actor: AuditRecord.Actor(
        id: actor, roles: [role], tokenID: TokenID("tk_\(actor.rawValue.suffix(16))"),
        auth: "session"),
      requestID: id("rq"), source: AuditRecord.Source(client: "cli"))
  }

  private func page(_ store: Int) -> AuditRecord.Target {
    AuditRecord.Target(type: "page", id: "pg_\(store)", store: Self.code(store))
  }

  private static func code(_ store: Int) -> String {
    let digits = String(store + 1)
    return "FR-" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private func person(_ number: Int) -> UserID {
    var own = SplitMix(state: UInt64(number))
    return UserID(own.identifier("u"))
  }

  private mutating func id(_ prefix: String) -> String { generator.identifier(prefix) }

  private mutating func number(_ limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }

  private mutating func digest() -> String {
    (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}

/// A small generator whose runs repeat from a seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// An id in the form that the product gives: 16 letters of 32.
  mutating func identifier(_ prefix: String) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var bits = [next(), next()]
    let letters = (0..<16).map { place -> UInt8 in
      defer { bits[place / 8] >>= 5 }
      return alphabet[Int(bits[place / 8] & 31)]
    }
    return "\(prefix)_" + String(decoding: letters, as: UTF8.self)
  }
}
