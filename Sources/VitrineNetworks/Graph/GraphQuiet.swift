import VitrineCore

/// Who asked for fewer calls while one request and what follows from it are under way.
///
/// A batch of fifty lists can ask for fifty more calls; each of them would lengthen a throttle that the
/// first answers have told of.
struct GraphQuiet {
  private var waits: [String: Int] = [:]

  /// Takes in an answer about a page.
  mutating func note(_ answer: NetworkAnswer, of page: RemoteID) {
    for pause in answer.usage.compactMap(\.pause) { note(pause.page, pause.seconds) }
    guard case .refused(let failure) = answer.outcome, let pause = failure.pause else { return }
    note(pause.page ?? page.rawValue, pause.seconds)
  }

  /// For how many seconds nothing is to be asked about a page; nil when it may be.
  func seconds(for page: RemoteID) -> Int? {
    [waits[""], waits[page.rawValue]].compactMap(\.self).max()
  }

  /// Why a list was not followed to its end.
  static func failure(_ seconds: Int) -> NetworkFailure {
    NetworkFailure(
      kind: .throttled, reach: .page, detail: "not asked: the network wants fewer calls",
      waitSeconds: seconds)
  }

  private mutating func note(_ page: String, _ seconds: Int) {
    waits[page] = max(waits[page] ?? 0, seconds)
  }
}
