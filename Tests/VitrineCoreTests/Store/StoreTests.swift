import Foundation
import Testing

@testable import VitrineCore

struct StoreTests {
  private let store = Store(
    code: StoreCode("S1"), name: "Maison Vermeil Brest", format: .hypermarket, address: "1 quai",
    postcode: "29200", city: "Brest", department: "29", region: "Bretagne",
    latitude: Coordinate(microdegrees: 48_390_000),
    longitude: Coordinate(microdegrees: -4_486_000), mode: .leaseManagement, tags: ["drive"],
    closesOn: CivilDate(year: 2027, month: 1, day: 31), extra: ["x-parking": "P2"])

  @Test func `fields without a value are absent`() {
    let fields = store.fields
    #expect(fields["store.name"] == "Maison Vermeil Brest")
    #expect(fields["store.mode"] == "lease-management")
    #expect(fields["store.x-parking"] == "P2")
    #expect(fields["store.phone"] == nil)
    #expect(fields["store.hours"] == nil)
    #expect(Set(fields.keys).isSubset(of: Store.fieldNames + ["store.x-parking"]))
  }

  @Test func `a store survives JSON, with the header's names as keys`() throws {
    let data = try JSONEncoder().encode(store)
    #expect(try JSONDecoder().decode(Store.self, from: data) == store)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["timezone"] as? String == "Europe/Paris")
    #expect(json["latitude"] as? String == "48.39")
    #expect(json["closesOn"] as? String == "2027-01-31")
    #expect(json["opensOn"] == nil)
  }

  @Test(
    arguments: [
      ("0", 0, "0"), ("-0", 0, "0"), ("46.19900", 46_199_000, "46.199"),
      ("-0.404", -404_000, "-0.404"),
      ("4.8566134", 4_856_613, "4.856613"), ("4.8566135", 4_856_614, "4.856614"),
      ("90", 90_000_000, "90"),
      ("0.000001", 1, "0.000001"), ("-12.999999999999999", -13_000_000, "-13"),
    ] as [(String, Int64, String)])
  func `coordinates are whole millionths`(_ text: String, _ value: Int64, _ shown: String) {
    let read = Coordinate(text, limit: 90)
    #expect(read?.microdegrees == value)
    #expect(read?.description == shown)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1.2.3", "--1", "1_0", " 1", "90.0000005", "1234", "1.1234567890123456",
  ])
  func `other numbers are no coordinates`(_ text: String) {
    #expect(Coordinate(text, limit: 90) == nil)
  }

  @Test func `a comparison names what is new, changed, same and gone`() {
    var changed = store
    changed.city = "Guipavas"
    changed.extra = ["x-quay": "3"]
    var new = store
    new.code = StoreCode("S0")
    var same = store
    same.code = StoreCode("S2")
    var gone = store
    gone.code = StoreCode("S3")
    let difference = StoreDifference(from: [store, same, gone], to: [same, changed, new])
    #expect(difference.created == [new])
    #expect(difference.updated.map(\.columns) == [["city", "x-parking", "x-quay"]])
    #expect(difference.updated.map(\.after) == [changed])
    #expect(difference.unchanged == [StoreCode("S2")])
    #expect(difference.removed == [gone])
  }

  @Test func `there are eighteen regions`() {
    #expect(FrenchRegion.known.count == 18)
    #expect(
      FrenchRegion.names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == FrenchRegion.names
    )
  }
}
