import VitrineCore
import VitrineStorage

extension ExamineDesk {
  /// Messages that are no longer on all their pages as they were released, since nobody repairs them unasked.
  func verified(_ context: ReadContext) throws -> [Check] {
    try context.transaction.damagedBroadcasts(at: context.now).map { title, result in
      Check(
        name: "verified", status: .warning,
        detail: Message(
          "doctor.verified", title, result.broadcast, result.altered, result.missing, result.at))
    }
  }
}
