import VitrineCore

/// What each store gets of one occurrence of the calendar, as digests: enough to see what changed.
struct CalendarSheet: Sendable {
  /// What becomes of one post.
  enum Verdict: Hashable, Sendable {
    /// It can go out; the digest is what an approval of it binds.
    case post(Hash)
    /// Its text breaks a rule, with the reason.
    case refused(Message)
  }

  /// One store on one network.
  struct Row: Hashable, Sendable {
    let store: StoreCode
    let zone: String
    let network: Network
    let binding: CalendarBinding
    let time: CalendarTime
    let verdict: Verdict
  }

  let rows: [Row]
  let absences: [CalendarAudience.Absence]
  /// Everything above that an approval could be about, as a digest.
  let digest: String

  init(rows: [Row], absences: [CalendarAudience.Absence], occurrence: CalendarOccurrence) {
    self.rows = rows
    self.absences = absences
    var bytes: [UInt8] = Array("\(occurrence.key)\n\(occurrence.time)\n".utf8)
    for row in rows {
      bytes += row.store.rawValue.utf8
      bytes.append(0x20)
      bytes += row.network.rawValue.utf8
      bytes.append(0x20)
      switch row.verdict {
      case .post(let hash): bytes += hash.bytes
      case .refused(let reason): bytes += reason.code.utf8
      }
      bytes.append(0x0A)
    }
    digest = Hash(of: bytes).hex
  }
}
