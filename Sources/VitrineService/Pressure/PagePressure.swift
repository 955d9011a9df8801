import VitrineCore
import VitrineStorage

/// What one page gets, as far as a further post of its store has to make room.
struct PagePressure {
  /// How many days ahead room is looked for.
  static let days = 14
  /// How far posts stand apart that make room for the same message.
  static let step: Int64 = 60_000

  /// When it hears nothing but mandatory messages.
  let quiet: QuietTimes
  /// The most posts of its store in a day; 0 for any number.
  let postsPerDay: Int
  /// The zone of its store.
  let zone: String
  private var taken: [Timestamp]
  private var days: [CivilDate: Int] = [:]

  /// An hour for a post, and why it is not the one that was wished for.
  struct Place {
    let at: Timestamp
    let because: Message?
  }

  /// Takes when the page gets mandatory messages, and posts of its store.
  init(
    mandatory: [Timestamp], routine: [Timestamp], _ rules: DeskRules, zone: String
  ) {
    quiet = QuietTimes(around: mandatory, minutes: rules.quietMinutes)
    postsPerDay = rules.postsPerDay
    self.zone = zone
    taken = routine
    for instant in routine { count(instant) }
  }

  /// The hour that a post gets which is wished for at one; nil where there is no room within two weeks.
  func place(for wish: Timestamp) -> Place? {
    let local = LocalMoment(wish, in: zone)
    var because: Message?
    for ahead in 0...Self.days {
      // An hour that the clocks skip or show twice on that day is no hour for a post: the day after it.
      guard let start = ahead == 0 ? wish : local.later(byDays: ahead) else { continue }
      let at = behindQuiet(start)
      if ahead == 0, let end = quiet.end(at: start) {
        because = Message("posts.moved.quiet", end)
      }
      let day = LocalMoment(at, in: zone).date
      guard postsPerDay > 0, days[day, default: 0] >= postsPerDay else {
        return Place(at: at, because: because)
      }
      because = Message("posts.moved.day", postsPerDay, day)
    }
    return nil
  }

  /// Counts a post that has its hour.
  mutating func take(_ instant: Timestamp) {
    taken.append(instant)
    count(instant)
  }

  private mutating func count(_ instant: Timestamp) {
    guard postsPerDay > 0 else { return }
    days[LocalMoment(instant, in: zone).date, default: 0] += 1
  }

  /// The first free minute behind the quiet time in which an instant lies; the instant itself where it lies in
  /// none.
  func behindQuiet(_ instant: Timestamp) -> Timestamp {
    var at = instant
    while let end = quiet.end(at: at) {
      at = end
      while taken.contains(where: { abs($0.milliseconds(since: at)) < Self.step }) {
        at = at.advanced(byMilliseconds: Self.step)
      }
    }
    return at
  }
}
