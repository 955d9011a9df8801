import Foundation

/// What the data file keeps: whole objects, of which the last version counts.
extension World {
  mutating func journal(post index: Int) {
    guard journal != nil else { return }
    let post = posts[index]
    var writer = JSONWriter(capacity: 512)
    writer.beginObject()
    writer.key("post")
    writer.beginObject()
    writer.text("number", String(post.number))
    writer.text("page", pages[post.page].id)
    if post.network != .facebook { writer.text("network", post.network.rawValue) }
    writer.text("state", post.state.rawValue)
    writer.text("message", post.message)
    if let link = post.link { writer.text("link", link) }
    writer.key("photos")
    writer.beginArray()
    for number in post.photos { writer.string(String(number)) }
    writer.endArray()
    writer.key("ours")
    writer.bool(post.isOurs)
    writer.time("created", post.created)
    writer.time("updated", post.updated)
    if let scheduled = post.scheduled { writer.time("scheduled", scheduled) }
    writer.key("hidden")
    writer.bool(post.isHidden)
    writer.key("pinned")
    writer.bool(post.isPinned)
    writer.key("wasPublished")
    writer.bool(post.wasPublished)
    writer.key("comments")
    writer.beginArray()
    for comment in post.comments {
      writer.beginObject()
      writer.text("number", String(comment.number))
      writer.text("message", comment.message)
      writer.time("created", comment.created)
      writer.key("deleted")
      writer.bool(comment.isDeleted)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endObject()
    journal?.append(writer)
  }

  mutating func journal(photo number: UInt64) {
    guard journal != nil, let photo = photos[number] else { return }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("photo")
    writer.beginObject()
    writer.text("number", String(number))
    writer.text("page", pages[photo.page].id)
    if photo.isOnInstagram { writer.text("network", SandboxNetwork.instagram.rawValue) }
    writer.text("caption", photo.caption)
    if let text = photo.alternativeText { writer.text("alternativeText", text) }
    if let url = photo.url { writer.text("url", url) }
    if let blob = photo.blob { writer.text("blob", blob) }
    if let post = photo.post { writer.text("post", String(post)) }
    writer.time("created", photo.created)
    writer.key("published")
    writer.bool(photo.isPublished)
    writer.key("deleted")
    writer.bool(photo.isDeleted)
    writer.endObject()
    writer.endObject()
    journal?.append(writer)
  }

  mutating func journal(container number: UInt64) {
    guard journal != nil, let container = containers[number] else { return }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("container")
    writer.beginObject()
    writer.text("number", String(number))
    writer.text("page", pages[container.page].id)
    writer.text("kind", container.kind.rawValue)
    writer.text("caption", container.caption)
    if let url = container.imageURL { writer.text("imageURL", url) }
    if let text = container.alternativeText { writer.text("alternativeText", text) }
    writer.key("children")
    writer.beginArray()
    for child in container.children { writer.string(String(child)) }
    writer.endArray()
    if let post = container.post { writer.text("post", String(post)) }
    writer.time("created", container.created)
    writer.endObject()
    writer.endObject()
    journal?.append(writer)
  }

  mutating func journal(blob digest: String) {
    guard journal != nil, let blob = blobs[digest] else { return }
    var writer = JSONWriter(capacity: blob.bytes.count * 2)
    writer.beginObject()
    writer.key("blob")
    writer.beginObject()
    writer.text("digest", digest)
    writer.text("contentType", blob.contentType)
    writer.text("base64", Data(blob.bytes).base64EncodedString())
    writer.endObject()
    writer.endObject()
    journal?.append(writer)
  }

  mutating func journal(subscriptionOf page: Int) {
    guard journal != nil else { return }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("subscription")
    writer.beginObject()
    writer.text("page", pages[page].id)
    if let fields = pages[page].subscribedFields {
      writer.key("fields")
      writer.beginArray()
      for field in fields { writer.string(field) }
      writer.endArray()
    }
    writer.endObject()
    writer.endObject()
    journal?.append(writer)
  }

  /// The first line of a data file: without it a restart would have other tokens.
  mutating func journalCredentials() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("sandbox")
    writer.number(1)
    writer.text("appID", credentials.appID)
    writer.text("appSecret", credentials.appSecret)
    writer.text("userToken", credentials.userToken)
    writer.endObject()
    journal?.append(writer)
    journal?.flush()
  }
}

extension JSONWriter {
  mutating func text(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func time(_ name: StaticString, _ value: Instant) {
    key(name)
    number(value.milliseconds)
  }
}
