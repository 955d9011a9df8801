/// What hangs on a post: photos and links, comments, reactions.
extension World {
  /// The address under which the sandbox shows a photo.
  func source(of photo: Photo) -> String? {
    photo.blob.map { "\(baseURL)/media/\($0)" } ?? photo.url
  }

  func writeAttachments(
    _ field: FieldSelection, of post: Post, into writer: inout JSONWriter
  ) throws(GraphError) {
    let shown = post.photos.compactMap { photos[$0] }
    guard !shown.isEmpty || post.link != nil else { return }
    writer.key("attachments")
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    writer.beginObject()
    let children = field.children.map(\.name)
    func wants(_ name: String) -> Bool { children.isEmpty || children.contains(name) }
    for name in children
    where ![
      "media_type", "type", "url", "unshimmed_url", "title", "description", "media", "target",
      "subattachments",
    ].contains(name) {
      throw .unknownField(name, on: "StoryAttachment")
    }
    func text(_ name: String, _ value: String) {
      guard wants(name) else { return }
      writer.key(name)
      writer.string(value)
    }
    if shown.isEmpty {
      text("media_type", "link")
      text("type", "share")
      text("url", post.link ?? "")
      text("unshimmed_url", post.link ?? "")
      text("title", post.link ?? "")
    } else {
      text("media_type", shown.count == 1 ? "photo" : "album")
      text("type", shown.count == 1 ? "photo" : "album")
      text("url", permalink(of: post))
      if wants("target") { writeTarget(shown[0], into: &writer) }
      if wants("media") { writeMedia(shown[0], into: &writer) }
      if shown.count > 1, wants("subattachments") { writeAlbum(shown, into: &writer) }
    }
    writer.endObject()
    writer.endArray()
    writer.endObject()
  }

  private func writeTarget(_ photo: Photo, into writer: inout JSONWriter) {
    writer.key("target")
    writer.beginObject()
    writer.key("id")
    writer.string(String(photo.number))
    writer.endObject()
  }

  private func writeMedia(_ photo: Photo, into writer: inout JSONWriter) {
    guard let source = source(of: photo) else { return }
    writer.key("media")
    writer.beginObject()
    writer.key("image")
    writer.beginObject()
    writer.key("src")
    writer.string(source)
    writer.endObject()
    writer.endObject()
  }

  private func writeAlbum(_ shown: [Photo], into writer: inout JSONWriter) {
    writer.key("subattachments")
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for photo in shown {
      writer.beginObject()
      writer.key("media_type")
      writer.string("photo")
      writer.key("type")
      writer.string("photo")
      writeTarget(photo, into: &writer)
      writeMedia(photo, into: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  func writeComments(
    _ field: FieldSelection, of post: Post, into writer: inout JSONWriter
  ) throws(GraphError) {
    let comments = post.comments.filter { !$0.isDeleted }
    let limit = field.modifier("limit").flatMap { Int($0) } ?? 25
    writer.key("comments")
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for comment in comments.prefix(max(0, limit)) {
      let fields = field.children.isEmpty ? nil : field.children
      try write(comment, of: postByNumber[post.number] ?? 0, fields, into: &writer)
    }
    writer.endArray()
    if let summary = field.modifier("summary"), summary != "false" {
      writer.commentSummary(count: comments.count)
    }
    writer.endObject()
  }

  /// Nobody reacts in a sandbox, so the count is zero and the list empty.
  func writeReactions(_ field: FieldSelection, into writer: inout JSONWriter) {
    writer.key(field.name)
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    writer.endArray()
    if let summary = field.modifier("summary"), summary != "false" { writer.reactionSummary() }
    writer.endObject()
  }
}

extension JSONWriter {
  mutating func commentSummary(count: Int) {
    key("summary")
    beginObject()
    key("order")
    string("chronological")
    key("total_count")
    number(count)
    key("can_comment")
    bool(true)
    endObject()
  }

  mutating func reactionSummary() {
    key("summary")
    beginObject()
    key("total_count")
    number(0)
    endObject()
  }
}
