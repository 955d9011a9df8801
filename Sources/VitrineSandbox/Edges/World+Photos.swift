import Crypto
import Foundation

/// Photos: uploaded as a file, or named by the address from which the network would fetch them.
extension World {
  mutating func createPhoto(
    on page: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    try demandToken(of: page, caller)
    let fields = try fields(of: call)
    let isPublished = call.parameters.flag("published") != false
    if call.parameters["scheduled_publish_time"] != nil, isPublished { throw .scheduleTime }
    let caption =
      call.parameters["caption"] ?? call.parameters["message"] ?? call.parameters["name"] ?? ""
    var photo = Photo(
      number: makeNumber(), page: page, caption: caption,
      alternativeText: call.parameters["alt_text_custom"], created: now, isPublished: isPublished)
    if let file = call.files.first {
      photo.blob = try keep(file.bytes)
    } else if let url = call.parameters["url"] {
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else { throw .badImage }
      photo.url = url
    } else {
      throw .badImage
    }
    photos[photo.number] = photo
    pages[page].photos.append(photo.number)
    var posted: String?
    if isPublished, call.parameters.flag("no_story") != true {
      let post = Post(
        number: makeNumber(), page: page, state: .published, message: caption,
        photos: [photo.number], isOurs: true, created: now, updated: now)
      photos[photo.number]?.post = post.number
      journal(post: add(post, at: now))
      posted = id(of: post)
    }
    journal(photo: photo.number)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.string(String(photo.number))
    if let posted {
      writer.key("post_id")
      writer.string(posted)
    }
    for field in fields ?? [] where field.name != "id" {
      try write(field, of: photos[photo.number] ?? photo, into: &writer)
    }
    writer.endObject()
    return GraphAnswer(writer)
  }

  /// Keeps the bytes of a picture once; refuses what is no picture or too big (10 MB).
  private mutating func keep(_ bytes: [UInt8]) throws(GraphError) -> String {
    guard let contentType = Self.contentType(of: bytes), bytes.count <= 10_000_000 else {
      throw .badImage
    }
    let digest = SHA256.hash(data: Data(bytes)).map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0\(text)" : text
    }.joined()
    if blobs[digest] == nil {
      blobs[digest] = Blob(contentType: contentType, bytes: bytes)
      journal(blob: digest)
    }
    return digest
  }

  /// Tells the format from the first bytes; these five are what the network takes.
  private static func contentType(of bytes: [UInt8]) -> String? {
    let formats: [([UInt8], String)] = [
      ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
      (Array("GIF8".utf8), "image/gif"), (Array("BM".utf8), "image/bmp"),
      ([0x49, 0x49, 0x2A, 0x00], "image/tiff"), ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
    ]
    return formats.first { bytes.starts(with: $0.0) }?.1
  }

  mutating func listPhotos(of page: Int, _ call: GraphCall, as caller: Caller)
    throws(GraphError) -> GraphAnswer
  {
    try demandSight(of: page, caller)
    let fields = try fields(of: call)
    let limit = try call.limit(refusesMore: true)
    var lower = 0
    let shown = pages[page].photos.reversed().compactMap { photos[$0] }
      .filter { !$0.isDeleted && $0.isPublished }
    if let after = call.parameters["after"] {
      let number = UInt64(try Cursor.decode(after)) ?? 0
      lower = shown.firstIndex { $0.number < number } ?? shown.count
    }
    let slice = shown[lower..<min(shown.count, lower + limit)]
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for photo in slice { try write(photo, fields, into: &writer) }
    writer.endArray()
    if let first = slice.first, let last = slice.last {
      let after = Cursor.encode(String(last.number))
      writer.paging(
        before: Cursor.encode(String(first.number)), after: after,
        next: slice.endIndex < shown.count ? call.url(base: baseURL, "after", cursor: after) : nil)
    }
    writer.endObject()
    return GraphAnswer(writer)
  }

  mutating func delete(photo number: UInt64, as caller: Caller) throws(GraphError) -> GraphAnswer {
    guard let photo = photos[number] else { throw .missingObject(String(number), .delete) }
    try demandToken(of: photo.page, caller)
    photos[number]?.isDeleted = true
    journal(photo: number)
    return .success
  }

  func write(_ photo: Photo, _ fields: [FieldSelection]?, into writer: inout JSONWriter)
    throws(GraphError)
  {
    writer.beginObject()
    for field in fields ?? [FieldSelection(name: "created_time")] where field.name != "id" {
      try write(field, of: photo, into: &writer)
    }
    writer.key("id")
    writer.string(String(photo.number))
    writer.endObject()
  }

  private func write(_ field: FieldSelection, of photo: Photo, into writer: inout JSONWriter)
    throws(GraphError)
  {
    func text(_ value: String?) {
      guard let value else { return }
      writer.key(field.name)
      writer.string(value)
    }
    switch field.name {
    case "name": if !photo.caption.isEmpty { text(photo.caption) }
    case "created_time", "updated_time": text(photo.created.graphText)
    case "alt_text_custom", "alt_text": text(photo.alternativeText)
    case "link": text("\(baseURL)/p/\(pages[photo.page].id)")
    case "page_story_id": text(photo.post.map { "\(pages[photo.page].id)_\($0)" })
    case "picture": text(source(of: photo))
    case "from":
      writer.key("from")
      writer.beginObject()
      writer.key("name")
      writer.string(pages[photo.page].store.name)
      writer.key("id")
      writer.string(pages[photo.page].id)
      writer.endObject()
    case "images":
      writer.key("images")
      writer.beginArray()
      if let source = source(of: photo) {
        writer.beginObject()
        writer.key("source")
        writer.string(source)
        writer.endObject()
      }
      writer.endArray()
    default: throw .unknownField(field.name, on: "Photo")
    }
  }
}
