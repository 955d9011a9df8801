import Testing

@testable import VitrineCore

struct PeriodTests {
  private func periods(_ text: String, on day: String = "2026-11-25") throws -> [String] {
    var tokenized = TokenizedText()
    tokenized.add(text)
    let today = try #require(MessageValidity.Moment(day)?.date)
    return PeriodScan(tokenized, today: today).found.map { period in
      "\(period.from.map(\.description) ?? "")/\(period.until.map(\.description) ?? "")"
    }
  }

  @Test(arguments: [
    ("du 24 au 29 novembre", ["2026-11-24/2026-11-29"]),
    ("du mardi 24 novembre au dimanche 6 décembre 2026", ["2026-11-24/2026-12-06"]),
    ("du 28 décembre au 4 janvier", ["2026-12-28/2027-01-04"]),
    ("jusqu'au 1er mars", ["/2027-03-01"]),
    ("à partir du 5/12", ["2026-12-05/"]),
    ("dès le 5 décembre", ["2026-12-05/"]),
    ("les 27 et 28 novembre", ["2026-11-27/2026-11-28"]),
    ("le 24/11/2025 et le 3 déc", ["2025-11-24/2025-11-24", "2026-12-03/2026-12-03"]),
    ("vendredi 27 novembre", ["2026-11-27/2026-11-27"]),
    ("tout le mois", ["2026-11-25/2026-11-30"]),
    ("tout le mois de décembre", ["2026-12-01/2026-12-31"]),
    ("jusqu'à dimanche", ["/2026-11-29"]),
    ("jusqu'à mardi, jusqu'à mercredi", ["/2026-12-01", "/2026-11-25"]),
    ("jusqu'à fin décembre", ["/2026-12-31"]),
    ("jusqu'à la fin du mois", ["/2026-11-30"]),
    ("jusqu'à Noël", ["/2026-12-25"]),
    ("du mercredi 25 au samedi 28", ["2026-11-25/2026-11-28"]),
    ("jusqu'au lundi 2", ["/2026-12-02"]),
    ("dès lundi", ["2026-11-30/"]),
    ("dès vendredi 27 et jusqu'au mardi 1er décembre", ["2026-11-27/2026-12-01"]),
    ("dès le 10 décembre, 3,99 € le kg, jusqu'au 12 décembre", ["2026-12-10/2026-12-12"]),
    ("le jeudi, 14 € le panier, samedi 10 h", []),
    ("à partir de mercredi", ["2026-12-02/"]),
    ("lundi prochain", ["2026-11-30/2026-11-30"]),
    ("dès demain", ["2026-11-26/2026-11-26"]),
    ("la semaine prochaine", ["2026-11-30/"]),
    ("le mois prochain", ["2026-12-01/"]),
    ("en décembre, en novembre, en mars", ["2026-12-01/2026-12-31", "2027-03-01/2027-03-31"]),
    ("pendant dix jours, pendant 2 semaines", ["/2026-12-04", "/2026-12-08"]),
    ("du 31 février au 2 mars", ["/2027-03-02"]),
    ("le 42 novembre, du 3 au 5", []),
    ("réservez avant le 15 décembre", ["2026-11-25/"]),
  ])
  func `a text names its days`(text: String, expected: [String]) throws {
    #expect(try periods(text) == expected)
  }

  @Test func `a date without a year is the one nearest to the publication`() throws {
    #expect(try periods("le 28 décembre", on: "2027-01-03") == ["2026-12-28/2026-12-28"])
    #expect(try periods("le 3 janvier", on: "2026-12-28") == ["2027-01-03/2027-01-03"])
    #expect(try periods("le 29 février", on: "2027-06-01") == ["2028-02-29/2028-02-29"])
  }
}
