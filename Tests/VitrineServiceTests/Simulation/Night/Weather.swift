import VitrineCore

/// What goes wrong in a night, and how often: drawn once from the seed.
///
/// Each night has some of the faults and not the others (swarm testing): a fault that is always there
/// hides those that need its absence.
struct Weather: Sendable {
  /// How often, in a thousand, each kind of thing happens to a call.
  var lostRequest = 0
  var lostAnswer = 0
  var lateExecution = 0
  var refusals = 0
  var throttles = 0
  var lostBatch = 0
  var hang = 0
  /// How many pages in a thousand hang while the others are answered, and which.
  var hungPages = 0
  var hungSalt: UInt32 = 0
  /// The refusals that occur.
  var kinds: [NetworkFailure.Kind] = []
  /// How long a late call is under way, in milliseconds.
  var lateness: Int64 = 1_000
  /// How long a new draft is missing from lists, in milliseconds.
  var listingLag: Int64 = 0
  var listsDrafts = true
  var refusesRepeatedStage = false
  var refusesRepeatedRelease = false
  /// How often, in ten thousand, each kind of thing happens to a worker's transaction.
  var databaseLocked = 0
  var killAtCommit = 0
  var commitUnknown = 0
  /// When faults stop, in microseconds.
  var end: Int64 = 0

  /// A night from a seed; calm for one in eight, as the control.
  static func drawn(_ world: World) -> Weather {
    var weather = Weather()
    weather.end = world.draw(4_000_000...30_000_000)
    guard !world.chance(125) else { return weather }
    func rate(_ most: Int) -> Int { world.chance(450) ? world.draw(5...most) : 0 }
    weather.lostRequest = rate(150)
    weather.lostAnswer = rate(200)
    weather.lateExecution = rate(150)
    weather.refusals = rate(60)
    weather.throttles = rate(20)
    weather.lostBatch = rate(100)
    weather.hang = rate(40)
    weather.hungPages = world.chance(250) ? world.draw(10...400) : 0
    weather.hungSalt = UInt32(world.draw(0...65_535))
    let kinds: [NetworkFailure.Kind] = [
      .temporary, .temporary, .temporary, .permission, .person, .blocked, .duplicate, .content,
      .request, .missing,
    ]
    weather.kinds = kinds.filter { _ in world.chance(400) }
    weather.lateness = world.draw(200...20_000)
    weather.listingLag = world.chance(250) ? world.draw(100...8_000) : 0
    weather.listsDrafts = !world.chance(80)
    weather.refusesRepeatedStage = world.chance(200)
    weather.refusesRepeatedRelease = world.chance(200)
    weather.databaseLocked = world.chance(150) ? 40 : 0
    weather.killAtCommit = world.chance(350) ? world.draw(20...150) : 0
    weather.commitUnknown = world.chance(150) ? 40 : 0
    return weather
  }

  /// How often in a thousand a deletion gets lost, in one night of three: deletions are few.
  var lostDeletions: Int { hungSalt % 3 == 1 ? 400 : 0 }

  /// Whether a page is one of those that hang as long as the storm lasts.
  func hangs(_ page: RemoteID) -> Bool {
    guard hungPages > 0 else { return false }
    let hash = page.rawValue.utf8.reduce(2_166_136_261 ^ hungSalt) {
      ($0 ^ UInt32($1)) &* 16_777_619
    }
    return Int(hash >> 8) % 1_000 < hungPages
  }

  /// What happens to a transaction of a worker now.
  func database(_ world: World) -> DatabaseTrouble {
    guard world.now < end else { return .none }
    let draw = world.draw(0...9_999)
    if draw < databaseLocked { return .locked }
    if draw < databaseLocked + commitUnknown { return .commitUnknown }
    let first = databaseLocked + commitUnknown
    if draw < first + killAtCommit { return draw % 2 == 0 ? .killedBefore : .killedAfter }
    return .none
  }
}
