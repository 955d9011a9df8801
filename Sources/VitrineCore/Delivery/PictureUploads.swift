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
}
