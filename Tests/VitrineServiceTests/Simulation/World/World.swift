import Synchronization
import VitrineCore
import VitrineTestSupport

/// A world of its own: one thread, one clock that jumps, one seed.
///
/// Every task of a simulation runs on this executor, one job at a time in the order of arrival, and
/// time passes only when nothing else can happen. The order of events thus comes from the seed alone,
/// and a seed that fails fails again in the same way. The real runner, the real office and the real
/// database run in it unchanged.
final class World: TaskExecutor {
  private struct State {
    var ready: [UnownedJob] = []
    var next = 0
    var timers = Timers()
    /// Microseconds since the world began.
    var now: Int64 = 0
    /// Milliseconds by which people have set the wall clock wrong.
    var wallOffset: Int64 = 0
    var random: SeededGenerator
    var lines: [String] = []
    var hash: UInt64 = 14_695_981_039_346_656_037
    var violations: [String] = []

    mutating func popFirst() -> UnownedJob? {
      guard next < ready.count else { return nil }
      defer {
        next += 1
        if next == ready.count {
          ready.removeAll(keepingCapacity: true)
          next = 0
        }
      }
      return ready[next]
    }
  }

  private let state: Mutex<State>
  private let keepsLines: Bool
  /// Whether workers disagree about the time: then a claim can be taken over while it is still good.
  let areClocksApart: Bool

  /// Makes a world whose wall clock is so many milliseconds past noon.
  init(seed: UInt64, keepsLines: Bool, areClocksApart: Bool = false, pastNoon: Int64 = 0) {
    self.areClocksApart = areClocksApart
    state = Mutex(State(wallOffset: pastNoon, random: SeededGenerator(seed: seed)))
    self.keepsLines = keepsLines
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.ready.append(job) }
  }

  /// Runs a body and everything that it starts, on the calling thread.
  ///
  /// Returns nil when the world stands still: everybody waits and no timer is set.
  func run<T: Sendable>(_ body: @escaping @Sendable () async -> T) -> T? {
    let result = Mutex<T?>(nil)
    Task(executorPreference: self) {
      let value = await body()
      result.withLock { $0 = value }
    }
    while true {
      if let job = state.withLock({ $0.popFirst() }) {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if let value = result.withLock({ $0 }) {
        return value
      } else if let wake = state.withLock({ state in
        let timer = state.timers.pop()
        if let timer { state.now = max(state.now, timer.time) }
        return timer?.wake
      }) {
        wake()
      } else {
        return nil
      }
    }
  }

  /// Microseconds since the world began.
  var now: Int64 { state.withLock { $0.now } }

  /// Sets a timer.
  func after(_ microseconds: Int64, _ wake: @escaping @Sendable () -> Void) {
    state.withLock { $0.timers.insert(at: $0.now + max(0, microseconds), wake) }
  }

  /// Lets time pass.
  func sleep(_ microseconds: Int64) async {
    await withUnsafeContinuation { continuation in
      after(microseconds) { continuation.resume() }
    }
  }

  /// The wall clock: noon of a day in 2027, and whatever people have done to it since.
  var wall: Timestamp {
    state.withLock {
      Timestamp(clamping: 1_800_000_000_000 + $0.now / 1_000 + $0.wallOffset)
    }
  }

  /// Sets the wall clock forward or back.
  func stepWall(by milliseconds: Int64) {
    state.withLock { $0.wallOffset += milliseconds }
    note("the clock is set by \(milliseconds) ms")
  }

  /// Draws a number.
  func draw<T: FixedWidthInteger & Sendable>(_ range: ClosedRange<T>) -> T {
    state.withLock { T.random(in: range, using: &$0.random) }
  }

  /// True so often in a thousand.
  func chance(_ perMille: Int) -> Bool { perMille > 0 && draw(0...999) < perMille }

  /// Bytes for ids and jitter.
  var random: RandomSource {
    RandomSource { count in
      self.state.withLock { state in
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var word: UInt64 = 0
        for index in 0..<count {
          if index % 8 == 0 { word = state.random.next() }
          bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(index % 8 * 8)))
        }
        return bytes
      }
    }
  }

  /// Writes a line of the trace.
  func note(_ line: @autoclosure () -> String) {
    let line = line()
    state.withLock { state in
      let stamped = "\(state.now) \(line)"
      for byte in stamped.utf8 { state.hash = (state.hash ^ UInt64(byte)) &* 1_099_511_628_211 }
      if keepsLines { state.lines.append(stamped) }
    }
  }

  /// Notes that a promise was broken.
  func violate(_ text: String) {
    note("VIOLATION \(text)")
    state.withLock { if $0.violations.count < 20 { $0.violations.append(text) } }
  }

  /// Every promise that was broken.
  var violations: [String] { state.withLock { $0.violations } }

  /// The trace, if it was kept.
  var lines: [String] { state.withLock { $0.lines } }

  /// A digest of the whole trace.
  var traceHash: UInt64 { state.withLock { $0.hash } }
}

/// Timers by time, and among equals by their order: a binary heap.
struct Timers {
  struct Timer {
    let time: Int64
    let order: Int
    let wake: @Sendable () -> Void

    static func < (left: Timer, right: Timer) -> Bool {
      (left.time, left.order) < (right.time, right.order)
    }
  }

  private var heap: [Timer] = []
  private var count = 0

  mutating func insert(at time: Int64, _ wake: @escaping @Sendable () -> Void) {
    count += 1
    heap.append(Timer(time: time, order: count, wake: wake))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Timer? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] < heap[least] { least = child }
      guard least != parent else { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
