import VitrineCore
import VitrineStorage

/// Something that a person does, whole: the only way in which anything changes.
///
/// A type that names no action does not compile. The door decides before `prepare` and again in the
/// transaction of `run`; what `run` does is committed together with its records, or not at all.
package protocol UseCase: Sendable {
  /// What `prepare` hands to `run`.
  associatedtype Prepared: Sendable = Void
  /// What the person gets; the same for the command line and for HTTP.
  associatedtype Output: Codable & Sendable

  /// The action that the person needs.
  static var action: Action { get }

  /// On what it is done, and what else the decision must know.
  func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter

  /// The slow part, outside any transaction: files are read before, networks and rendering here.
  func prepare(_ desk: Desk) async throws -> Prepared

  /// The change itself.
  func run(_ prepared: Prepared, in context: Context) throws -> Output
}

extension UseCase where Prepared == Void {
  /// Nothing to prepare.
  package func prepare(_ desk: Desk) async throws {}
}

extension UseCase {
  /// A national matter, unless the use case says otherwise.
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter()
  }
}

/// What an action is on, and what the decision must know about it.
package struct SubjectMatter: Sendable {
  /// The stores.
  package var target: AccessTarget
  /// The broadcast it is about.
  package var broadcast: BroadcastFacts?
  /// The grant that would be made.
  package var delegation: Delegation?
  /// The object's id, for the record of a denial.
  package var object: AuditRecord.Object?

  /// A national matter about nothing in particular.
  package init(
    _ target: AccessTarget = .national, broadcast: BroadcastFacts? = nil,
    delegation: Delegation? = nil, object: AuditRecord.Object? = nil
  ) {
    self.target = target
    self.broadcast = broadcast
    self.delegation = delegation
    self.object = object
  }
}

/// Something that a person reads; rows that the person may not see are not there.
package protocol Query: Sendable {
  /// What the person gets.
  associatedtype Output: Sendable

  /// The action that the person needs, somewhere.
  static var action: Action { get }

  /// Whether the answer concerns the whole country, so that a grant for some stores is not enough.
  static var isNational: Bool { get }

  /// Reads in one snapshot.
  func run(in context: ReadContext) throws -> Output
}

extension Query {
  /// Any scope will do, since the query leaves out what the person may not see.
  package static var isNational: Bool { false }
}
