/// Requests that are claimed and wait to be sent: those of pages that hung wait for each other only.
///
/// Twenty pages that hang would otherwise take every place on the line for as long as a timeout lasts.
struct RequestQueue {
  /// Calls that go together.
  struct Request: Sendable {
    let claims: [DeliveryClaim]
    /// Whether one of its pages hung lately.
    let isSuspect: Bool
  }

  private var ready: [Request] = []
  private var suspects: [Request] = []
  private var suspectsUnderWay = 0
  private let share: Int

  /// Half of the requests that may be under way at once is for pages that hung, and at least one.
  init(concurrency: Int) { share = max(1, concurrency / 2) }

  /// Whether a page that hung lately is being called, which can last as long as a timeout.
  var isHeldUp: Bool { suspectsUnderWay > 0 }

  /// How many wait that are not held back by others.
  var waiting: Int { ready.count }

  /// Adds requests in their order.
  mutating func add(_ requests: [Request]) {
    ready += requests.filter { !$0.isSuspect }
    suspects += requests.filter(\.isSuspect)
  }

  /// The next one to send; nil when nothing may be sent now.
  mutating func next() -> Request? {
    if !ready.isEmpty { return ready.removeFirst() }
    guard !suspects.isEmpty, suspectsUnderWay < share else { return nil }
    suspectsUnderWay += 1
    return suspects.removeFirst()
  }

  /// Notes that one has come back.
  mutating func finish(_ isSuspect: Bool) {
    if isSuspect { suspectsUnderWay -= 1 }
  }
}
