import Testing
import VitrineTestSupport

@testable import VitrineCore

/// Reads a register of rows given as changes to a good row.
private func register(_ rows: [[String: String]], columns extra: [String] = []) -> StoreRegister {
  let columns = StoreRegister.requiredColumns + extra
  let good = [
    "code": "S0001", "name": "Maison Vermeil Lyon", "format": "supermarket",
    "address": "1 rue des Lilas", "postcode": "69003", "city": "Lyon", "department": "69",
    "region": "Auvergne-Rhône-Alpes", "country": "FR", "latitude": "45.75", "longitude": "4.85",
    "timezone": "Europe/Paris",
  ]
  var writer = CSVWriter(guarding: .nothing)
  writer.write(columns)
  for row in rows {
    let cells = good.merging(row) { $1 }
    writer.write(columns.map { cells[$0] ?? "" })
  }
  return parse(writer.bytes)
}

private func parse(_ bytes: [UInt8]) -> StoreRegister {
  StoreRegister.parse(bytes, knownTimeZones: { ["Europe/Paris", "Indian/Reunion"].contains($0) })
}

struct StoreRegisterTests {
  @Test func `a good row becomes a store with all its values`() throws {
    let read = register(
      [
        [
          "mode": "lease-management", "phone": "0612345678", "hours": "Mo-Sa 08:30-21:00",
          "tags": "wine; drive;;wine", "opensOn": "2019-04-02", "closesOn": "2031-01-01",
          "x-parking": "P2 =1+1", "latitude": "-0.4",
        ]
      ], columns: StoreRegister.optionalColumns + ["x-parking"])
    #expect(read.findings == [])
    let store = try #require(read.stores.first)
    #expect(store.mode == .leaseManagement)
    #expect(store.phone == "0612345678")
    #expect(store.hours?.description == "Mo-Sa 08:30-21:00")
    #expect(store.tags == ["drive", "wine"])
    #expect(store.opensOn == CivilDate(year: 2019, month: 4, day: 2))
    #expect(store.closesOn == CivilDate(year: 2031, month: 1, day: 1))
    #expect(store.extra == ["x-parking": "P2 =1+1"])
    #expect(store.latitude == Coordinate(microdegrees: -400_000))
  }

  @Test(
    arguments: [
      ("code", "", "store.code.empty", nil),
      ("code", " S0001", "store.code.spelling", "S0001"),
      ("code", "s0001", "store.code.spelling", "S0001"),
      ("code", "S0001\u{200B}", "store.code.spelling", "S0001"),
      ("code", "Ｓ０００１", "store.code.spelling", "S0001"),
      ("code", "S٣", "store.code.invalid", nil),
      ("code", "S1 S2", "store.code.invalid", nil),
      ("code", "-S1", "store.code.invalid", nil),
      ("code", "S/1", "store.code.invalid", nil),
      ("code", String(repeating: "S", count: 41), "store.code.long", nil),
      ("name", "", "store.empty", nil),
      ("name", "S0001\rS9999 OK", "store.control", nil),
      ("name", "a\u{1B}[2Jb", "store.control", nil),
      ("name", "a\u{202E}b", "store.control", nil),
      ("name", "\0=1", "store.control", nil),
      ("city", "Lyon\tNord", "store.control", nil),
      ("format", "hypermarche", "store.choice", "hypermarket"),
      ("format", "", "store.empty", nil),
      ("country", "fr", "store.country", nil),
      ("country", "", "store.empty", nil),
      ("region", "north", "store.region", nil),
      ("region", "Ile de France", "store.region", "Île-de-France"),
      ("region", "Pays de Loire", "store.region", "Pays de la Loire"),
      ("department", "", "store.empty", nil),
      ("latitude", "NaN", "store.coordinate", nil),
      ("latitude", "1e999", "store.coordinate", nil),
      ("latitude", "0x1p3", "store.coordinate", nil),
      ("latitude", "４５", "store.coordinate", nil),
      ("latitude", "+45", "store.coordinate", nil),
      ("latitude", "90.0000005", "store.coordinate", nil),
      ("latitude", "9223372036854775808", "store.coordinate", nil),
      ("latitude", "45,75", "store.coordinate", "45.75"),
      ("latitude", "", "store.place", nil),
      ("longitude", "180.1", "store.coordinate", nil),
      ("timezone", "Europe/Lyon", "store.timezone", nil),
      ("mode", "franchised", "store.choice", "franchise"),
      ("hours", "Mo-Sa 8h-21h", "hours.time", nil),
      ("opensOn", "2026-02-30", "store.date", nil),
      ("opensOn", "22/11/2026", "store.date", nil),
    ] as [(String, String, String, String?)])
  func `a bad cell is found in its place`(
    _ column: String, _ value: String, _ rule: String, _ fix: String?
  ) throws {
    let read = register([[column: value]], columns: StoreRegister.optionalColumns)
    #expect(read.findings.map(\.rule) == [rule])
    #expect(read.stores.isEmpty)
    let finding = try #require(read.findings.first)
    #expect(finding.line == 2)
    #expect(finding.column != nil)
    if let fix { #expect(finding.fix?.arguments == [fix]) }
    finding.expectReadable()
  }

  @Test func `all findings of a file come at once, in its order`() {
    let read = register([
      ["code": "S1", "format": "kiosk", "latitude": "NaN"], ["code": "S2"],
      ["code": "s3", "timezone": "Mars/Crater"],
    ])
    #expect(
      read.findings.map { "\($0.line ?? 0) \($0.rule)" } == [
        "2 store.choice", "2 store.coordinate", "4 store.code.spelling", "4 store.timezone",
      ])
    #expect(read.stores.map(\.code.rawValue) == ["S2"])
  }

