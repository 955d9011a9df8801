import Foundation
import VitrineCore
import VitrineStorage

/// What a broadcast is made of besides its message: all that renders it again for a changed register.
package struct BroadcastRecipe: Hashable, Codable, Sendable {
  /// Which stores.
  package var selector: Selector
  /// How the person said it.
  package var description: String
  /// The list of stores that was used, by name and digest; nil for a selector.
  package var list: StoreListReference?
  /// On which networks; empty for those of the message.
  package var networks: [Network]
  /// When it becomes public, as written: `instant:…` or `local:…`; nil for at launch.
  package var at: String?
  /// Before this nothing may be public.
  package var from: Timestamp?
  /// After this nothing is sent any more.
  package var until: Timestamp?
  /// What a person filled into the fields of the message.
  package var values: [String: String]
  /// The day on which it was made, by which dates are said while no time of publication is named.
  ///
  /// Kept, so that rendering it again later says the same. Absent from what was stored without it.
  package var written: CivilDate?
  /// The pictures as they were read; absent from what was stored without any.
  ///
  /// Kept, so that rendering it again later shows what was approved and not what lies in the library.
  package var pictures: [PostPicture]?

  /// Until when it is wanted at the top of its pages; absent where it is not.
  package var pinUntil: Timestamp?

  /// Puts a recipe together.
  package init(
    targets: BroadcastTargets, networks: [Network], at: ReleaseTime?, from: Timestamp?,
    until: Timestamp?, values: [String: String], pictures: [PostPicture] = [],
    written: Timestamp, pinUntil: Timestamp? = nil
  ) {
    self.pinUntil = pinUntil
    selector = targets.selector
    description = targets.description
    list = targets.list
    self.networks = networks
    self.at = at?.description
    self.from = from
    self.until = until
    self.values = values
    self.written = Self.day(written)
    self.pictures = pictures.isEmpty ? nil : pictures
  }

  /// When it becomes public; nil for at launch.
  package var release: ReleaseTime? { at.flatMap { ReleaseTime($0) } }

  /// The day of the publication as far as it is known; its year goes without saying in dates.
  ///
  /// In UTC for an instant: what is said must be the same for every store.
  var day: CivilDate {
    switch release {
    case .local(let time)?: time.date
    case .instant(let time)?: Self.day(time)
    case nil: written ?? from.map(Self.day) ?? CivilDate(daysSince1970: 0)
    }
  }

  private static func day(_ time: Timestamp) -> CivilDate {
    CivilDate(daysSince1970: Int(time.milliseconds / 86_400_000))
  }

  /// The recipe as it is stored.
  var stored: String { get throws { try Self.text(self) } }

  /// Reads a stored recipe.
  init(stored: String) throws {
    self = try Self.value(stored, "recipe")
  }

  /// Any value as JSON with sorted keys.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Reads a stored value; what does not read back is corrupt data.
  static func value<Value: Decodable>(_ text: String, _ column: String) throws -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch is DecodingError {
      throw Fault(.corrupt, Message("storage.column.kind", column), subject: column)
    }
  }
}

/// A list of stores that a person used, so that a record says which one it was.
package struct StoreListReference: Hashable, Codable, Sendable {
  /// The file's name, without its folder.
  package let name: String
  /// SHA-256 of its bytes.
  package let digest: String

  /// Makes a reference.
  package init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }
}

extension StoredBroadcast {
  /// The message as written.
  package func message() throws -> MessageSource {
    try BroadcastRecipe.value(source, "source")
  }
}
