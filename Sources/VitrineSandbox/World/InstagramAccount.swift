import Foundation

/// The professional account of Instagram that is linked to a page.
struct InstagramAccount: Sendable {
  let number: UInt64
  let id: String
  let username: String
  var budget = Budget()
  /// The account's media in the order in which they were published, as positions in the world's posts.
  var posts: [Int] = []

  /// Names an account after its store.
  init(of store: SandboxStore, number: UInt64) {
    self.number = number
    id = String(number)
    username = Self.word(store.name) + "_" + Self.word(store.code)
  }

  /// A number that depends on the store's code alone, so that a restart finds the same account.
  ///
  /// The network's own ids of accounts have seventeen digits and begin like this.
  static func number(of storeCode: String) -> UInt64 {
    17_841_400_000_000_000 + Credentials.pageNumber(of: storeCode) % 99_999_999_999
  }

  /// Small letters and digits with single low lines between, as a name on the network has them.
  private static func word(_ text: String) -> String {
    let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    var word = ""
    for scalar in plain.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      default: if !word.isEmpty, !word.hasSuffix("_") { word += "_" }
      }
    }
    return word.hasSuffix("_") ? String(word.dropLast()) : word
  }
}
