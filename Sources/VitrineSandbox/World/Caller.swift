/// Who a token stands for.
enum Caller: Sendable, Equatable {
  case user
  case page(Int)
  case app
}

extension World {
  /// Finds out who calls, and checks the proof that may come with the token.
  func caller(of call: GraphCall) throws(GraphError) -> Caller {
    guard let token = call.token, !token.isEmpty else {
      throw call.segments.first == "me" ? .activeUserNeeded : .noToken
    }
    guard let owner = callers[token] else {
      if token.utf8.contains(0x7C) {
        throw GraphError(
          status: 401, code: 190, message: "Invalid OAuth access token signature.")
      }
      throw .unreadableToken
    }
    if let proof = call.parameters["appsecret_proof"] {
      guard proof == self.proof(for: owner, token) else { throw .wrongProof }
    } else if switches.proofRequired, owner != .app {
      throw .missingProof
    }
    return owner
  }

  private func proof(for caller: Caller, _ token: String) -> String {
    switch caller {
    case .page(let index): pages[index].proof
    case .user, .app: credentials.proof(of: token)
    }
  }

  /// Demands the page's own token, as everything that changes a page does.
  func demandToken(of page: Int, _ caller: Caller) throws(GraphError) {
    switch caller {
    case .page(page): return
    case .page: throw .mayNotPublish
    case .user, .app: throw .pageTokenNeeded
    }
  }

  /// Demands a token that may see what is not public about a page.
  func demandSight(of page: Int, _ caller: Caller) throws(GraphError) {
    switch caller {
    case .page(page), .user: return
    case .page, .app: throw .otherPagesToken
    }
  }
}
