import VitrineCore

/// Which pages have left a call without an answer lately, so that they do not keep others waiting.
///
/// A page that was silent while others of its request were answered goes alone from then on. Of a
/// request that was silent as a whole nobody knows which page it was, so its pages go in quarters, and
/// those quarters again, until the one that hangs is alone. An answer takes a page off the list. Times
/// are nanoseconds of the monotonic clock.
struct HangMemory {
  private struct Key: Hashable {
    let network: Network
    let page: RemoteID
  }

  private struct Suspect {
    /// With how many others at most it goes, itself included.
    var size: Int
    var since: UInt64
    /// Whether it is the page and not its company, or the host.
    var isProven: Bool
  }

  private var suspects: [Key: Suspect] = [:]
  private var answered: [Network: UInt64] = [:]

  /// How long a silence is remembered.
  static let lifetime: UInt64 = 600_000_000_000

  /// Whether a page hung while others of its host were answered, so that it is the page.
  func isProven(_ page: RemoteID, of network: Network) -> Bool {
    suspects[Key(network: network, page: page)]?.isProven == true
  }

  /// With how many others at most a page may go, itself included; nil for any number.
  func size(_ page: RemoteID, of network: Network, at now: UInt64) -> Int? {
    guard let suspect = suspects[Key(network: network, page: page)],
      now < suspect.since &+ Self.lifetime
    else { return nil }
    return suspect.size
  }

  /// Takes in which pages of a request were silent, and says what that tells about the host; nil when
  /// it tells nothing, since those pages are known to hang.
  mutating func note(
    _ pages: [(page: RemoteID, isSilent: Bool)], of network: Network, at now: UInt64
  ) -> HostContact? {
    guard !pages.isEmpty else { return nil }
    if pages.contains(where: { !$0.isSilent }) {
      answered[network] = now
      for (page, isSilent) in pages {
        suspects[Key(network: network, page: page)] =
          isSilent ? Suspect(size: 1, since: now, isProven: true) : nil
      }
      return .answered
    }
    let isKnown = pages.allSatisfy {
      suspects[Key(network: network, page: $0.page)]?.isProven == true
    }
    for (page, _) in pages {
      let key = Key(network: network, page: page)
      let before = suspects[key]
      // Alone, silent again, and the host has answered others in between.
      let isAlone = pages.count == 1 && before != nil
      let isProven =
        before?.isProven == true
        || (isAlone && answered[network, default: 0] > before?.since ?? .max)
      suspects[key] = Suspect(size: max(1, pages.count / 4), since: now, isProven: isProven)
    }
    return isKnown ? nil : .silent
  }
}
