import Testing

@testable import VitrineCore

struct DiscountTests {
  private func percents(_ text: String, unless phrases: [String] = []) throws -> [Double] {
    var index = PhraseIndex()
    let group = index.add(try phrases.map { try Phrase($0) }, isException: true)
    var tokenized = TokenizedText()
    tokenized.add(text)
    let exceptions = PhraseScan(tokenized, index).occurrences[group]
    return DiscountScan(tokenized, exceptions: exceptions).found
      .map { ($0.percent * 100).rounded() / 100 }
  }

  @Test(
    arguments: [
      ("-20 % sur le linge", [20]),
      ("20 % de remise immédiate", [20]),
      ("Remise de 5 euros et 20 pour cent de réduction", [20]),
      ("Chocolat 70 % cacao", []),
      ("le 2e à -68 %", [34]),
      ("le 2e paquet de coquillettes au choix à -60 %", [30]),
      ("le 2e dimanche de l'avent, -50 %", [50]),
      ("40 % de votre achat crédités", [40]),
      ("moins trente pour cent", [30]),
      ("-60 % sur le deuxième", [30]),
      ("80 % sur le 2e", [40]),
      ("la troisième à -60 %", [20]),
      ("20 % de remise + 15 % crédités sur votre carte", [20, 15, 35]),
      ("-20 % et -10 % sur les draps", [20, 10]),
      ("à moitié prix", [50]),
      ("le 2e à moitié prix", [25]),
      ("2 achetés, le 3e offert", [33.33]),
      ("1 acheté = 1 offert", [50]),
      ("une boîte achetée, une offerte", [50]),
      ("2 + 1 offert", [33.33]),
      ("3 achetés + 3 offerts", [50]),
      ("lot de 6 dont 2 offerts", [33.33]),
      ("3 pour le prix de 2", [33.33]),
      ("deux pour le prix d'une", [50]),
      ("le lot de 2 pots au prix d'un seul", [50]),
      ("2 pots au prix de 1 €", []),
      ("la deuxième à un centime", [50]),
      ("la moitié en moins", [50]),
      ("on rembourse un paquet de riz sur deux", [50]),
      ("1 lot acheté = 1 lot remboursé", [50]),
      ("achetez 1 café, repartez avec 2", [50]),
      ("24 rouleaux + 24 offerts", [50]),
      ("1,25 € vs 2,50 € avant", [50]),
      ("pour 10 € d'achats, 5 € en bon d'achat", [50]),
      ("un client sur deux passe au drive", []),
      ("payez-en 1, repartez avec 2", [50]),
      ("payez 1 €, repartez avec 2 pains", []),
      ("vous en prenez 2, vous en payez 1", [50]),
      ("prenez 2 caddies, payez 1 €", []),
      ("la moitié de votre achat en bon d'achat", [50]),
      ("prix coupés en deux", [50]),
      ("on coupe les prix en deux", [50]),
      ("coupe l'avocat en deux", []),
      ("5 € au lieu de 8 €", [37.5]),
      ("au lieu de 8 €, 5 €", [37.5]),
      ("2€50 au lieu de 5€", [50]),
      ("il passe de 12 € à 6 €", [50]),
      ("de 20 € à 150 €", []),
      ("10 € offerts", []),
      ("+50 % de produit offert", [33.33]),
      ("-50 % le deuxième", [25]),
      ("50 % de votre achat en bon d'achat", [50]),
      ("moins 30 %, au moins 20 %", [30]),
      ("1 offert pour 2 achetés", [33.33]),
      ("3 achetés, le moins cher offert", [33.33]),
      ("3 pour 2, 3 pour 2 €, 2 pour 4 personnes", [33.33]),
      ("demi-tarif", [50]),
      ("le 2e à moitié prix, le 3e offert", [25, 33.33]),
      ("5,50 €/kg ➡️ 4,20 €/kg", [23.64]),
      ("le deuxième remboursé ! Le 3e remboursé à 50 %", [50, 16.67]),
      ("la 2e pizza à 0 €, le 3e à 1 centime", [50, 33.33]),
      ("249 € avant, 189 € maintenant", [24.1]),
      ("on vous rend la moitié du prix", [50]),
      ("cent pour cent remboursé", [100]),
      ("2 achetés, la 3e et la 4e offertes", [50]),
      ("9 achetés, la dixième gratuitement", [10]),
      ("2,99 € (4,99 € barré)", [40.08]),
      ("4,95 € (prix barré 9,90 €)", [50]),
      ("pour 2 € dépensés, 1 € crédité", [50]),
      ("5 € offerts dès 50 € d'achat", [10]),
      ("3,99 € -> 2,49 €, 8€→4€", [37.59, 50]),
      ("on vous rembourse la moitié", [50]),
      ("on vous offre le 3e", [33.33]),
      ("notre offre : le 2e à -20 %", [10]),
      ("prix divisés par deux", [50]),
      ("2,50 € au lieu de 4,99", [49.9]),
      ("5 € contre 8 €", [37.5]),
      ("120 % de remise", []),
      ("0 € au lieu de 0 €", []),
      ("99999999999 € au lieu de 5 €, 999999999 € au lieu de 999999999 €", []),
    ] as [(String, [Double])])
  func `a text announces its discounts`(text: String, expected: [Double]) throws {
    #expect(try percents(text) == expected)
  }

  @Test func `a percentage inside of an exception is none`() throws {
    #expect(try percents("-20 % d'emballage", unless: ["- _ % d'emballage"]) == [])
  }
}
