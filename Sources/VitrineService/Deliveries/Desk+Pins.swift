import VitrineCore

extension Desk {
  /// The networks whose public posts can be pinned to the top of their pages.
  var pinnable: Set<Network> { Set(networks.filter { $0.value.abilities.canPin }.map(\.key)) }
}
