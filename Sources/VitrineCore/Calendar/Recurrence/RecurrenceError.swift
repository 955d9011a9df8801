/// What is wrong with a recurrence rule, and where.
package struct RecurrenceError: Error, Hashable, Sendable {
  /// What is wrong, and what to write.
  package let message: Message
  /// How many bytes of the text lie before the part that is wrong.
  package let offset: Int
}
