/// A way in which notices leave the desk: a program of the retailer's, or an address.
package protocol NoticeChannel: Sendable {
  /// Its name in the table of what was sent; stable.
  var name: String { get }

  /// Hands one message over; throws a `Fault` when it is not sure that it arrived.
  func send(_ message: NoticeMessage) async throws

  /// Lets go of what it holds; it is of no use afterwards.
  func close() async
}

extension NoticeChannel {
  /// Nothing to let go of.
  package func close() async {}
}

/// What leaves: one notice, or several of one bundle to one person.
package struct NoticeMessage: Hashable, Sendable {
  /// The id of the first of them: a receiver that has seen it need not do anything again.
  package let id: String
  /// The document, as JSON.
  package let body: [UInt8]

  /// Makes a message.
  package init(id: String, body: [UInt8]) {
    self.id = id
    self.body = body
  }
}
