import VitrineCore

/// What a file of the library is judged by, besides itself: networks, pictures, families.
package struct MessageKnowledge: Sendable {
  /// The networks that a file may name, and how long a text may be there.
  package var limits: NetworkLimits
  /// The networks that take no post without a picture.
  package var pictureNetworks: Set<Network>
  /// The families that a file may name; `nil` where no rules are at hand, and then any will do.
  package var families: [String]?

  /// Puts knowledge together.
  package init(
    limits: NetworkLimits = .builtIn,
    pictureNetworks: Set<Network> = [Network(rawValue: "instagram")], families: [String]? = nil
  ) {
    self.limits = limits
    self.pictureNetworks = pictureNetworks
    self.families = families
  }

  /// What Vitrine itself brings along.
  package static let builtIn = MessageKnowledge()

  var networks: [Network] { limits.networks }
}

/// Which kind of file it is: both are read alike, but for what a template must say.
package enum MessageKind: String, CaseIterable, Codable, Sendable {
  /// A file of `content-library/templates`, which stores fill in.
  case template
  /// A file of `content-library/messages`, which head office sends.
  case message
}
