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

  /// Whether it is done to what is the person's own, so that no grant is needed for the actions of
  /// `Action.freeOnOneself`.
  static var isOwn: Bool { get }

  /// On what it is done, and what else the decision must know.
  func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter

  /// The same, where the time matters: a store closes, a grant ends. The door asks this one.
  func subjectMatter(in transaction: any Transaction, at now: Timestamp) throws -> SubjectMatter

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
  /// It is about others, unless the use case says otherwise.
  package static var isOwn: Bool { false }

  /// A national matter or the person's own, unless the use case says otherwise.
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(Self.isOwn ? .own : .national)
  }

  /// The time does not matter, unless the use case says otherwise.
  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    try subjectMatter(in: transaction)
  }
}
