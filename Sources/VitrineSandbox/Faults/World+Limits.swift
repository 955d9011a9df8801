/// Limits: throttles, blocks, budgets, and the headers that tell of them.
extension World {
  private static let pageWindow: Int64 = 24 * 3_600_000
  private static let appWindow: Int64 = 3_600_000
  /// 200 calls an hour for each of a thousand people, the platform's budget for user and app tokens.
  private static let appBudget = 200_000

  /// The error of whatever stops this call; counts the call against its budget otherwise.
  mutating func limit(
    of call: GraphCall, on page: Int?, kind: CallKind, at now: Instant, times: Int
  ) -> GraphError? {
    if let throttle = appThrottle {
      if throttle.until > now {
        statistics.whileThrottled += times
        return throttle.error
      }
      appThrottle = nil
    }
    guard let page else {
      if appWindowEnds <= now {
        appCalls = 0
        appWindowEnds = now.advanced(byMilliseconds: Self.appWindow)
      }
      appCalls += times
      return nil
    }
    if let throttle = pages[page].throttle {
      if throttle.until > now {
        statistics.whileThrottled += times
        return throttle.error
      }
      pages[page].throttle = nil
    }
    if pages[page].windowEnds <= now {
      pages[page].callsInWindow = 0
      pages[page].windowEnds = now.advanced(byMilliseconds: Self.pageWindow)
    }
    pages[page].callsInWindow += times
    if let budget = callsPerPage, pages[page].callsInWindow > budget {
      pages[page].throttle = Throttle(error: .pageThrottled, until: pages[page].windowEnds)
      return .pageThrottled
    }
    if kind.isWrite, kind != .delete, pages[page].blockedUntil > now { return .spamBlocked }
    return nil
  }

  /// The usage headers of an answer; absent while the usage is below one per cent, as on the network.
  func usageHeaders(of call: GraphCall, at now: Instant) -> [GraphAnswer.Header] {
    var headers: [GraphAnswer.Header] = []
    let appPercent =
      appThrottle.map { $0.until > now ? 100 : 0 }
      ?? min(appCalls * 100 / Self.appBudget, 99)
    if appPercent > 0 {
      headers.append(
        .init(
          name: "X-App-Usage",
          value:
            "{\"call_count\":\(appPercent),\"total_time\":\(appPercent / 2),"
            + "\"total_cputime\":\(appPercent / 2)}"))
    }
    guard let index = page(of: call) else { return headers }
    let page = pages[index]
    let percent: Int
    var minutes = 0
    if let throttle = page.throttle, throttle.until > now {
      percent = 100
      minutes = throttle.minutesLeft(at: now)
    } else if let budget = callsPerPage, budget > 0 {
      percent = page.callsInWindow * 100 / budget
    } else {
      percent = 0
    }
    if percent > 0 {
      headers.append(
        .init(
          name: "X-Business-Use-Case-Usage",
          value:
            "{\"\(page.id)\":[{\"type\":\"pages\",\"call_count\":\(percent),"
            + "\"total_cputime\":\(percent / 4),\"total_time\":\(percent / 4),"
            + "\"estimated_time_to_regain_access\":\(minutes)}]}"))
    }
    return headers
  }

  /// Takes all faults away, and with them the throttles, blocks and lags that they left behind.
  mutating func clearFaults() {
    faults = []
    appThrottle = nil
    let past = Instant(milliseconds: .min)
    for index in pages.indices {
      pages[index].throttle = nil
      pages[index].blockedUntil = past
    }
    for index in posts.indices { posts[index].listedFrom = past }
  }
}
