import Crypto
import Foundation
import VitrineCore

extension FacebookConnector: NewsReader {
  /// The most changes that Graph puts into one delivery.
  static let mostChanges = 1_000

  /// Checks `X-Hub-Signature-256` over the bytes as they came, then reads them.
  package func news(in signed: SignedNews) throws -> PageNews {
    guard let secret = configuration.appSecret else {
      throw Fault(
        .configuration, Message("webhook.noSecret"), hint: Message("webhook.noSecret.hint"),
        subject: "networks.facebook.appSecretFile")
    }
    guard signed.body.count <= SignedNews.sizeLimit else {
      throw Fault(.invalid, Message("webhook.tooLarge", SignedNews.sizeLimit))
    }
    guard Self.isSigned(signed, by: secret) else {
      throw Fault(
        .denied, Message("webhook.signature"), hint: Message("webhook.signature.hint"),
        subject: "X-Hub-Signature-256")
    }
    guard let value = JSONReader.read(signed.body), let news = FacebookNews.read(value) else {
      throw Fault(.invalid, Message("webhook.malformed"))
    }
    guard news.changes <= Self.mostChanges else {
      throw Fault(.invalid, Message("webhook.tooMany", news.changes, Self.mostChanges))
    }
    return news
  }

  /// Whether the signature is the app's, in a time that does not depend on where it differs.
  private static func isSigned(_ signed: SignedNews, by secret: Secret) -> Bool {
    let prefix = "sha256="
    guard signed.signature.utf8.starts(with: prefix.utf8),
      let code = Hex.bytes(Array(signed.signature.utf8.dropFirst(prefix.utf8.count))),
      code.count == SHA256.byteCount
    else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: signed.body,
      using: SymmetricKey(data: Data(secret.exposed.utf8)))
  }
}

/// The body of a delivery about pages (`graph-api` 9).
enum FacebookNews {
  /// What is said about posts of a page; everything else is about what visitors do to them.
  private static let items: Set<String> = [
    "status", "photo", "video", "share", "post", "link", "album", "event", "note", "reel", "story",
  ]

  /// What makes a post come, change or go for visitors.
  private static let verbs: Set<String> = [
    "add", "edit", "edited", "update", "remove", "delete", "hide", "unhide",
  ]

  /// Reads a body; nil when it is not built as Graph builds one.
  ///
  /// A change of a kind that we do not know is counted and passed over: Graph adds kinds without asking.
  static func read(_ value: JSONValue) -> PageNews? {
    guard value["object"]?.string == "page", let entries = value["entry"]?.array else { return nil }
    var news = PageNews(entries: entries.count)
    for entry in entries {
      guard let id = entry["id"]?.string, GraphID.isNumber(RemoteID(id)) else { return nil }
      // Fields of other subscriptions (messages) stand beside `changes`.
      guard let changes = entry["changes"].map({ $0.array }) ?? [] else { return nil }
      news.changes += changes.count
      for change in changes {
        guard let field = change["field"]?.string else { return nil }
        guard field == "feed" else { continue }
        guard let value = change["value"], value.object != nil else { return nil }
        if let post = post(value, on: RemoteID(id)) { news.posts.append(post) }
      }
    }
    return news
  }

  /// The post of the page itself that a change is about; nil for anything else.
  private static func post(_ value: JSONValue, on page: RemoteID) -> PageNews.Post? {
    guard let item = value["item"]?.string, items.contains(item),
      let verb = value["verb"]?.string, verbs.contains(verb),
      let id = value["post_id"]?.string, GraphID.isPost(RemoteID(id), of: page)
    else { return nil }
    // Photos and videos name their maker as `sender_id`; what was removed may name nobody.
    let maker = value["from"]?["id"] ?? value["sender_id"]
    switch maker {
    case .none: guard verb == "remove" || verb == "delete" else { return nil }
    case .string(let maker): guard maker == page.rawValue else { return nil }
    case .integer(let maker): guard String(maker) == page.rawValue else { return nil }
    default: return nil
    }
    return PageNews.Post(page: page, id: RemoteID(id))
  }
}
