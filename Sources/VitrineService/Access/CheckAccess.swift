import VitrineCore
import VitrineStorage

/// What the door would say to a person, now or at another instant.
///
/// It decides the request that the door decides, built by the same code, so the two cannot disagree.
/// Everybody may ask about themselves; about others, who may review access. For an instant that has
/// passed, grants and suspensions count as they were then; broadcasts, posts and stores are looked at
/// as they are now.
package struct CheckAccess: Query {
  package static let action = Action.accessReview
  /// The question.
  package let question: AccessQuestion

  /// Makes the query.
  package init(_ question: AccessQuestion) { self.question = question }

  package func subjectMatter(in context: ReadContext) throws -> SubjectMatter {
    SubjectMatter(question.user == context.session.user ? .own : .national)
  }

  package func run(in context: ReadContext) throws -> AccessAnswer {
    let transaction = context.transaction
    let instant = question.at ?? context.now
    var unknown: [String] = []
    let action = Action(rawValue: question.action)
    if action == nil { unknown.append(question.action) }
    let account = try transaction.account(question.user)
    if account == nil { unknown.append(question.user.rawValue) }
    var scopes: Set<Action>?
    if let names = question.tokenScopes {
      scopes = Set(names.compactMap(Action.init(rawValue:)))
      unknown += names.filter { Action(rawValue: $0) == nil }
    }
    let matter = try action.flatMap {
      try transaction.matter(of: question, for: $0, at: instant, unknown: &unknown)
    }
    guard unknown.isEmpty, let action, let account, let matter else {
      return AccessAnswer(
        decision: .deny(.unknownName), grants: [], unknownNames: unknown, roles: [],
        name: account?.name ?? question.user.rawValue)
    }
    let subject = try transaction.subject(account.id, at: min(instant, context.now))
    var request = matter.request(
      by: subject,
      with: AccessCredential(
        scopes: scopes, isPersonal: scopes != nil, signInAge: question.authAge,
        ticket: question.ticket),
      for: action, stepUpMinutes: context.desk.rules.stepUpMinutes, at: instant)
    if action == .broadcastRead, let object = question.object {
      request.target = try transaction.readable(BroadcastID(object), request) ?? request.target
    }
    let decision = Decision(request)
    var used: [Grant] = []
    if case .allow(let ids) = decision { used = subject.grants.filter { ids.contains($0.id) } }
    return AccessAnswer(
      decision: decision, grants: used, unknownNames: [],
      roles: Role.allCases.filter { $0.actions.contains(action) }, name: account.name)
  }
}

extension Transaction {
  /// A store at which a person may read a broadcast that is no longer head office's own.
  ///
  /// Lists show a store its rows of a broadcast, so one store that is covered is enough.
  func readable(_ id: BroadcastID, _ request: AccessRequest) throws -> AccessTarget? {
    guard let broadcast = try broadcast(id), broadcast.isKnownToStores else { return nil }
    let codes = Set(
      try rows(
        "SELECT DISTINCT store_code FROM delivery WHERE broadcast_id = ?1", [SQLValue(id)]
      ).map { StoreCode(try $0.text("store_code")) })
    return try places().lazy.filter { codes.contains($0.code) }
      .map { AccessTarget(places: [$0]) }
      .first { target in
        var request = request
        request.target = target
        return Decision(request).rule == nil
      }
  }

  /// A person as access saw them at an instant that is not to come.
  func subject(_ id: UserID, at time: Timestamp) throws -> Subject {
    Subject(
      id: id, isActive: try accountState(of: id, at: time) == .active,
      grants: try grants(of: id, at: time))
  }
}
