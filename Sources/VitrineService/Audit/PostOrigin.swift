import VitrineCore
import VitrineStorage

/// Where a post comes from: the people behind it, its text, and the records that prove it.
package struct PostOrigin: Sendable {
  /// A person who had a hand in it.
  package struct Hand: Hashable, Sendable {
    /// The person.
    package let person: UserID
    /// When, if a record of its own says so.
    package let at: Timestamp?
    /// The index of that record.
    package let index: Int?
  }

  /// One record of the post's own history.
  package struct Event: Sendable {
    /// Its index.
    package let index: Int
    /// The record.
    package let record: AuditRecord
    /// Why it was done, as far as it is kept.
    package let reason: String?
  }

  /// The post with its page.
  package let delivery: StoredDelivery
  /// The broadcast that it belongs to.
  package let broadcast: StoredBroadcast?
  /// Who wrote it.
  package let author: Hand?
  /// Who changed it.
  package let editors: [Hand]
  /// Who approved what became public.
  package let approvers: [Hand]
  /// Who launched it.
  package let launcher: Hand?
  /// In whose name a worker published it.
  package let onBehalfOf: UserID?
  /// The record that says it became public.
  package let publication: Event?
  /// The record that says it came down again.
  package let takedown: Event?
  /// What was tried to make it public, oldest first.
  package let attempts: [Event]
  /// Everything on record about it, oldest first.
  package let history: [Event]
  /// Its text as it became public; nil once the stated term after a takedown is over.
  package let text: PublishedText?
  /// The names of all these people.
  package let names: [UserID: String]
  /// The store's name.
  package let storeName: String?

  init(
    _ delivery: StoredDelivery, broadcast: StoredBroadcast?, own: [StoredRecord],
    steps: [StoredRecord], in transaction: any Transaction
  ) throws {
    let reasons = try transaction.privateTexts(at: (own + steps).map(\.index))
    func events(_ records: [StoredRecord]) throws -> [Event] {
      try records.reversed().map {
        Event(
          index: $0.index, record: try AuditRecord(bytes: $0.bytes),
          reason: reasons[$0.index]?.body)
      }
    }
    let history = try events(own)
    let steps = try events(steps).filter { $0.record.result == .success }
    let attempts = history.filter { $0.record.action == Action.postPublish.rawValue }
    let publication = attempts.last { $0.record.isPublication }
    self.delivery = delivery
    self.broadcast = broadcast
    self.history = history
    self.attempts = attempts
    self.publication = publication
    takedown = history.last {
      $0.record.action == Action.postTakedown.rawValue && $0.record.result == .success
    }
    // The record of the publication names them; before one, the steps so far do.
    let bearer = publication ?? steps.last
    func hand(_ person: UserID, _ role: PersonRole) -> Hand {
      let step = (history + steps).last {
        $0.record.actor.id == person && $0.record.people.contains(PersonEntry(person, role))
      }
      return Hand(person: person, at: step?.record.time, index: step?.index)
    }
    func hands(_ role: PersonRole) -> [Hand] {
      (bearer?.record.people ?? []).filter { $0.role == role }.map(\.person).sorted()
        .map { hand($0, role) }
    }
    author =
      hands(.author).first
      ?? (broadcast?.author ?? delivery.credit?.author).map { hand($0, .author) }
    editors = hands(.editor)
    approvers = hands(.approver).sorted { ($0.index ?? .max) < ($1.index ?? .max) }
    launcher =
      hands(.launcher).first
      ?? (broadcast?.launchedBy ?? delivery.launchedBy).map { hand($0, .launcher) }
    onBehalfOf = publication?.record.onBehalfOf
    text = try publication.flatMap { try transaction.publishedTexts(at: [$0.index])[$0.index] }
    var people = Set((editors + approvers).map(\.person))
    for person in [author?.person, launcher?.person, onBehalfOf].compactMap(\.self) {
      people.insert(person)
    }
    for event in history { people.insert(event.record.actor.id) }
    names = try transaction.names(of: people)
    storeName = try transaction.storeNames(of: [delivery.store])[delivery.store]
  }
}
