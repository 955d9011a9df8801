/// The pictures that were uploaded for a post and are not shown yet.
///
/// A network forgets an uploaded picture that no post shows: Facebook after 24 hours.
package struct PictureUploads: Hashable, Codable, Sendable {
  /// The network's ids, in the order of the post's pictures.
  package var ids: [RemoteID]
  /// When the first of them was uploaded.
  package var began: Timestamp

  /// Makes uploads.
  package init(ids: [RemoteID] = [], began: Timestamp) {
    self.ids = ids
    self.began = began
  }

  /// Whether the network may have forgotten them by now, so that they are made again.
  ///
  /// After 20 hours; the last of them still has to be shown before Facebook's 24 are over.
  package func mayBeForgotten(at now: Timestamp) -> Bool {
    began.advanced(byMilliseconds: Self.lifetime) <= now
  }

  /// Whether they are so old that a draft which is refused may be refused because of them: an hour.
  package func areDoubtful(at now: Timestamp) -> Bool {
    began.advanced(byMilliseconds: Self.freshness) <= now
  }

  private static let lifetime: Int64 = 20 * 3_600_000
  private static let freshness: Int64 = 3_600_000
}
