import VitrineCore
import VitrineStorage

extension MessageSource {
  /// The pictures of the library that a broadcast shows, read once and without their metadata.
  ///
  /// Throws `invalid` for a picture that is not there, that cannot be used, or that a network of the
  /// broadcast does not take.
  func broadcastPictures(_ networks: [Network], _ desk: Desk) async throws -> PostPictures {
    var pictures = PostPictures()
    try await pictures.add(self, desk.content)
    let limits = try await desk.content.mediaLimits()
    let shown = media.compactMap { pictures.library[$0.file] }
      .compactMap { pictures.facts[$0.digest] }.map { (name: String?.none, picture: $0) }
    var findings = FindingList(file: file)
    for network in broadcastNetworks(networks) {
      for finding in limits.check(shown, for: network) { findings.add(finding) }
    }
    guard !findings.hasErrors else {
      throw Fault(
        .invalid, Message("broadcast.pictures", file ?? title), subject: file,
        findings: findings.all)
    }
    return pictures
  }

  /// Where a broadcast goes: what the person said, else what the message says, else Facebook.
  func broadcastNetworks(_ asked: [Network]) -> [Network] {
    asked.isEmpty ? (networks.isEmpty ? [.facebook] : networks) : asked
  }
}

extension PostPictures {
  /// The pictures of a message in its order.
  func shown(by source: MessageSource) -> [PostPicture] {
    source.media.compactMap { library[$0.file] }
  }
}
