/// One step of the schema, forward only.
package struct Migration: Sendable {
  /// Its place in the order, from 1, each the one before plus one; never reused.
  package let number: Int
  /// The statements that take the step, one string each.
  package let statements: @Sendable (Dialect) -> [String]

  /// Makes a step.
  package init(_ number: Int, statements: @escaping @Sendable (Dialect) -> [String]) {
    self.number = number
    self.statements = statements
  }
}
