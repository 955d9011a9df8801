import VitrineCore
import VitrineStorage

extension StoredPage {
  /// Why a text that its network takes is too long for this page's own server; nil when it is not.
  ///
  /// Counted as people count. Mastodon itself counts every address as 23, so that it may still refuse a
  /// text at the limit with a shorter one.
  func refusal(of text: String) -> Message? {
    guard let textLimit, text.count > textLimit else { return nil }
    return Message("limits.server", name, text.count, textLimit)
  }
}
