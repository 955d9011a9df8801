import VitrineCore
import VitrineStorage

/// Messages that are no longer on their pages as they were released.
extension NoticeWriter {
  /// One notice for all pages of a broadcast, to the one person who may repair them.
  ///
  /// The key holds what was found: the same pages are told of once, however often they are looked at, and a
  /// page more is news.
  func tellDamage(_ findings: PostFindings, of broadcast: StoredBroadcast) throws -> [Notice] {
    let damaged = findings.all.filter { [.altered, .missing, .hidden].contains($0.kind) }
    guard let first = damaged.first else { return [] }
    let people = try NoticePeople(at: [first.post.store], in: transaction, now)
    let person = people.mender(
      [.nationalBroadcaster], at: first.post.store,
      preferring: [broadcast.launchedBy, broadcast.author])
    guard let person else { return [] }
    let pages: JSON = .array(
      damaged.map { .array([.string($0.post.post.rawValue), .string($0.kind.rawValue)]) })
    let kept = findings.kept(broadcast.id, at: now)
    return [
      Notice(
        to: person, .altered, key: "verify:\(broadcast.id):\(Hash(of: pages.bytes).hex.prefix(20))",
        about: Notice.Subject(type: "broadcast", id: broadcast.id.rawValue),
        broadcast: broadcast.id,
        Message("notice.altered", broadcast.title, kept.altered, kept.missing),
        fix: Message("notice.altered.fix", broadcast.id), at: now)
    ]
  }
}
