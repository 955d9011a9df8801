/// What `vitrine.yaml` says, with the defaults filled in, and where each value comes from.
package struct Configuration: Hashable, Sendable {
  /// Where a value comes from, for `config show --origin`.
  package enum Origin: Hashable, Sendable {
    /// Nobody said anything.
    case standard
    /// A line of `vitrine.yaml`.
    case file(line: Int)
    /// A variable of the environment.
    case environment(String)
  }

  /// A value and where it comes from.
  package struct Setting: Hashable, Sendable {
    /// The value as text, which the check of its key accepts.
    package let text: String
    /// Where it comes from.
    package let origin: Origin

    /// Makes a setting.
    package init(_ text: String, from origin: Origin) {
      self.text = text
      self.origin = origin
    }
  }

  /// The settings by key; a key without a value is absent.
  package let settings: [ConfigurationKey: Setting]

  /// Takes settings that the checks of their keys accept, and fills in the defaults.
  package init(checked settings: [ConfigurationKey: Setting]) {
    var all = settings
    for key in ConfigurationKey.allCases where all[key] == nil {
      all[key] = key.standard.map { Setting($0, from: .standard) }
    }
    self.settings = all
  }

  /// The value of a key as text; `nil` when nothing is said and there is no default.
  package func text(_ key: ConfigurationKey) -> String? { settings[key]?.text }

  /// The value of a key as it may be shown: a password in a database address is left out.
  package func shown(_ key: ConfigurationKey) -> String? {
    guard let text = text(key) else { return nil }
    return key == .database ? Self.withoutPassword(text) : text
  }

  /// Where the value of a key comes from; a missing value is a default, too.
  package func origin(of key: ConfigurationKey) -> Origin { settings[key]?.origin ?? .standard }

  /// A database address with `…` in the place of its password.
  package static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://"),
      let at = text[scheme.upperBound...].lastIndex(of: "@"),
      let colon = text[scheme.upperBound..<at].firstIndex(of: ":")
    else { return text }
    return text[...colon] + "…" + text[at...]
  }

  func required(_ key: ConfigurationKey) -> String { text(key) ?? "" }

  func integer(_ key: ConfigurationKey) -> Int {
    (text(key) ?? key.standard).flatMap { Int($0) } ?? 0
  }
}
