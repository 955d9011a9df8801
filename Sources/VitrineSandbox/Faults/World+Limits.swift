/// Limits: throttles, blocks, budgets, and the headers that tell of them.
extension World {
  private static let pageWindow: Int64 = 24 * 3_600_000
  private static let appWindow: Int64 = 3_600_000
  /// 200 calls an hour for each of a thousand people, the platform's budget for user and app tokens.
  private static let appBudget = 200_000

  /// The error of whatever stops this call; counts the call against its budget otherwise.
  mutating func limit(
    of call: GraphCall, on holder: Budget.Holder?, kind: CallKind, at now: Instant, times: Int
  ) -> GraphError? {
    if let throttle = appThrottle {
      if throttle.until > now {
        statistics.whileThrottled += times
        return throttle.error
      }
      appThrottle = nil
    }
    guard let holder else {
      if appWindowEnds <= now {
        appCalls = 0
        appWindowEnds = now.advanced(byMilliseconds: Self.appWindow)
      }
      appCalls += times
      return nil
    }
    if let throttle = self[budget: holder].throttle {
      if throttle.until > now {
        statistics.whileThrottled += times
        return throttle.error
      }
      self[budget: holder].throttle = nil
    }
    if self[budget: holder].windowEnds <= now {
      self[budget: holder].callsInWindow = 0
      self[budget: holder].windowEnds = now.advanced(byMilliseconds: Self.pageWindow)
    }
    self[budget: holder].callsInWindow += times
    let budget = self[budget: holder]
    if let most = callsPerPage, budget.callsInWindow > most {
      let error = GraphError.throttled(holder.network)
      self[budget: holder].throttle = Throttle(error: error, until: budget.windowEnds)
      return error
    }
    if kind.isWrite, kind != .delete, budget.blockedUntil > now { return .spamBlocked }
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
    guard let holder = holder(of: call) else { return headers }
    let budget = self[budget: holder]
    let percent: Int
    var minutes = 0
    if let throttle = budget.throttle, throttle.until > now {
      percent = 100
      minutes = throttle.minutesLeft(at: now)
    } else if let most = callsPerPage, most > 0 {
      percent = budget.callsInWindow * 100 / most
    } else {
      percent = 0
    }
    if percent > 0 {
      headers.append(
        .init(
          name: "X-Business-Use-Case-Usage",
          value:
            "{\"\(id(of: holder))\":[{\"type\":\"\(holder.network == .facebook ? "pages" : "instagram")\","
            + "\"call_count\":\(percent),"
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
      for network in SandboxNetwork.allCases {
        let holder = Budget.Holder(page: index, network: network)
        self[budget: holder].throttle = nil
        self[budget: holder].blockedUntil = past
      }
    }
    for index in posts.indices { posts[index].listedFrom = past }
  }
}
