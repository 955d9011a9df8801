import VitrineCore
import VitrineStorage

extension Context {
  /// Moves posts of stores behind a mandatory message that is launched now, on each page to which it goes, in
  /// their order and a minute apart; says in the launch's record how many.
  ///
  /// One that would come to its end is held instead. What a worker has in hand goes its way. A message that is
  /// cancelled afterwards moves nothing back: people were told the new hour.
  func clearPages(
    for broadcast: StoredBroadcast, only: PageID?, _ detail: inout [String: JSON]
  ) throws {
    let rules = desk.rules
    guard rules.quietMinutes > 0 else { return }
    let instants = try transaction.releaseMoments(of: broadcast.id, at: now).filter {
      only == nil || $0.key == only
    }
    guard let first = instants.values.min(), let last = instants.values.max() else { return }
    let quiet = Int64(rules.quietMinutes) * 60_000
    let posts = try transaction.movableDeliveries(
      on: instants.keys.sorted(), from: first.advanced(byMilliseconds: -quiet),
      through: last.advanced(byMilliseconds: quiet), at: now
    ).filter { post in
      guard let page = post.page, let instant = instants[page] else { return false }
      return QuietTimes(around: [instant], minutes: rules.quietMinutes)
        .end(at: max(post.releaseAt, now)) != nil
    }
    let (moves, crowded) = try places(for: posts, behind: instants)
    let moved = try transaction.move(moves, at: now)
    let held = try transaction.holdCrowded(crowded.map(\.post), at: now)
    let byID = Dictionary(uniqueKeysWithValues: posts.map { ($0.post, $0) })
    let because: [String: JSON] = ["broadcast": .string(broadcast.id.rawValue)]
    for move in moves where moved.contains(move.post) {
      if let post = byID[move.post] { recordMove(move, of: post, detail: because) }
    }
    for var post in crowded where held.contains(post.post) {
      post.trouble = Trouble("crowded")
      recordHeld(post, detail: because)
    }
    if !moved.isEmpty { detail["postsMoved"] = .integer(Int64(moved.count)) }
    if !held.isEmpty { detail["postsHeld"] = .integer(Int64(held.count)) }
  }

  /// Where posts go that are in the way, and those for which there is no room before their end.
  private func places(
    for posts: [StoredDelivery], behind instants: [PageID: Timestamp]
  ) throws -> (moves: [DeliveryMove], crowded: [StoredDelivery]) {
    let pages = Set(posts.compactMap(\.page)).sorted()
    guard !pages.isEmpty else { return ([], []) }
    let wishes = posts.map { max($0.releaseAt, now) }
    let day: Int64 = 86_400_000
    let from = (wishes.min() ?? now).advanced(byMilliseconds: -day)
    let through = (wishes.max() ?? now).advanced(byMilliseconds: Int64(PagePressure.days) * day)
    let mandatory = try transaction.mandatoryMoments(
      on: pages, from: from, through: through, at: now)
    let leaving = Set(posts.map(\.post))
    var routine: [PageID: [Timestamp]] = [:]
    for moment in try transaction.routineMoments(on: pages, from: from, through: through)
    where !leaving.contains(moment.post) {
      routine[moment.page, default: []].append(max(moment.at, now))
    }
    // The day is not asked about: what has to be moved for a message is not moved once more for that.
    var rules = desk.rules
    rules.postsPerDay = 0
    var pressure = Dictionary(
      uniqueKeysWithValues: pages.map { page in
        (
          page,
          PagePressure(
            mandatory: (mandatory[page] ?? []) + (instants[page].map { [$0] } ?? []),
            routine: routine[page] ?? [], rules, zone: rules.timeZone)
        )
      })
    var moves: [DeliveryMove] = []
    var crowded: [StoredDelivery] = []
    for post in posts {
      let wish = max(post.releaseAt, now)
      guard let page = post.page, let place = pressure[page]?.place(for: wish),
        let because = place.because
      else { continue }
      guard post.validUntil.map({ place.at < $0 }) ?? true else {
        crowded.append(post)
        continue
      }
      pressure[page]?.take(place.at)
      moves.append(
        DeliveryMove(
          post: post.post, from: post.releaseAt.milliseconds > 0 ? post.releaseAt : now,
          to: place.at, because: because))
    }
    return (moves, crowded)
  }
}
