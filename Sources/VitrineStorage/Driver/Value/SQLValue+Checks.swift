import VitrineCore

extension [SQLValue] {
  /// Refuses text that holds a NUL, which PostgreSQL cannot store and SQLite would cut off there.
  func refuseNUL() throws {
    for case .text(let text) in self where text.utf8.contains(0) {
      throw Fault(.invalid, Message("storage.nul"))
    }
  }
}
