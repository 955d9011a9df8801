import Testing

@testable import VitrineCore

/// X's count. Rules: https://docs.x.com/fundamentals/counting-characters and twitter-text's `v3`
/// configuration; the rows are ours and follow the cases that those publish.
struct WeightedLengthTests {
  static let letters: [(String, Int)] = [
    ("", 0), ("a", 1), ("Bonjour à tous", 14), ("\u{E1}", 1), ("a\u{301}", 1), ("cafe\u{301}", 4),
    ("\u{1ED2}", 2), ("\u{4D1}", 1),
    // The last scalar of weight 1 of each range, and the one behind it.
    ("\u{10FF}", 1), ("\u{1100}", 2), ("\u{2000}", 1), ("\u{200D}", 1), ("\u{200E}", 2),
    ("\u{200F}", 2), ("\u{2010}", 1), ("\u{201F}", 1), ("\u{2020}", 2), ("\u{2032}", 1),
    ("\u{2037}", 1), ("\u{2038}", 2), ("\u{1FFF}", 2), ("\u{2031}", 2), ("5 €", 4),
    ("«\u{202F}»", 4),
    ("日本語", 6), ("한국", 4), ("ｆ", 2),
  ]

  @Test(arguments: letters)
  func `letters have the weight of their range`(text: String, weight: Int) {
    #expect(NetworkLimits.Unit.weighted.count(text) == weight)
  }

  static let emoji: [(String, Int)] = [
    ("👾", 2), ("🙋🏽", 2), ("👨‍🎤", 2), ("👨‍👩‍👧‍👦", 2), ("👨👩👧👦", 8), ("👩🏽‍❤️‍💋‍👨🏾", 2), ("🇫🇷", 2), ("🇫🇷🇧🇪", 4),
    ("🇫", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🧕🏾", 2), ("☺", 2), ("☺️", 2), ("❤️", 2), ("❤️‍🔥", 2), ("☺︎", 4),
    ("1️⃣", 2), ("#️⃣", 2), ("1", 1), ("#", 1), ("©", 1), ("©️", 2), ("®", 1), ("™", 2), ("H🐱☺👨‍👩‍👧‍👦", 7),
    ("🙋🏽👨‍🎤", 4), ("🏽", 2), ("🐱🏽", 4), ("a\u{FE0F}", 3), ("👨\u{200D}", 3),
    ("👨\u{200D}👨\u{200D}👨\u{200D}👨\u{200D}👨", 5), ("🏴\u{E0067}", 4),
  ]

  @Test(arguments: emoji)
  func `an emoji counts two, however it is put together`(text: String, weight: Int) {
    #expect(NetworkLimits.Unit.weighted.count(text) == weight)
  }

  static let addresses: [(String, Int)] = [
    ("http://test.co", 23), ("Hi http://test.co", 26), ("https://exemple.fr/", 23),
    ("https://exemple.fr/un/chemin/bien/plus/long/que/vingt-trois/signes?a=1&b=2#fin", 23),
    ("HTTPS://Exemple.FR", 23), ("Voir https://exemple.fr.", 29), ("(https://exemple.fr)", 25),
    ("https://exemple.fr/a_(b)", 23), ("https://exemple.fr/a)", 24), ("https://exemple.fr/a,", 24),
    ("https://exemple.fr:8080/a", 23), ("https://exemple.fr?a=b", 23),
    ("https://a.fr https://b.fr", 47), ("のhttps://exemple.fr", 25), ("https://exemple.comの", 25),
    ("http://☃.net/", 23), ("\u{2066}\u{202A}http://foobar.پاکستان/\u{202C}\u{2069}", 31),
    ("https://test_underscore.exemple.com", 23),
    // No addresses.
    ("https://", 8), ("https://exemple", 15), ("ftp://1.2", 9), ("https://-exemple.fr", 19),
    ("xhttps://exemple.fr/a", 21), ("@https://exemple.fr", 19), ("https://a.1", 11),
  ]

  @Test(arguments: addresses)
  func `an address counts 23, however long it is`(text: String, weight: Int) {
    #expect(NetworkLimits.Unit.weighted.count(text) == weight)
  }

  static let bare: [(String, Int)] = [
    ("exemple.com", 23), ("www.exemple.fr", 23), ("exemple.fr/promo", 23), ("t.co", 23),
    ("mairie.co.uk", 23), ("exemple.com, et", 27), ("Exemple.COM", 23),
    // A name and a country are no address, nor is a word with a full stop inside.
    ("mairie.fr", 9), ("foo@exemple.com", 15), ("3.50", 4), ("1.5kg", 5), ("demain.Venez", 12),
    ("S.A.R.L", 7), ("fin.", 4), ("...", 3), ("exemple.comptoir1", 17),
    // An ending that we do not know counts as the larger of both.
    ("promo.magasin", 23), ("un-nom-bien-plus-long.magasin", 29),
    // 64 letters are no label.
    (String(repeating: "random", count: 10) + "urls.com", 68),
  ]

  @Test(arguments: bare)
  func `an address without a scheme counts 23 where X sees one`(text: String, weight: Int) {
    #expect(NetworkLimits.Unit.weighted.count(text) == weight)
  }

  @Test func `a host may have 63 letters once it is in ASCII`() {
    let letters = String(repeating: "あいうえおかきくけこ", count: 5)
    #expect(NetworkLimits.Unit.weighted.count("http://\(letters)あい.com") == 23)
    #expect(NetworkLimits.Unit.weighted.count("http://\(letters)あいう.com") == 7 + 106 + 4)
  }

  @Test(arguments: ["x", "x-", "e\u{301}"])
  func `280 are taken and 281 are not`(letter: String) {
    let limit = NetworkLimits.Limit(
      maximum: 280, unit: .weighted, source: "", wording: "", confidence: .official, checked: "")
    let limits = NetworkLimits([Network(rawValue: "x"): limit])
    let text = String(repeating: letter, count: 280 / letter.count)
    #expect(limits.check(text, for: Network(rawValue: "x")) == nil)
    #expect(limits.check(text + "!", for: Network(rawValue: "x")) != nil)
    let emoji = String(repeating: "👨‍👩‍👧‍👦", count: 140)
    #expect(limits.check(emoji, for: Network(rawValue: "x")) == nil)
    #expect(
      limits.check(emoji + "😷", for: Network(rawValue: "x"))?.message.text(in: .en)
        == "the text is 2 units too long for x, which counts 23 for an address and 2 for an emoji: 282,"
        + " and 280 is the limit")
  }

  @Test(
    .timeLimit(.minutes(30)),
    arguments: [
      "http://a", "a.", "www.a.fr/(", "👨\u{200D}", "xn--a.", "🇫", "https://a.a.", "a.fr/(a.fr/",
      "a.fr?(", "((a.fr/",
    ])
  func `a megabyte of what looks like addresses is counted in one pass`(part: String) {
    let text = String(repeating: part, count: 1_000_000 / part.utf8.count)
    #expect(NetworkLimits.Unit.weighted.count(text) > 0)
  }
}
