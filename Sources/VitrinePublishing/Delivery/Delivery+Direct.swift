import VitrineCore

/// Posts that have no draft to be released by: they are made in one call, and looked for where its answer is lost.
extension Delivery {
  /// Public, by an id that was answered.
  mutating func publish(as id: RemoteID, permalink address: String?) -> [DeliveryEffect] {
    remoteID = id
    permalink = address
    return publish()
  }

  /// Looks for a post whose making nobody knows of among what is public on its page.
  ///
  /// One that is there is ours, since it has our text and was made after we meant to make it. None is there: as long as
  /// the lost call may still be carried out, that means nothing; after two looks behind that time a person decides, because
  /// sending again on a guess is how one message becomes two. That time has to pass on the clock of the desk, which
  /// outlives workers and which people set, and on that of the worker who looks, which is the other way round.
  mutating func reconcile(
    published posts: [RemotePost], _ setting: Setting
  ) -> [DeliveryEffect] {
    let mine = posts.filter { isOurs($0, setting.policy, isPublished: true) }
    let oldest = mine.min {
      ($0.created ?? .latest, $0.id.rawValue) < ($1.created ?? .latest, $1.id.rawValue)
    }
    if let oldest { return publish(as: oldest.id, permalink: oldest.permalink) }
    let end = (unknownSince ?? setting.now).advanced(byMilliseconds: setting.policy.quarantine)
    unknownSince = unknownSince ?? setting.now
    if end <= setting.now, setting.watched >= setting.policy.quarantine {
      if let looked, looked >= end { return hold(Trouble("unclear")) }
      looked = setting.now
    }
    let quiet = NetworkFailure(kind: .temporary, detail: "not on the page yet")
    let effects = retryLater(quiet, setting)
    // Looked at again when it counts, however long the waits have become.
    let soon = setting.now.advanced(byMilliseconds: setting.policy.retryBase)
    notBefore = min(notBefore, max(end, soon))
    return effects
  }

  /// Takes the id of a post that is public for certain from what is public on its page.
  mutating func identify(_ posts: [RemotePost], _ setting: Setting) -> [DeliveryEffect] {
    let mine = posts.filter { isOurs($0, setting.policy, isPublished: true) }
    guard let newest = mine.max(by: { ($0.created ?? .latest) < ($1.created ?? .latest) }) else {
      return retryLater(
        NetworkFailure(kind: .temporary, detail: "not in the list yet"), setting)
    }
    remoteID = newest.id
    permalink = newest.permalink
    if isCurrent { state = .confirmed }
    return []
  }
}
