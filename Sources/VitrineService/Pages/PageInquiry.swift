import VitrineCore
import VitrinePublishing
import VitrineStorage

/// Puts questions to the pages of one network, a batch at a time.
///
/// Questions are the least urgent calls there are: a page that the network has asked to leave alone
/// is not asked, and while the whole app is told to wait nothing is sent. What cannot be asked is
/// answered with the reason, so that nobody takes a page that was not looked at for one that is well.
package struct PageInquiry: Sendable {
  let desk: Desk
  let network: Network
  /// How long a throttle of the whole app is waited for, in milliseconds; a longer one ends the round.
  let patience: Int64

  /// Makes an inquiry.
  package init(desk: Desk, network: Network, patience: Int64 = 120_000) {
    self.desk = desk
    self.network = network
    self.patience = patience
  }

  /// A question about one page.
  package struct Question: Sendable {
    let page: StoredPage
    let sealed: SealedToken?
    let step: NetworkCall.Step

    /// Makes a question; without a token it is answered as unreadable.
    package init(page: StoredPage, sealed: SealedToken?, step: NetworkCall.Step) {
      self.page = page
      self.sealed = sealed
      self.step = step
    }
  }

  /// The answers, each in the place of its question.
  ///
  /// Throws what the database throws; what the network does wrong is in the answers.
  package func ask(_ questions: [Question]) async throws -> [NetworkAnswer.Outcome] {
    guard let connector = desk.networks[network] else {
      let failure = NetworkFailure(kind: .request, detail: "the network is not built in")
      return questions.map { _ in .refused(failure) }
    }
    var outcomes: [NetworkAnswer.Outcome] = []
    var rest = questions[...]
    while !rest.isEmpty {
      let room = try await waitForRoom()
      // A host that does not answer is tried with one question.
      let size = room.isTry ? 1 : max(1, connector.abilities.batchSize)
      let batch = Array(rest.prefix(size))
      rest = rest.dropFirst(batch.count)
      outcomes += try await ask(batch, connector, room)
    }
    return outcomes
  }

  private func ask(
    _ batch: [Question], _ connector: any NetworkConnector, _ room: QuestionRoom
  ) async throws -> [NetworkAnswer.Outcome] {
    var outcomes: [NetworkAnswer.Outcome?] = batch.map { _ in nil }
    var calls: [(place: Int, call: NetworkCall)] = []
    let now = desk.time.now()
    for (place, question) in batch.enumerated() {
      if let until = room.until(question.page.remoteID) {
        outcomes[place] = .refused(
          Self.throttled(max(1, Int((until.milliseconds(since: now) + 999) / 1000))))
      } else if let token = question.sealed.flatMap({
        desk.vault.open($0, page: question.page.id, network: network)
      }) {
        let call = NetworkCall(page: question.page.remoteID, token: token, step: question.step)
        calls.append((place, call))
      } else {
        outcomes[place] = .refused(
          NetworkFailure(kind: .unreadable, detail: "the stored token cannot be opened"))
      }
    }
    let answers = calls.isEmpty ? [] : await connector.perform(calls.map(\.call))
    for ((place, _), answer) in zip(calls, answers) { outcomes[place] = answer.outcome }
    try await note(zip(calls.map(\.call.page), answers).map { ($0, $1) }, room)
    // Each place was filled by a refusal or by its answer.
    return outcomes.compactMap(\.self)
  }

  /// Waits while the whole app is told to, and for a moment while mandatory messages are sent: then a
  /// batch of questions goes all the same, so that a long evening leaves no page unlooked at.
  private func waitForRoom() async throws -> QuestionRoom {
    var courtesy = Self.courtesy
    while true {
      let now = desk.time.now()
      let room = try await desk.database.read { try QuestionRoom(network, in: $0, at: now) }
      if let until = room.app, until.milliseconds(since: now) <= patience {
        try await desk.time.sleep(max(1, until.milliseconds(since: now)))
      } else if room.isMandatoryDue, courtesy > 0, room.app == nil {
        courtesy -= 500
        try await desk.time.sleep(500)
      } else {
        return room
      }
    }
  }

  /// How long a batch of questions waits for mandatory messages, in milliseconds.
  static let courtesy: Int64 = 30_000

  private func note(
    _ answers: [(page: RemoteID, answer: NetworkAnswer)], _ room: QuestionRoom
  ) async throws {
    guard !answers.isEmpty else { return }
    let now = desk.time.now()
    var pauses: [(page: String, seconds: Int)] = []
    for (page, answer) in answers {
      pauses += answer.usage.compactMap(\.pause)
      guard case .refused(let failure) = answer.outcome, let pause = failure.pause else { continue }
      pauses.append((pause.page ?? page.rawValue, pause.seconds))
    }
    let usage = answers.flatMap(\.answer.usage)
    let isSilent = answers.allSatisfy(\.answer.isSilence)
    guard
      !pauses.isEmpty || isSilent || room.isWatched || desk.rules.callRates != nil
        || usage.contains(where: { $0.percent >= UsageLevel.easedFrom })
    else { return }
    let found = pauses
    try await desk.database.write { transaction in
      let limits = ExchangeLimits(desk.rules.callRates)
      try limits.load(transaction, isBeat: false, at: now)
      for (page, seconds) in found {
        try transaction.throttle(
          network, page: page, until: now.advanced(bySeconds: Int64(seconds)))
      }
      // What was asked is charged, whatever is left.
      for (page, _) in answers { _ = limits.admits(network, page, .reads) }
      limits.note(usage, of: network)
      limits.note(isSilent ? .silent : .answered, of: network)
      try limits.save(transaction)
    }
  }

  private static func throttled(_ seconds: Int) -> NetworkFailure {
    NetworkFailure(
      kind: .throttled, detail: "not asked: the network wants fewer calls",
      waitSeconds: seconds)
  }
}

extension Transaction {
  /// Until when calls are stopped now, by page, and under no name for the whole app.
  func throttles(of network: Network, at now: Timestamp) throws -> [String: Timestamp] {
    var pauses: [String: Timestamp] = [:]
    for row in try rows(
      "SELECT remote_page, until FROM throttle WHERE network = ?1 AND until > ?2",
      [.text(network.rawValue), SQLValue(now)])
    {
      pauses[try row.text("remote_page")] = try row.timestamp("until")
    }
    return pauses
  }
}
