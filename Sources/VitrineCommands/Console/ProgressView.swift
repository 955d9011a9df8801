import VitrineCore
import VitrinePublishing
import VitrineService

/// How far deliveries are: a bar on a terminal, a line now and then elsewhere.
actor ProgressView {
  private let console: Console
  private let time: TimeSource
  private let hasBar: Bool
  private var shown: UInt64 = 0
  private var start: (at: UInt64, done: Int)?
  private var last: [DeliveryProgress] = []
  private var lastLine = ""
  private var silences: [NetworkSilence] = []

  init(console: Console, time: TimeSource) {
    self.console = console
    self.time = time
    hasBar = console.progress == .auto && console.invocation.isErrorTerminal
  }

  /// Takes in how far it is; shows it at most ten times a second (a line every two seconds).
  func show(_ progress: [DeliveryProgress]) {
    guard console.progress != .none, !console.isQuiet, !console.isJSON else { return }
    let now = time.monotonic()
    let changed = progress.map(\.state) != last.map(\.state)
    last = progress
    let interval: UInt64 = hasBar ? 100_000_000 : 2_000_000_000
    guard changed || now - shown >= interval else { return }
    shown = now
    draw(now)
  }

  /// Says when a network stops answering, at each try, and when it answers again; to scripts too.
  func say(_ now: [NetworkSilence]) {
    guard now != silences else { return }
    let gone = Set(silences.map(\.network)).subtracting(now.map(\.network))
    for silence in now where !silences.contains(silence) {
      console.say(silence.message)
    }
    for network in gone.sorted() { console.say("limits.answers", network) }
    silences = now
  }

  /// Shows the end, and leaves the line of the bar.
  func finish() {
    guard !last.isEmpty, console.progress != .none, !console.isQuiet, !console.isJSON else {
      return
    }
    draw(time.monotonic())
    if hasBar { console.invocation.error("\n") }
  }

  private func draw(_ now: UInt64) {
    let total = last.map(\.total).reduce(0, +)
    guard total > 0 else { return }
    func count(_ states: DeliveryState...) -> Int {
      last.reduce(0) { sum, progress in
        sum + states.reduce(0) { $0 + (progress.counts[$1] ?? 0) }
      }
    }
    let published = count(.published, .confirmed)
    let staged = count(.staged, .releasing)
    let stopped = count(.held, .refused, .failed, .missed)
    // A page counts half when its draft is there and whole when it is public.
    let done = staged + 2 * published + 2 * stopped + 2 * count(.cancelled, .takenDown)
    let from = start ?? (now, done)
    start = from
    let seconds = Double(now - from.at) / 1e9
    let rate = seconds > 0.5 ? Double(done - from.done) / 2 / seconds : 0
    let left = rate > 0 ? Int((Double(2 * total - done) / 2 / rate).rounded(.up)) : nil
    let line = console.text(
      "progress.line", staged, published, stopped, total,
      rate > 0 ? String(Int(rate.rounded())) : "–", left.map { Self.clock($0) } ?? "–")
    guard hasBar else {
      if line != lastLine { console.invocation.error(line + "\n") }
      lastLine = line
      return
    }
    let width = max(10, min(30, console.invocation.width - TerminalText.displayWidth(line) - 3))
    let filled = total > 0 ? width * done / (2 * total) : 0
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    console.invocation.error("\r\u{1B}[K\(bar) \(line)")
  }

  /// Minutes and seconds.
  private static func clock(_ seconds: Int) -> String {
    let capped = min(seconds, 359_999)
    let rest = capped % 60
    return "\(capped / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
