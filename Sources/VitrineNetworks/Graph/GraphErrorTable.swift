import VitrineCore

/// What each error of the Graph API means for us, as data.
///
/// The rows follow Meta's error pages and field reports. Two things that only the text of code 1
/// tells apart ("reduce the amount of data", "creating the share") are not told apart: texts change.
struct GraphErrorTable: Sendable {
  /// Which subcodes a row is about.
  enum Subcodes: Equatable, Sendable {
    /// All, and none.
    case any
    /// These only.
    case these([Int])
    /// These, or no subcode at all.
    case noneOr([Int])
  }

  /// Whether a write that got this error may have had its effect all the same.
  enum Effect: Equatable, Sendable {
    /// Nothing was published.
    case none
    /// Perhaps; the page has to be read before anything is sent again.
    case possible
  }

  /// One line of the table.
  struct Row: Equatable, Sendable {
    /// The codes it is about.
    let codes: ClosedRange<Int>
    /// The subcodes it is about.
    let subcodes: Subcodes
    /// What it means.
    let kind: NetworkFailure.Kind
    /// What it stops.
    let reach: NetworkFailure.Reach
    /// Whether a write may have had its effect.
    let effect: Effect
    /// For how long at least, in seconds.
    let wait: Int?

    /// Whether the row is about an error.
    func matches(_ error: GraphError) -> Bool {
      guard let code = error.code, codes.contains(code) else { return false }
      return switch subcodes {
      case .any: true
      case .these(let listed): error.subcode.map(listed.contains) ?? false
      case .noneOr(let listed): error.subcode.map(listed.contains) ?? true
      }
    }
  }

  /// The rows; the first that matches counts, so the particular stand before the general.
  let rows: [Row]

  /// The row of an error; `nil` for one that nobody has described.
  func row(for error: GraphError) -> Row? { rows.first { $0.matches(error) } }
}
