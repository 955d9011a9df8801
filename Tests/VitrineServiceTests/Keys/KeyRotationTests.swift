import Foundation
import Synchronization
import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

@Suite(.temporaryFolder)
struct KeyRotationTests {
  /// A desk whose keys are files.
  private struct Keyed {
    let desk: PageDesk
    let folder: KeyFolder
    let url: URL

    static func make(_ pages: Int, _ driver: DriverUnderTest = .sqlite) async throws -> Keyed {
      let url = try TemporaryFolder.url().appending(path: "keys")
      let folder = KeyFolder(url)
      try folder.create(origin: "test/log", random: .system)
      let desk = try await PageDesk.make(pages, driver, vault: try vault(folder))
      return Keyed(desk: desk, folder: folder, url: url)
    }

    /// A vault as a program that has just been started has it.
    static func vault(_ folder: KeyFolder) throws -> Vault {
      Vault(keys: try folder.keyEncryptionKeys(), source: { try folder.keyEncryptionKeys() })
    }

    var rotation: KeyRotation { KeyRotation(desk.door, keys: folder) }

    /// How many tokens can be opened with the files that are there now, by key version.
    func readable() async throws -> [Int: Int] {
      let vault = try Self.vault(folder)
      let sealed = try await desk.desk.database.read { try $0.sealedTokens() }
      return sealed.reduce(into: [:]) { counts, entry in
        guard let token = vault.open(entry.value, page: entry.key, network: .facebook),
          token.exposed.hasPrefix("token-")
        else { return }
        counts[entry.value.keyVersion, default: 0] += 1
      }
    }
  }

  /// The process dies here.
  private struct Killed: Error {}

  @Test(arguments: DriverUnderTest.allCases)
  func `a rotation puts every token under a new key and removes the old one`(
    _ driver: DriverUnderTest
  ) async throws {
    let keyed = try await Keyed.make(30, driver)
    #expect(try await keyed.readable() == [1: 30])
    let report = try await keyed.rotation.run(as: keyed.desk.admin, limit: 7)
    #expect(report.version == 2)
    #expect(report.pages == 30)
    #expect(report.connections == 1)
    #expect(report.removed == [1])
    #expect(!report.isResumed)
    #expect(report.unreadable.isEmpty)
    #expect(try keyed.folder.versions() == [2])
    #expect(try await keyed.readable() == [2: 30])
    let states = try await keyed.desk.records(.keyRotate)
    #expect(states.count >= 7)
    // And once more.
    #expect(try await keyed.rotation.run(as: keyed.desk.admin).version == 3)
    #expect(try await keyed.readable() == [3: 30])
  }

  @Test func `1,200 tokens survive 50 kills, and none is left under the old key`() async throws {
    let keyed = try await Keyed.make(1_200)
    var generator = SeededGenerator(seed: 50)
    var kills = 0
    while kills < 50 {
      let left = Int.random(in: 0...8, using: &generator)
      let steps = Counter(left)
      do {
        _ = try await keyed.rotation.run(as: keyed.desk.admin, limit: 100) {
          if steps.countDown() { throw Killed() }
        }
        // The rest of one that was killed before was little enough; the next one begins anew.
      } catch is Killed {
        kills += 1
      }
      let readable = try await keyed.readable()
      #expect(readable.values.reduce(0, +) == 1_200, "after kill \(kills): \(readable)")
    }
    let report = try await keyed.rotation.run(as: keyed.desk.admin)
    let version = report.version
    #expect(try keyed.folder.versions() == [version])
    #expect(try await keyed.readable() == [version: 1_200])
    #expect(report.unreadable.isEmpty)
  }

  @Test func `publishing goes on through a rotation`() async throws {
    let keyed = try await Keyed.make(300)
    let id = try await keyed.desk.launched("Rappel")
    async let delivered = keyed.desk.deliver(id)
    let report = try await keyed.rotation.run(as: keyed.desk.admin, limit: 10) {
      for _ in 0..<50 { await Task.yield() }
    }
    #expect(report.removed == [1])
    #expect(try await delivered == .done)
    #expect(try await keyed.desk.status(id).counts[.published] == 300)
  }

  @Test func `a page whose token was damaged stops alone, and keeps the old key alive`()
    async throws
  {
    let keyed = try await Keyed.make(6)
    let pages = try await keyed.desk.desk.database.read { try $0.pages() }
    // One flipped byte, and two rows exchanged.
    try await keyed.desk.desk.database.write { transaction in
      let tokens = try transaction.sealedTokens()
      let flipped = try #require(tokens[pages[0].id])
      var bytes = flipped.token
      bytes[bytes.count / 2] ^= 1
      try transaction.reseal(
        pages[0].id,
        SealedToken(wrappedKey: flipped.wrappedKey, token: bytes, keyVersion: flipped.keyVersion))
      let (first, second) = (try #require(tokens[pages[1].id]), try #require(tokens[pages[2].id]))
      try transaction.reseal(pages[1].id, second)
      try transaction.reseal(pages[2].id, first)
    }
    let id = try await keyed.desk.launched("Rappel")
    try await keyed.desk.deliver(id)
    let status = try await keyed.desk.status(id)
    #expect(status.counts[.held] == 3)
    #expect(
      Set(status.pages.compactMap { $0.trouble?.reason.code }) == ["trouble.unreadable"])
    let report = try await keyed.rotation.run(as: keyed.desk.admin)
    #expect(Set(report.unreadable.map(\.id)) == Set(pages[0...2].map(\.id.rawValue)))
    #expect(report.pages == 3)
    #expect(report.removed.isEmpty)
    #expect(try keyed.folder.versions() == [1, 2])
    // Connected again they are sealed anew, and the rotation can end.
    try await keyed.desk.connect()
    let end = try await keyed.rotation.run(as: keyed.desk.admin)
    #expect(end.isResumed)
    #expect(end.removed == [1])
    #expect(try await keyed.readable() == [2: 6])
  }

  @Test func `a key can be brought to the other machines before it is used`() async throws {
    let keyed = try await Keyed.make(2)
    #expect(try await keyed.rotation.prepare(as: keyed.desk.admin) == 2)
    #expect(try await keyed.rotation.prepare(as: keyed.desk.admin) == 2)
    #expect(try keyed.folder.versions() == [1, 2])
    // Nothing is sealed under it yet.
    try await keyed.desk.connect()
    #expect(try await keyed.readable() == [1: 2])
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: keyed.url.appending(path: "kek-2").path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try await keyed.rotation.run(as: keyed.desk.admin).version == 2)
  }

  @Test func `after a rotation has begun nothing is stored under the old key`() async throws {
    let keyed = try await Keyed.make(4)
    await #expect(throws: Killed.self) {
      let steps = Counter(1)
      _ = try await keyed.rotation.run(as: keyed.desk.admin) {
        if steps.countDown() { throw Killed() }
      }
    }
    // A program that was started before the rotation connects pages.
    try await keyed.desk.connect()
    #expect(try await keyed.readable() == [2: 4])
  }

  @Test func `who may not rotate makes no key`() async throws {
    let keyed = try await Keyed.make(1)
    await #expect(throws: Fault.self) {
      _ = try await keyed.rotation.run(as: keyed.desk.broadcaster)
    }
    #expect(try keyed.folder.versions() == [1])
  }
}

/// Counts down, and says when it is at the end.
private final class Counter: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  func countDown() -> Bool {
    left.withLock { left in
      left -= 1
      return left < 0
    }
  }
}
