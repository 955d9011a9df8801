import VitrineCore
import VitrineStorage

/// Lets a person compare the pages with the log, and records that they asked for it.
///
/// The comparison itself takes a request for every fifty pages; so it is the system's work, on behalf
/// of this person.
package struct BeginReconcile: UseCase {
  package static let action = Action.auditReconcile
  /// Of which stores; nil for every one.
  package let selector: Selector?

  /// Makes the use case.
  package init(selector: Selector?) { self.selector = selector }

  /// Who asked.
  package struct Output: Codable, Sendable {
    /// The person.
    package let person: UserID
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    if let selector { _ = try Register(in: context.transaction).pick(selector) }
    var detail: [String: JSON] = [:]
    if let selector { detail["selector"] = .string(selector.canonical) }
    context.record(
      .auditReconcile, object: AuditRecord.Object(type: "reconcile", id: "pages"),
      state: "begun", detail: detail)
    return Output(person: context.session.user)
  }
}
