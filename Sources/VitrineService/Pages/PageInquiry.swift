import VitrineCore
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
      let batch = Array(rest.prefix(max(1, connector.abilities.batchSize)))
      rest = rest.dropFirst(batch.count)
      outcomes += try await ask(batch, connector)
    }
    return outcomes
  }

  private func ask(
    _ batch: [Question], _ connector: any NetworkConnector
  ) async throws -> [NetworkAnswer.Outcome] {
    var outcomes: [NetworkAnswer.Outcome?] = batch.map { _ in nil }
    let pauses = try await waitForTheApp()
    var calls: [(place: Int, call: NetworkCall)] = []
    for (place, question) in batch.enumerated() {
      if let seconds = pauses[question.page.remoteID.rawValue] ?? pauses[""] {
        outcomes[place] = .refused(Self.throttled(seconds))
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
    try await note(zip(calls.map(\.call.page), answers).map { ($0, $1) })
    // Each place was filled by a refusal or by its answer.
    return outcomes.compactMap(\.self)
  }

  /// What is to be left alone now: seconds by page, and under no name those of the whole app.
  private func waitForTheApp() async throws -> [String: Int] {
    while true {
      let now = desk.time.now()
      let pauses = try await desk.database.read { try $0.throttles(of: network, at: now) }
      guard let until = pauses[""], until.milliseconds(since: now) <= patience else {
        return pauses.mapValues { Int(($0.milliseconds(since: now) + 999) / 1000) }
      }
      try await desk.time.sleep(max(1, until.milliseconds(since: now)))
    }
  }

  private func note(_ answers: [(page: RemoteID, answer: NetworkAnswer)]) async throws {
    let now = desk.time.now()
    var pauses: [(page: String, seconds: Int)] = []
    for (page, answer) in answers {
      pauses += answer.usage.compactMap(\.pause)
      guard case .refused(let failure) = answer.outcome, failure.kind == .throttled else {
        continue
      }
      let isWide = failure.reach == .app || failure.reach == .user
      pauses.append((isWide ? "" : page.rawValue, max(1, failure.waitSeconds ?? 60)))
    }
    guard !pauses.isEmpty else { return }
    let found = pauses
    try await desk.database.write { transaction in
      for (page, seconds) in found {
        try transaction.throttle(
          network, page: page, until: now.advanced(bySeconds: Int64(seconds)))
      }
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
