import VitrineCore

/// The end of a call before its last question: what it answers instead.
struct AnsweredEarly: Error {
  let answer: NetworkAnswer

  init(_ answer: NetworkAnswer) { self.answer = answer }

  init(_ outcome: NetworkAnswer.Outcome) { answer = NetworkAnswer(outcome) }

  /// A refusal of ours, of something that was not sent.
  static func refused(_ kind: NetworkFailure.Kind, _ words: String) -> AnsweredEarly {
    AnsweredEarly(.refused(NetworkFailure(kind: kind, detail: words)))
  }
}

/// What Graph said to one question, without an error.
struct GraphWords: Sendable {
  let body: JSONValue
  let usage: [NetworkUsage]
}

extension InstagramConnector {
  /// Puts one question of a call, with the token of the account's page in the header.
  ///
  /// Throws what the call answers when there is no readable success: by whether the call as a whole
  /// writes, a lost answer is unknown or a refusal.
  func ask(
    _ method: HTTPExchange.Method, _ path: String,
    _ parameters: [(name: String, value: String)] = [], for call: NetworkCall
  ) async throws(AnsweredEarly) -> GraphWords {
    let operation = GraphOperation(
      method: method, path: path, parameters: parameters, token: call.token,
      proof: graph.proof(of: call.token))
    let judge = graph.reader(hiding: [call.token]).judge
    let reply: GraphReply
    do {
      let exchange = operation.exchange(version: graph.configuration.version)
      reply = GraphReply(try await graph.transport.send(exchange))
    } catch {
      throw AnsweredEarly(judge.outcome(error, for: call))
    }
    graph.note(reply.headers)
    let usage = GraphUsage.read(reply.headers, page: call.page)
    if let error = GraphError(answer: reply.body) {
      let outcome = judge.outcome(error, for: call, headers: reply.headers, usage: usage)
      throw AnsweredEarly(NetworkAnswer(outcome, usage: usage))
    }
    guard reply.isSuccess, let body = reply.body else {
      let words = reply.body == nil ? "an answer that is not JSON" : "an answer without an error"
      throw AnsweredEarly(
        NetworkAnswer(
          judge.unanswered(call, "\(words) (status \(reply.status))", headers: reply.headers),
          usage: usage))
    }
    return GraphWords(body: body, usage: usage)
  }

  /// The number of what a call made.
  ///
  /// Without one the answer was cut short; what is no number is none of the network's.
  func number(in words: GraphWords, of call: NetworkCall) throws(AnsweredEarly) -> RemoteID {
    guard let text = words.body["id"]?.string, GraphID.isNumber(RemoteID(text)) else {
      throw unexpected("id", call)
    }
    return RemoteID(text)
  }

  /// The end of a call whose answer lacks what it must have.
  func unexpected(_ field: String, _ call: NetworkCall) -> AnsweredEarly {
    let judge = graph.reader(hiding: [call.token]).judge
    return AnsweredEarly(judge.unanswered(call, "an answer without the expected \(field)"))
  }
}
