/// A social network on which a store can have a page.
package struct Network: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible
{
  /// The name as written in files and flags: `facebook`.
  package let rawValue: String

  /// Takes a name; which networks are built in is known where adapters are put together.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Pages of Facebook, over the Graph API.
  package static let facebook = Network(rawValue: "facebook")

  /// Professional accounts of Instagram, over the same Graph API.
  package static let instagram = Network(rawValue: "instagram")

  /// Accounts on servers that speak Mastodon's API.
  package static let mastodon = Network(rawValue: "mastodon")

  /// The name as written in files and flags.
  package var description: String { rawValue }

  /// Orders by name.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
