import Foundation
import VitrineTestSupport

@testable import VitrineCore

/// The small pictures that `scripts/draw-test-pictures.py` drew; every note in them says SECRET.
enum TestPictures {
  static let folder = Pages.root.appending(path: "Tests/VitrineContentTests/Data/pictures")

  /// All of them by name, in order.
  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// What no stripped picture may contain: notes in two encodings, and a place in both byte orders.
  static let secrets: [[UInt8]] = [
    Array("SECRET".utf8), Array("SECRET".utf16).flatMap { [0, UInt8($0)] },
    [0xC0, 0xFF, 0xEE, 0x42], [0x42, 0xEE, 0xFF, 0xC0],
  ]

  /// Whether bytes give something away.
  static func isTelling(_ bytes: [UInt8]) -> Bool {
    secrets.contains { secret in Data(bytes).range(of: Data(secret)) != nil }
  }

  /// The problem that bytes have, or nothing.
  static func problem(_ bytes: [UInt8]) -> PictureProblem? {
    do throws(PictureProblem) {
      _ = try PictureReader.read(bytes)
      return nil
    } catch {
      return error
    }
  }
}

extension [UInt8] {
  /// Where some bytes first stand.
  func first(of part: [UInt8]) -> Int? { Data(self).range(of: Data(part))?.lowerBound }
}
