/// The column names of an answer and where each of them stands.
package struct RowColumns: Sendable {
  /// The names in order.
  package let names: [String]
  /// The position of a name; of two columns with one name, the first.
  package let indices: [String: Int]

  /// Makes the table of positions once for all the rows of an answer.
  package init(_ names: [String]) {
    self.names = names
    indices = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }
}
