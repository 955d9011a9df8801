/// Something that was given to the sandbox from outside cannot be used: a fault, a switch, a data file.
package struct SandboxInputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong and what would be right, in English, lower case and without a period.
  package let message: String

  package var description: String { message }

  init(_ message: String) {
    self.message = message
  }
}
