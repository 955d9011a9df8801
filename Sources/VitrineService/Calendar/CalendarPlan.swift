import VitrineCore
import VitrineStorage

/// What would change if the calendar's files were applied now; changes nothing by itself.
package struct CalendarPlan: Sendable {
  /// The first day that it looks at.
  package let from: CivilDate
  /// The last day that it looks at.
  package let through: CivilDate
  /// What the person said about hours that are past at some stores.
  package let late: LateAnswer?
  /// What would change, in the order of time.
  package var changes: [CalendarChange] = []
  /// Hours that are past at some stores and not at others.
  package var asks: [CalendarAsk] = []
  /// Posts that stay away, with the reason.
  package var away: [CalendarAway] = []
  /// Pages that would get too many posts on one day.
  package var crowded: [CalendarCrowd] = []
  /// What should change and cannot, since it is under way.
  package var blocked: [CalendarBlock] = []
  /// How many posts are as they should be.
  package var unchanged = 0
  /// How many occurrences are past everywhere, and left alone.
  package var past = 0
  /// How many occurrences are suggestions or tasks, of which nothing is made.
  package var suggestions = 0
  /// The register that it was made for.
  package let version: Int64

  /// What is done with stores at which the hour has passed already.
  package enum LateAnswer: String, CaseIterable, Codable, Sendable {
    /// They get none.
    case skip
    /// They get it as soon as it is approved.
    case now
  }

  /// How many posts are new.
  package var created: Int { count(.create) }
  /// How many posts say something else than before.
  package var updated: Int { count(.update) }
  /// How many posts are taken back.
  package var withdrawn: Int { count(.withdraw) }

  private func count(_ action: CalendarChange.Action) -> Int {
    changes.reduce(0) { $0 + $1.count(action) }
  }

  /// What a saved plan and an apply are compared by: each change, and what it rests on.
  package var digest: String {
    let items = changes.map { change -> JSON in
      .array(
        [
          .string(change.key), .string(change.itemDigest ?? "-"),
          .integer(Int64(change.creates.count)), .integer(Int64(change.updates.count)),
          .integer(Int64(change.withdraws.count)), .string(change.broadcast?.rawValue ?? "-"),
        ] + change.seen.map { .string("\($0.id) \($0.digest) \($0.state.rawValue)") })
    }
    let whole: JSON = [
      "changes": .array(items), "from": .string(from.description),
      "through": .string(through.description), "late": late.map { .string($0.rawValue) } ?? .null,
    ]
    return Hash(of: whole.bytes).hex
  }
}

/// What becomes of one occurrence.
package struct CalendarChange: Sendable {
  /// What happens to a post.
  package enum Action: String, CaseIterable, Codable, Sendable {
    /// New.
    case create
    /// There, and to say something else.
    case update
    /// There, and to be taken back.
    case withdraw
  }

  /// The occurrence's name.
  package let key: String
  /// What people read in lists.
  package let title: String
  /// Whether it becomes posts of stores or a broadcast.
  package let kind: StoredCalendarItem.Kind
  /// The day on which it is due.
  package let day: CivilDate
  /// When it is due; nil for what left the calendar.
  package let time: CalendarTime?
  /// When it is due, as a text that is stored.
  package let at: String
  /// Why it changes, where that is not plain.
  package let reason: Message?
  /// The posts that are new.
  package var creates: [CalendarTarget] = []
  /// The posts that are to say something else.
  package var updates: [PostID: CalendarTarget] = [:]
  /// The posts that are taken back.
  package var withdraws: [PostID] = []
  /// The broadcast, where there is one already.
  package var broadcast: BroadcastID?
  /// How many posts a broadcast has, which have no rows of their own here.
  package var broadcastPosts = 0
  /// How the posts stood when the plan was made.
  var seen: [CalendarPost] = []
  /// The occurrence; nil for what left the calendar.
  var occurrence: CalendarOccurrence?
  /// What it rests on; nil for what left the calendar.
  var itemDigest: String?
  /// How many posts it has when it is applied.
  var itemPosts = 0
  /// The stores of a broadcast.
  var selector: Selector?

  /// What mostly happens: what is new counts for more than what changes.
  package var action: Action {
    if kind == .broadcast {
      return broadcast == nil ? .create : occurrence == nil ? .withdraw : .update
    }
    return !creates.isEmpty && updates.isEmpty && withdraws.isEmpty
      ? .create : creates.isEmpty && updates.isEmpty ? .withdraw : .update
  }

  /// How many posts one thing happens to.
  package func count(_ action: Action) -> Int {
    if kind == .broadcast { return action == self.action ? broadcastPosts : 0 }
    return switch action {
    case .create: creates.count
    case .update: updates.count
    case .withdraw: withdraws.count
    }
  }
}

/// One store on one network that gets a post of the calendar.
package struct CalendarTarget: Hashable, Sendable {
  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// Whether it goes as soon as it is approved, since its hour has passed.
  package var isLate = false
}

/// An hour that is past at some stores of an occurrence and not at others.
package struct CalendarAsk: Hashable, Sendable {
  /// The occurrence.
  package let key: String
  /// The zones in which it is past.
  package let zones: [String]
  /// The stores in them.
  package let stores: Int
}

/// A store that gets no post of an occurrence, and why.
package struct CalendarAway: Hashable, Sendable {
  /// Why.
  package enum Cause: String, CaseIterable, Codable, Sendable {
    /// Its text breaks a rule, or cannot be made.
    case refused
    /// The store is closed, or the template is not for it.
    case closed
    /// The store said no.
    case declined
    /// The store has its own post in that place.
    case adapted
    /// Its hour has passed.
    case past
  }

  /// The occurrence.
  package let key: String
  /// The store.
  package let store: StoreCode
  /// Why, in one word.
  package let cause: Cause
  /// Why, in a sentence.
  package let reason: Message
}

/// A page with too many posts of the calendar on one day.
package struct CalendarCrowd: Hashable, Sendable {
  /// The day.
  package let day: CivilDate
  /// What falls together.
  package let keys: [String]
  /// How many stores.
  package let stores: Int
}

/// A change that cannot be made, since what it is about is under way.
package struct CalendarBlock: Hashable, Sendable {
  /// The occurrence.
  package let key: String
  /// The broadcast.
  package let broadcast: BroadcastID
  /// Why, and what to do.
  package let reason: Message
}
