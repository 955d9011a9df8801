import Foundation
import Testing

@testable import VitrineCore

/// Registers outside this package's sources: the example it ships, and real places if they are at hand.
struct SharedRegisterTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let data = root.deletingLastPathComponent().appending(path: "shared/data")
  private static let hasData = FileManager.default.fileExists(atPath: data.path)

  private func read(_ url: URL) throws -> StoreRegister {
    StoreRegister.parse(Array(try Data(contentsOf: url)), file: url.lastPathComponent) {
      TimeZone(identifier: $0) != nil
    }
  }

  @Test func `the example register has 1,212 stores in all regions, and no finding`() throws {
    let register = try read(Self.root.appending(path: "examples/stores.csv"))
    #expect(register.findings == [])
    let stores = register.stores
    #expect(stores.count == 1212)
    #expect(Set(stores.map(\.code)).count == 1212)
    #expect(Set(stores.map(\.name)).count == 1212)
    #expect(Set(stores.map(\.region)) == FrenchRegion.known)
    #expect(stores.count { $0.format == .hypermarket } == 300)
    #expect(stores.count { $0.format == .supermarket } == 912)
    #expect(Set(stores.map(\.mode)) == Set(StoreMode.allCases))
    #expect(
      Set(stores.map(\.timeZone)).isSuperset(of: [
        "Europe/Paris", "Indian/Reunion", "Indian/Mayotte", "America/Guadeloupe",
        "America/Martinique", "America/Cayenne",
      ]))
    #expect(stores.allSatisfy { $0.hours != nil && $0.latitude != nil })
  }

  @Test(
    .enabled(if: hasData, "../shared/data is not beside the repository"),
    arguments: [("stores-fr.csv", 1408), ("stores-fr-overseas.csv", 6)])
  func `real registers are read without a finding`(_ name: String, _ count: Int) throws {
    let register = try read(Self.data.appending(path: name))
    #expect(register.findings == [])
    #expect(register.stores.count == count)
    let again = StoreRegister.parse(StoreRegister.csv(register.stores)) { _ in true }
    #expect(again.findings == [])
    #expect(again.stores == register.stores)
  }
}
