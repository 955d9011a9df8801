import VitrineCore
import VitrineStorage

/// The pages that the person may see, with what each one lacks.
package struct ListPages: Query {
  package static let action = Action.pageRead
  /// Of which stores; nil for every one.
  package let selector: Selector?

  /// Makes the query.
  package init(selector: Selector?) { self.selector = selector }

  package func run(in context: ReadContext) throws -> [StoredPage] {
    let register = try Register(in: context.transaction)
    let picked = try selector.map { try register.pick($0) } ?? register.stores
    return picked.filter { context.may(.pageRead, at: $0.place) }
      .flatMap { register.pages[$0.code] ?? [] }
  }
}
