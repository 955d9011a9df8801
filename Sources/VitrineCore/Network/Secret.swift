/// A token or key that prints as dots: in a log, an error, a debugger's dump and an interpolation.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let value: String

  /// Wraps a secret text.
  package init(_ value: String) { self.value = value }

  /// No secret: what stands in for a stored token that cannot be opened, and is never sent.
  package static let absent = Secret("")

  /// The text itself; read it only to send it or to encrypt it.
  package var exposed: String { value }

  /// Dots.
  package var description: String { "•••" }

  /// Dots.
  package var debugDescription: String { "•••" }

  /// Nothing to reflect on.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
