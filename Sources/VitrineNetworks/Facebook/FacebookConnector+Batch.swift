import VitrineCore

extension FacebookConnector {
  /// Calls as one batch under the app's token.
  ///
  /// The answer must be a list as long as the request. Where it is not, nobody can say which member
  /// answers which call, so all writes are unknown.
  func batch(
    _ calls: [NetworkCall], appToken: Secret, reader: GraphAnswerReader
  ) async -> [GraphHead] {
    let reply: HTTPReply
    do {
      reply = try await transport.send(exchange(calls, appToken: appToken))
    } catch {
      return calls.map { GraphHead(answer: NetworkAnswer(reader.judge.outcome(error, for: $0))) }
    }
    let whole = GraphReply(reply)
    note(whole.headers)
    let usage = GraphUsage.read(whole.headers, page: nil)
    let heads = read(whole, calls, usage: usage, reader: reader)
    return heads.enumerated().map { place, head in
      // What the answer as a whole says stands on its first member only; once is enough.
      guard place == 0, !usage.isEmpty else { return head }
      return GraphHead(
        answer: NetworkAnswer(head.answer.outcome, usage: usage + head.answer.usage),
        body: head.body)
    }
  }

  private func read(
    _ whole: GraphReply, _ calls: [NetworkCall], usage: [NetworkUsage], reader: GraphAnswerReader
  ) -> [GraphHead] {
    if let error = GraphError(answer: whole.body) {
      return calls.map { call in
        GraphHead(
          answer: NetworkAnswer(
            reader.judge.outcome(
              error, for: call, asker: .app, headers: whole.headers, usage: usage)))
      }
    }
    guard whole.isSuccess, let members = whole.body?.array, members.count == calls.count else {
      let words = "no list of \(calls.count) answers (status \(whole.status))"
      return calls.map { call in
        GraphHead(
          answer: NetworkAnswer(reader.judge.unanswered(call, words, headers: whole.headers)))
      }
    }
    return zip(calls, members).map { call, member in
      let reply = GraphReply(member: member)
      let asker: GraphJudge.Asker = call.step == .checkToken ? .app : .page
      return GraphHead(answer: reader.answer(call, reply, asker: asker), body: reply?.body)
    }
  }

  private func exchange(_ calls: [NetworkCall], appToken: Secret) -> HTTPExchange {
    let appProof = proof(of: appToken)
    let members: [JSON] = calls.map { call in
      if call.step == .checkToken {
        return GraphOperation(checking: call.token, appToken: appToken, proof: appProof).member
      }
      return GraphOperation(call, proof: proof(of: call.token)).member
    }
    var form = FormEncoding()
    form.add("access_token", appToken.exposed)
    if let appProof { form.add("appsecret_proof", appProof) }
    form.add("include_headers", "true")
    form.add("batch", JSON.array(members).text)
    return HTTPExchange(
      method: .post, target: "/\(configuration.version)/", bearer: appToken.exposed,
      form: form.text)
  }
}
