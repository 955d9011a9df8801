import Testing

@testable import VitrineCore

struct RuleTokenizerTests {
  private func sentences(_ text: String) -> [String] {
    var tokenized = TokenizedText()
    tokenized.add(text)
    return tokenized.sentences.map { sentence in
      tokenized.tokens[sentence].map { token in
        token.kind == .number ? "\(token.amount ?? -1)" : token.text
      }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("Rosé & rosés", "rose roses"),
    ("#FoireAuxVins", "foire aux vins"),
    ("L’œuf — l'ŒUF", "l oeuf l oeuf"),
    ("𝗣𝗥𝗢𝗠𝗢 ＰＲＯＭＯ pro\u{AD}mo pro\u{200B}mo", "promo promo promo promo"),
    ("e\u{301}te\u{301}", "ete"),
    ("deux, neuf et douze", "2.0 neuf et 12.0"),
    ("cent pour cent remboursé", "100.0 % rembourse"),
    ("trente-cinq pour cent, soixante dix pourcent", "35.0 % 70.0 %"),
    ("quatre-vingts, vingt à trente, deux cents", "80.0 20.0 a 30.0 2.0 cents"),
    ("deux pour trois et pour cent euros", "2.0 pour 3.0 et pour cent euros"),
    ("1 200,50 € la place", "1200.5 € la place"),
    ("1\u{202F}200 kg, 2 12", "1200.0 kg 2.0 12.0"),
    ("le 2e à -30 %", "le 2.0 e a - 30.0 %"),
    ("10-20 %, - 5 %, −5 %, –5 %", "10.0 20.0 % - 5.0 % - 5.0 % - 5.0 %"),
    ("anti-gaspi", "anti gaspi"),
    ("M. Martin et MM. Durand", "m martin et mm durand"),
    ("Baguette - 1 €, - 12,5 %", "baguette 1.0 € - 12.5 %"),
    ("- 15 € sur le siège", "- 15.0 € sur le siege"),
    ("le 24/11, s/c", "le 24.0 / 11.0 s c"),
    ("1ᵉʳ âge, 2€50", "1.0 er age 2.0 € 50.0"),
    ("10 × 29,90 €", "10.0 x 29.9 €"),
    ("12 % vol., à 8 €", "12.0 % vol a 8.0 €"),
    ("👍🏽 🇫🇷 ☀️", "👍 🇫 🇷 ☀"),
    ("12345678901 €", "-1.0 €"),
  ])
  func `a text is cut into words, numbers and signs`(text: String, tokens: String) {
    #expect(sentences(text) == [tokens])
  }

  @Test(arguments: [
    "Vin. Gratuit", "Vin ! Gratuit", "Vin ?Gratuit", "Vin\nGratuit", "Vin\r\nGratuit",
    "Vin…Gratuit",
    "Vin • Gratuit", "Vin | gratuit", "Vin ; gratuit", "« Vin. » Gratuit", "Vin‼️Gratuit",
  ])
  func `a break ends a sentence`(text: String) {
    #expect(sentences(text) == ["vin", "gratuit"])
  }

  @Test func `an excerpt is what the text says`() {
    var text = TokenizedText()
    text.add("Nos BIÈRES\u{A0}: l’offre « d’été » !")
    #expect(text.excerpt(1..<4) == "BIÈRES\u{A0}: l’offre")
    text.add("Une bière")
    #expect(text.excerpt(text.tokens.count - 1..<text.tokens.count) == "bière")
  }
}
