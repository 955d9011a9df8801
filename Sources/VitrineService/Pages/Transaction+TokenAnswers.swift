import VitrineCore
import VitrineStorage

extension Transaction {
  /// Notes what the network says about the tokens of pages, and when they end.
  ///
  /// A good token mends what a token can be to blame for, and nothing else: whether the page lets us
  /// publish, or the network wants to see a person, was not asked.
  func take(
    _ answers: [(StoredPage, NetworkAnswer.Outcome)], at now: Timestamp
  ) throws -> CheckPages.Output {
    var connected = 0
    var attention = 0
    var unclear = 0
    for (page, outcome) in answers {
      var expires: Timestamp?
      var isAnswered = false
      switch outcome {
      case .tokenGood(let end):
        expires = end
        isAnswered = true
        if page.trouble?.isOfToken ?? true {
          connected += 1
          try setPage(page.id, connected: page.connected, .connected, nil, at: now)
        } else {
          attention += 1
          try setPage(
            page.id, connected: page.connected, .needsAttention, page.trouble, at: now)
        }
      case .refused(let failure) where failure.kind.needsPerson:
        attention += 1
        try setPage(
          page.id, connected: page.connected, .needsAttention, Trouble(failure), at: now)
      default: unclear += 1
      }
      try noteTokenCheck(
        of: page.id, connected: page.connected, isAnswered: isAnswered, expires: expires, at: now)
    }
    return CheckPages.Output(
      checked: answers.count, connected: connected, needsAttention: attention, unclear: unclear)
  }
}
