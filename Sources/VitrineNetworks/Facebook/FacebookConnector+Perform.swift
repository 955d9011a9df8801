import VitrineCore

extension FacebookConnector {
  /// Performs calls and answers each in its place; never throws.
  ///
  /// More calls than `abilities.batchSize` become several requests, one after the other. A call
  /// whose id or token cannot be sent is refused here and stops no other.
  package func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    var answers: [NetworkAnswer?] = calls.map(Self.refusal)
    let sendable = calls.indices.filter { answers[$0] == nil && !calls[$0].step.isUpload }
    // A picture goes alone: a batch is a form, and one that is lost would lose every member's answer.
    for place in calls.indices where answers[place] == nil && calls[place].step.isUpload {
      answers[place] = await request([calls[place]])[0]
    }
    var start = 0
    while start < sendable.count {
      let places = sendable[start..<min(start + abilities.batchSize, sendable.count)]
      let found = await request(places.map { calls[$0] })
      for (place, answer) in zip(places, found) { answers[place] = answer }
      start = places.endIndex
    }
    // Each place was filled by a refusal or by its request.
    return answers.compactMap(\.self)
  }

  /// The answer to a call that is not sent at all.
  private static func refusal(_ call: NetworkCall) -> NetworkAnswer? {
    guard call.isSendable else {
      return NetworkAnswer(
        .refused(NetworkFailure(kind: .request, detail: "an id that is none of Facebook's")))
    }
    if call.step.isUpload, call.bytes == nil {
      return NetworkAnswer(
        .refused(NetworkFailure(kind: .content, detail: "a picture without its bytes")))
    }
    guard GraphToken.isSendable(call.token) else {
      return NetworkAnswer(
        .refused(
          NetworkFailure(kind: .token, reach: .page, detail: "the stored token is not a token")))
    }
    return nil
  }

  /// One request for calls that fit into it, and what their lists still lack.
  private func request(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    let reader = reader(hiding: calls.map(\.token))
    var heads: [GraphHead]
    if let appToken, calls.count > 1 || calls.first?.step == .checkToken {
      heads = await batch(calls, appToken: appToken, reader: reader)
    } else {
      heads = []
      for call in calls { heads.append(await single(call, reader: reader)) }
    }
    // Lists are followed only while nothing that came back asks for silence.
    var quiet = GraphQuiet()
    for (head, call) in zip(heads, calls) { quiet.note(head.answer, of: call.page) }
    for (place, call) in calls.enumerated() {
      heads[place].answer = await complete(call, heads[place], reader: reader, &quiet)
    }
    return heads.map(\.answer)
  }

  /// Whether the token of the page behind an account is good.
  func checkToken(ofPageBehind call: NetworkCall) async -> NetworkAnswer {
    var reader = reader(hiding: [call.token])
    reader.isOwnToken = false
    guard let appToken else { return await single(call, reader: reader).answer }
    return await batch([call], appToken: appToken, reader: reader)[0].answer
  }

  /// A call as a plain request with the page's token in the header.
  func single(
    _ call: NetworkCall, reader: GraphAnswerReader, after: String? = nil, isModest: Bool = false
  ) async -> GraphHead {
    var operation = GraphOperation(
      call, proof: proof(of: call.token), after: after,
      isScheduling: configuration.delivery == .scheduled)
    if isModest { operation = operation.modest ?? operation }
    do {
      let reply = GraphReply(
        try await transport.send(operation.exchange(version: configuration.version)))
      note(reply.headers)
      return GraphHead(answer: reader.answer(call, reply), body: reply.body)
    } catch {
      return GraphHead(answer: NetworkAnswer(reader.judge.outcome(error, for: call)))
    }
  }
}

/// The answer to a call, with the body that it was read from: a list may go on behind it.
struct GraphHead: Sendable {
  /// The answer so far.
  var answer: NetworkAnswer
  /// The body, when there was one.
  var body: JSONValue?
}
