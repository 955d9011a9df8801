/// Where pictures are put so that a network can fetch them: Instagram takes an address, not bytes.
///
/// Given by whoever may write files; this room does not.
package protocol MediaShelf: Sendable {
  /// Puts a JPEG where everybody can fetch it, and returns its address.
  ///
  /// Putting the same bytes twice is harmless. Throws when it cannot be put there.
  func put(_ bytes: [UInt8], digest: String) async throws -> String
}
