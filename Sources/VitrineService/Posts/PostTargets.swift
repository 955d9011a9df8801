import VitrineCore
import VitrineStorage

/// For which stores somebody makes a post.
package enum PostTargets: Hashable, Sendable {
  /// One store.
  case store(StoreCode)
  /// The stores of a selector.
  case selector(Selector)

  /// The targets as they were named.
  var description: String {
    switch self {
    case .store(let code): "store:\(code)"
    case .selector(let selector): selector.canonical
    }
  }

  /// The stores themselves, in the order of the register; one that is not there is `notFound`.
  func stores(in register: Register) throws -> [Store] {
    switch self {
    case .selector(let selector): return try register.pick(selector)
    case .store(let code):
      if let store = register.stores.first(where: { $0.code == code }) { return [store] }
      let known = register.stores.map(\.code.rawValue)
      let meant = EditDistance.suggestion(for: code.rawValue, among: known)
      throw Fault(
        .notFound, Message("stores.unknown", TerminalText.excerpt(code.rawValue)),
        hint: meant.map { Message("did.you.mean", $0) }, subject: code.rawValue)
    }
  }

  /// Where they are, as access sees them: closed stores too, so that the door says so.
  func matter(in transaction: any Transaction, at now: Timestamp) throws -> SubjectMatter {
    switch self {
    case .store(let code):
      SubjectMatter(AccessTarget(places: try transaction.places(of: [code], at: now)))
    case .selector:
      SubjectMatter(
        AccessTarget(
          places: try stores(in: Register(in: transaction)).map { $0.place(at: now) }))
    }
  }
}
