import VitrineCore
import VitrineStorage

/// Something that a person reads; rows that the person may not see are not there.
package protocol Query: Sendable {
  /// What the person gets.
  associatedtype Output: Sendable

  /// The action that the person needs, somewhere.
  static var action: Action { get }

  /// Whether the answer concerns the whole country, so that a grant for some stores is not enough.
  static var isNational: Bool { get }

  /// What it is about; by default the country or nothing in particular, as `isNational` says.
  func subjectMatter(in context: ReadContext) throws -> SubjectMatter

  /// The record that asking makes, where the question is about one person.
  var inquiry: Inquiry? { get }

  /// Reads in one snapshot.
  func run(in context: ReadContext) throws -> Output
}

extension Query {
  /// Any scope will do, since the query leaves out what the person may not see.
  package static var isNational: Bool { false }

  /// Most questions are about nobody in particular.
  package var inquiry: Inquiry? { nil }

  /// The country or nothing in particular.
  package func subjectMatter(in context: ReadContext) throws -> SubjectMatter {
    SubjectMatter(Self.isNational ? .national : .anywhere)
  }
}
