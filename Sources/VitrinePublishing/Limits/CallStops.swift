import VitrineCore

/// What a worker has heard that is to be left alone, for calls that it has claimed and not sent yet.
///
/// The database knows it too, but only asks when work is claimed; times are nanoseconds of the
/// monotonic clock.
struct CallStops {
  private struct Place: Hashable {
    let network: Network
    let page: String
  }

  private var until: [Place: UInt64] = [:]

  /// Takes in what an answer says.
  mutating func note(_ report: DeliveryReport, at now: UInt64) {
    let network = report.claim.network
    for pause in report.usage.compactMap(\.pause) {
      stop(network, pause.page, pause.seconds, now)
    }
    for effect in report.effects {
      switch effect {
      case .pagePaused(let seconds):
        stop(network, report.delivery.remotePage.rawValue, seconds, now)
      case .appPaused(let seconds): stop(network, "", seconds, now)
      default: break
      }
    }
  }

  /// For how many seconds a call must not be sent; nil when it may be.
  mutating func seconds(for claim: DeliveryClaim, at now: UInt64) -> Int? {
    guard !until.isEmpty else { return nil }
    until = until.filter { $0.value > now }
    let places = [
      Place(network: claim.network, page: ""),
      Place(network: claim.network, page: claim.delivery.remotePage.rawValue),
    ]
    return places.compactMap { until[$0] }.max().map { Int(($0 - now) / 1_000_000_000) + 1 }
  }

  private mutating func stop(_ network: Network, _ page: String, _ seconds: Int, _ now: UInt64) {
    let place = Place(network: network, page: page)
    let end = now + UInt64(max(1, min(seconds, 7 * 86_400))) * 1_000_000_000
    until[place] = max(until[place] ?? 0, end)
  }
}
