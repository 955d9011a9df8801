import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Table C of the bad inputs: the register of stores and the map of pages, through the commands.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct RegisterInputTests {
  static let header =
    "code,name,format,address,postcode,city,department,region,country,latitude,longitude,timezone\n"

  /// A row with one cell changed.
  static func row(
    code: String = "FR-9001", name: String = "Maison Essai", format: String = "supermarket",
    region: String = "Bretagne", latitude: String = "48.11", timeZone: String = "Europe/Paris"
  ) -> String {
    "\(code),\(name),\(format),1 rue A,35000,Rennes,35,\(region),FR,\(latitude),-1.68,\(timeZone)\n"
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let id: String
    let bytes: [UInt8]
    /// What standard error must say, each in full.
    let says: [String]

    init(_ id: String, _ text: String, says: String...) {
      self.init(id, Array(text.utf8), says: says)
    }

    init(_ id: String, _ bytes: [UInt8], says: [String]) {
      self.id = id
      self.bytes = bytes
      self.says = says
    }

    var testDescription: String { id }
  }

  static let rejected: [Row] = [
    Row(
      "C03 a column twice", "code," + header + "FR-9001,FR-9001" + row().dropFirst(7),
      says: "bad.csv:1:6: error: the column 'code' is there twice, as column 1 and column 2"),
    Row(
      "C05 an unclosed quote", header + row(name: "\"Maison"),
      says: "bad.csv:2:9: error: this quote is never closed"),
    Row(
      "C09 UTF-16", [0xFF, 0xFE] + "code,name\n".utf8.flatMap { [$0, 0] },
      says: ["not UTF-8 text; it looks like UTF-16LE", "save the file again as UTF-8"]),
    Row(
      "C09 Windows-1252",
      Array(header.utf8) + Array("FR-9001,Caf".utf8) + [0xE9] + Array(row().dropFirst(20).utf8),
      says: ["bad.csv:2:12: error: this is not UTF-8 text; it looks like Windows-1252"]),
    Row(
      "C11 a blank before a code", header + row(code: " FR-0001"),
      says: "bad.csv:2:1: error: the store code ' FR-0001' must be spelt 'FR-0001'"),
    Row(
      "C11 a code in small letters", header + row(code: "fr-0001"),
      says: "the store code 'fr-0001' must be spelt 'FR-0001'"),
    Row(
      "C11 a code with a hidden character", header + row(code: "FR-0001\u{200B}"),
      says: "the store code 'FR-0001\\u{200B}' must be spelt 'FR-0001'"),
    Row(
      "C11 a code in wide digits", header + row(code: "FR-００01"),
      says: "must be spelt 'FR-0001'"),
    Row(
      "C11 a store twice", header + row() + row(name: "Maison Deux"),
      says: "bad.csv:3:1: error: the store 'FR-9001' is there twice, on line 2 and on line 3"),
    Row(
      "C17 NaN", header + row(latitude: "NaN"),
      says: "'latitude' cannot be 'NaN'; a decimal from -90 to 90 is expected"),
    Row("C17 1e999", header + row(latitude: "1e999"), says: "'latitude' cannot be '1e999'"),
    Row("C17 0x1p3", header + row(latitude: "0x1p3"), says: "'latitude' cannot be '0x1p3'"),
    Row("C17 another script's digit", header + row(latitude: "٣"), says: "cannot be '٣'"),
    Row("C17 beyond the pole", header + row(latitude: "91"), says: "cannot be '91'"),
    Row(
      "a comma in a number", header + row(latitude: "48,11"),
      says: "this row has 13 cells, the header has 12; perhaps a comma lacks its quotes"),
    Row(
      "a row that is too short", header + "FR-9001,Maison\n",
      says: "bad.csv:2:1: error: this row has 2 cells, the header has 12"),
    Row(
      "all findings at once", header + row(format: "superstore", timeZone: "Europe/Pari"),
      says: "'format' cannot be 'superstore'; it is one of hypermarket, supermarket, proximity",
      "'Europe/Pari' is no time zone", "'bad.csv' has 2 findings; nothing was taken over"),
    Row(
      "X01 an escape sequence in a name", header + row(name: "Maison \u{1B}]0;owned\u{7}"),
      says: "there is a forbidden character U+001B in 'name'"),
    Row(
      "X03 a carriage return in a name", header + row(name: "\"S0001\rS9999 OK\""),
      says: "there is a forbidden character U+000D in 'name'"),
    Row(
      "X05 a line feed in a name", header + row(name: "\"x\n2026-01-01 approved by ceo\""),
      says: "U+000A in 'name'"),
    Row("an empty file", "", says: "the file is empty; its first line must name the columns"),
    Row(
      "a column is missing", "code,name\nFR-9001,x\n", says: "'format'"),
  ]

  @Test(arguments: rejected)
  func `a bad register is refused as a whole, with the place of each finding`(
    _ row: Row
  ) async throws {
    try await withDesk { desk in
      // A good row first: nothing of it may stay.
      _ = try desk.write(row.bytes, to: "bad.csv")
      let before = try await desk.succeed(["store", "list"], as: .admin)
      let spoken = await desk.speak(["store", "import", "bad.csv"])
      #expect(spoken.exitCode == 65, "\(spoken.all)")
      #expect(spoken.output.isEmpty)
      for text in row.says { #expect(spoken.errors.contains(text), "\(text)\n\(spoken.all)") }
      #expect(!spoken.errors.utf8.contains(0x1B) && !spoken.errors.utf8.contains(0x0D))
      #expect(try await desk.succeed(["store", "list"], as: .admin) == before)

      let json = await desk.speak(["store", "import", "bad.csv", "--json"])
      #expect(json.exitCode == 65)
      #expect(json.code == "invalid")
      #expect(json.subject == "bad.csv")
      #expect(json.error?["findings"]?.items.isEmpty == false)
      #expect(try JSON(parsing: json.output)["rejected"]?.items.isEmpty == false)
    }
  }

  static let accepted: [(id: String, text: String, code: String, members: [String: JSON])] = [
    (
      "C01 formulas", header + row(name: "\"=cmd|'/C calc'!A0\""), "FR-9001",
      ["name": "=cmd|'/C calc'!A0"]
    ),
    ("C07 blank lines", header + "\n\n" + row() + "\n", "FR-9001", ["name": "Maison Essai"]),
    ("C09 a byte order mark", "\u{FEFF}" + header + row(), "FR-9001", [:]),
    (
      "C15 a blank behind a region", header + row(region: "Bretagne "), "FR-9001",
      ["region": "Bretagne"]
    ),
    (
      "C15 a region in NFD", header + row(region: "I\u{302}le-de-France"), "FR-9001",
      ["region": "Île-de-France"]
    ),
    ("CRLF", (header + row()).replacing("\n", with: "\r\n"), "FR-9001", ["region": "Bretagne"]),
    (
      "C17 a telephone number stays text",
      header.replacing("timezone", with: "timezone,phone")
        + row().replacing("Europe/Paris", with: "Europe/Paris,0612345678"), "FR-9001",
      ["phone": "0612345678"]
    ),
    (
      "X13 format strings", header + row(name: "%s%n%@ ${jndi:ldap://x} \\(x) {{store.name}}"),
      "FR-9001", ["name": "%s%n%@ ${jndi:ldap://x} \\(x) {{store.name}}"]
    ),
  ]

  @Test(arguments: accepted.indices)
  func `an unusual register is taken over to the letter`(_ index: Int) async throws {
    let row = Self.accepted[index]
    try await withDesk { desk in
      let file = try desk.write(row.text, to: "good.csv")
      let result = try await desk.succeed(["store", "import", file], as: .admin)
      #expect(result["created"] == 1 && result["rejected"] == [], "\(row.id) \(result)")
      let store = try await desk.succeed(["store", "show", row.code], as: .admin)
      for (name, value) in row.members { #expect(store[name] == value, "\(row.id)") }
      if let text = row.members["region"]?.text {
        let picked = try await desk.succeed(
          ["store", "list", "--select", "region:\"\(text)\""], as: .admin)
        #expect(picked["items"]?.items.contains { $0["code"]?.text == row.code } == true)
      }
    }
  }

  @Test(arguments: ["pipe", "/dev/zero", "folder"])
  func `what is no regular file is not read (C19)`(_ name: String) async throws {
    try await withDesk { desk in
      let path = name.hasPrefix("/") ? name : desk.folder.appending(path: name).path
      if name == "pipe" { mkfifo(path, 0o600) }
      if name == "folder" { try Template.makeFolder(URL(filePath: path)) }
      let spoken = await desk.speak(["store", "import", path])
      #expect(spoken.exitCode == 65, "\(spoken.all)")
      #expect(spoken.errors.contains("is not a regular file"), "\(spoken.all)")
    }
  }

  @Test func `stores that the file leaves out close only when somebody says how many`()
    async throws
  {
    try await withDesk { desk in
      let file = try desk.write(Self.header + Self.row(), to: "one.csv")
      let added = try await desk.succeed(["store", "import", file], as: .admin)
      #expect(added["removed"] == 0 && added["absent"] == 12)
      let few = await desk.speak(["store", "import", file, "--allow-removals", "3"])
      #expect(few.exitCode != 0, "\(few.all)")
      #expect(few.errors.contains("--allow-removals 12"), "\(few.all)")
      let count = try await desk.succeed(["store", "list"], as: .admin)["items"]?.items.count
      #expect(count == 13)
    }
  }

  static let maps: [(text: String, says: String)] = [
    ("remoteID,store\n100,FR-0001\n200,FR-0001\n", "map.csv:3:5: error: the store 'FR-0001'"),
    ("remoteID,store\n100,FR-0001\n100,FR-0002\n", "map.csv:3:1: error: the page '100'"),
    ("remoteID,shop\n100,FR-0001\n", "the column 'store' is missing"),
  ]

  @Test(arguments: maps.indices)
  func `a page belongs to one store, and a store to one page (C13)`(_ index: Int) async throws {
    let map = Self.maps[index]
    try await withDesk { desk in
      _ = try desk.write(map.text, to: "map.csv")
      let spoken = await desk.speak(
        ["page", "connect", "--network", "facebook", "--token-stdin", "--map", "map.csv"],
        input: "EAAUnobody")
      #expect(spoken.exitCode == 65, "\(spoken.all)")
      #expect(spoken.errors.contains(map.says), "\(spoken.all)")
    }
  }
}
