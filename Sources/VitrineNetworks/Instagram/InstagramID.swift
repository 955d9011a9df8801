import VitrineCore

/// The ids of Instagram: plain numbers, of which nobody can see whether one is a container or a post.
///
/// They are asked different questions, so a container's id is kept with a word in front of it: what a
/// delivery remembers of a draft says by itself what it is.
enum InstagramID {
  private static let mark = "container:"

  /// The id under which a container is remembered.
  static func container(_ number: RemoteID) -> RemoteID { RemoteID(mark + number.rawValue) }

  /// The number of a remembered container; nil for every other id.
  static func containerNumber(_ id: RemoteID) -> RemoteID? {
    guard id.rawValue.utf8.starts(with: mark.utf8) else { return nil }
    let number = RemoteID(String(id.rawValue.dropFirst(mark.count)))
    return GraphID.isNumber(number) ? number : nil
  }

  /// Whether a text may be sent as the address of a picture: http or https, in visible ASCII.
  static func isAddress(_ id: RemoteID) -> Bool {
    let bytes = id.rawValue.utf8
    guard bytes.count <= 2000, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return false
    }
    return ["https://", "http://"].contains { bytes.starts(with: $0.utf8) }
  }
}
