import VitrineCore

/// Why somebody does something: asked for where a person will want to know later.
enum Reason {
  /// Refuses a reason that says nothing, or a whole essay.
  static func check(_ text: String) throws {
    guard text.utf8.contains(where: { $0 > 32 }), text.utf8.count <= 1_000 else {
      throw Fault(.usage, Message("people.reason"), subject: "--reason")
    }
  }
}