  @Test func `a code that comes twice names both lines, even when a row is wrong otherwise`() {
    let read = register([["code": "S1"], ["code": "S2"], ["code": "S1", "format": "kiosk"]])
    let twice = read.findings.first { $0.rule == "store.code.twice" }
    #expect(twice?.message.arguments == ["S1", "2", "4"])
  }

  @Test(arguments: [
    "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "Rock & Roll <3 \"q\"", "%s%n%@",
  ])
  func `a text is a text`(_ name: String) {
    let read = register([["name": name]])
    #expect(read.findings == [])
    #expect(read.stores.first.map { Array($0.name.utf8) } == Array(name.utf8))
  }

  @Test func `one region in two spellings is one region`() {
    let composed = "Auvergne-Rhône-Alpes"
    let read = register([
      ["code": "S1", "region": composed], ["code": "S2", "region": "Auvergne-Rho\u{302}ne-Alpes"],
      ["code": "S3", "region": " \(composed) "], ["code": "S4", "region": "\u{A0}\(composed)"],
    ])
    #expect(read.findings == [])
    #expect(Set(read.stores.map { Array($0.region.utf8) }) == [Array(composed.utf8)])
  }

  @Test func `regions are free outside France, and so is the department`() {
    let read = register([["country": "BE", "region": "Wallonie", "department": ""]])
    #expect(read.findings == [])
  }

  @Test func `a phone keeps its zero and a postcode too`() {
    let read = register([["postcode": "01000", "phone": "0612345678"]], columns: ["phone"])
    #expect(read.stores.first?.postcode == "01000")
    #expect(read.stores.first?.phone == "0612345678")
  }

  @Test func `a misspelt column is a finding with the right one`() {
    var header = StoreRegister.requiredColumns
    header[11] = "timezon"
    let read = parse(Array((header + ["X-own", "x-own"]).joined(separator: ",").utf8))
    #expect(
      read.findings.map(\.rule) == [
        "csv.column.missing", "csv.column.unknown", "csv.column.unknown",
      ])
    #expect(read.findings[1].fix == Message("did.you.mean", "timezone"))
  }

  @Test func `a time zone is asked for once, however many stores live by it`() {
    var asked: [String] = []
    let bytes = StoreRegister.csv(
      (1...50).map {
        Store(
          code: StoreCode("S\($0)"), name: "n", format: .proximity, city: "c", department: "01",
          region: "Bretagne")
      })
    let read = StoreRegister.parse(bytes) { zone in
      asked.append(zone)
      return true
    }
    #expect(read.stores.count == 50)
    #expect(asked == ["Europe/Paris"])
  }

  @Test(arguments: 0..<100)
  func `stores come back from the file that was written for them`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = ["", "Été", "a,b", "\"q\"", "=1+1", "Rhône 🧀", "l'Île", "1;2"]
    func text(_ random: inout SeededGenerator) -> String {
      texts.randomElement(using: &random) ?? ""
    }
    let stores = try (0..<Int.random(in: 1...20, using: &random)).map { index in
      Store(
        code: StoreCode("S\(index)"), name: "n\(text(&random))",
        format: try #require(StoreFormat.allCases.randomElement(using: &random)),
        address: text(&random), postcode: text(&random), city: "c\(text(&random))",
        department: "d", region: try #require(FrenchRegion.names.randomElement(using: &random)),
        latitude: Coordinate(microdegrees: .random(in: -90_000_000...90_000_000, using: &random)),
        longitude: Coordinate(
          microdegrees: .random(in: -180_000_000...180_000_000, using: &random)),
        mode: try #require(StoreMode.allCases.randomElement(using: &random)),
        hours: Bool.random(using: &random) ? try OpeningHours.parse("Mo 08:00-09:00") : nil,
        tags: Bool.random(using: &random) ? ["drive", "wine"] : [],
        opensOn: CivilDate(daysSince1970: .random(in: 0...30_000, using: &random)),
        extra: Bool.random(using: &random) ? ["x-a": "v\(text(&random))"] : [:])
    }
    let read = parse(StoreRegister.csv(stores))
    #expect(read.findings == [])
    #expect(read.stores == stores)
  }
}
