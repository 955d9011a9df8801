import VitrineCore
import VitrineStorage

/// Sends notices out of the desk: each at least once by each channel, known by its id.
///
/// Claimed in one transaction, sent in none, settled in another. A sender that dies in between leaves a
/// claim that runs out, and the message is sent again under the same id.
package struct NoticeSender: Sendable {
  private let desk: Desk
  private let channels: [any NoticeChannel]
  private let language: Language
  private let pace: NoticePace

  /// Makes a sender; `language` is that of people who have chosen none.
  package init(
    _ desk: Desk, channels: [any NoticeChannel], language: Language, pace: NoticePace = NoticePace()
  ) {
    self.desk = desk
    self.channels = channels
    self.language = language
    self.pace = pace
  }

  /// The first wait after a failure and the longest one, in milliseconds.
  private static let waits: ClosedRange<Int64> = 10_000...3_600_000

  /// Sends what is to leave now, and returns how many messages arrived.
  @discardableResult
  package func run() async throws -> Int {
    var sent = 0
    for channel in channels { sent += try await run(channel) }
    return sent
  }

  private func run(_ channel: any NoticeChannel) async throws -> Int {
    let (now, pace) = (desk.time.now(), pace)
    let name = channel.name
    guard
      try await desk.database.read({ try $0.hasNoticesToSend(for: name, pace, at: now) })
    else { return 0 }
    let parcels = try await desk.database.write { transaction in
      // The same first lock as the door takes: no two workers claim the same.
      _ = try transaction.auditHead(lock: true)
      return try transaction.claimNotices(for: name, pace, at: now)
        .filter { !$0.notices.isEmpty }
        .map { ($0, try transaction.addressee($0.notices[0].person)) }
    }
    var sent = 0
    for (parcel, addressee) in parcels {
      let message = NoticeMessage(
        id: parcel.id, body: document(parcel, addressee).bytes)
      do {
        try await channel.send(message)
        sent += 1
        let now = desk.time.now()
        try await desk.database.write { try $0.noteSent(parcel.id, by: name, at: now) }
      } catch let fault as Fault where fault.code == .unavailable {
        let now = desk.time.now()
        let wait = wait(after: parcel, now)
        try await desk.database.write {
          try $0.noteUnsent(parcel.id, by: name, fault.message, wait: wait, at: now)
        }
      }
    }
    return sent
  }

  /// How long to wait; nil when the term is over before the next attempt.
  private func wait(after parcel: NoticeParcel, _ now: Timestamp) -> Int64? {
    let wait = desk.random.wait(
      from: Self.waits.lowerBound, to: Self.waits.upperBound, after: parcel.lastWait)
    let isOver = now.advanced(byMilliseconds: wait).milliseconds(since: parcel.begun) >= pace.term
    return isOver ? nil : wait
  }

  /// The document that leaves; its keys are a contract.
  private func document(_ parcel: NoticeParcel, _ person: NoticeAddressee) -> JSON {
    let language = person.language ?? language
    let first = parcel.notices[0]
    return [
      "id": .string(parcel.id), "event": .string(first.event.rawValue),
      "time": .string(first.time.description), "language": .string(language.rawValue),
      "person": [
        "id": .string(first.person.rawValue), "name": person.name.map(JSON.string) ?? .null,
        "email": person.email.map(JSON.string) ?? .null,
      ],
      "text": .string(Notice.text(of: parcel.notices, in: language)),
      "fix": first.fix.map { .string($0.text(in: language)) } ?? .null,
      "broadcast": first.broadcast.map { .string($0.rawValue) } ?? .null,
      "count": .integer(Int64(parcel.notices.count)),
      "items": .array(parcel.notices.map { $0.json(in: language) }),
    ]
  }
}

extension Notice {
  /// One notice as programs read it; the keys are a contract.
  package func json(in language: Language) -> JSON {
    [
      "id": .string(id.rawValue), "time": .string(time.description),
      "event": .string(event.rawValue), "text": .string(text(in: language)),
      "subject": ["type": .string(subject.type), "id": .string(subject.id)],
      "broadcast": broadcast.map { .string($0.rawValue) } ?? .null,
      "store": store.map { .string($0.rawValue) } ?? .null,
      "reason": reason.map { .string($0.code) } ?? .null,
      "fix": fix.map { .string($0.text(in: language)) } ?? .null,
    ]
  }
}
