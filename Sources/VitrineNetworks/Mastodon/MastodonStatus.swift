import VitrineCore

/// A status as the API writes it, as far as it is looked at.
struct MastodonStatus: Sendable {
  /// Its id, which may stand in a path.
  let id: String
  /// Whether it only repeats somebody else's.
  let isReblog: Bool
  /// Its content as plain text.
  let text: HTMLText?
  /// When it was made, to the second on some servers.
  let created: Timestamp?
  /// The app that made it, by its name; ids of apps are not told.
  let application: String?
  /// Where visitors find it.
  let permalink: String?
  /// Its pictures, in order.
  let media: [String]
  /// Whether it is pinned; nil where the server does not say.
  let isPinned: Bool?
  /// What an edit must say again, since it would be lost: the language, the warning, the veil.
  let kept: [(name: String, value: String)]

  /// Reads a status; nil when it is none.
  init?(_ value: JSONValue?) {
    guard let value, let id = value["id"]?.string, MastodonID.isSendable(id) else { return nil }
    self.id = id
    isReblog = (value["reblog"] ?? .null) != .null
    // No server takes so long a text; one that answers with it is not given the time to read it.
    text = value["content"]?.string.flatMap {
      $0.utf8.count <= 262_144 ? HTMLText($0) : nil
    }
    created = value["created_at"]?.string.flatMap { Timestamp($0) }
    application = value["application"]?["name"]?.string.flatMap(Self.name)
    permalink = Self.address(value["url"]?.string) ?? Self.address(value["uri"]?.string)
    media = (value["media_attachments"]?.array ?? []).compactMap { $0["id"]?.string }
      .filter { MastodonID.isSendable($0) }
    isPinned = value["pinned"]?.bool
    var kept: [(name: String, value: String)] = []
    if let language = value["language"]?.string, !language.isEmpty {
      kept.append((name: "language", value: language))
    }
    if let warning = value["spoiler_text"]?.string, !warning.isEmpty {
      kept.append((name: "spoiler_text", value: warning))
    }
    if value["sensitive"]?.bool == true { kept.append((name: "sensitive", value: "true")) }
    self.kept = kept
  }

  /// The post that it is; `source` is its text where the server told it apart.
  func post(source: String? = nil) -> RemotePost {
    RemotePost(
      id: RemoteID(id), text: source ?? text?.plain, isPublished: true, permalink: permalink,
      created: created, application: application)
  }

  private static func name(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return isPlain && (1...200).contains(text.utf8.count) ? text : nil
  }

  /// An address that can be shown and followed: http or https in visible ASCII.
  static func address(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 2_048,
      text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return text
  }
}
