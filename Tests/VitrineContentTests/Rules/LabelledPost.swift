import VitrineContent
import VitrineCore

/// A post whose breaches of rules people have labelled, as `Tests/VitrineContentTests/Data` writes it.
struct LabelledPost {
  var post: ReviewedPost
  var expected: [String]
  /// The line of the file.
  var line: Int

  /// Reads a file of posts; a mistake in it is an error that says where.
  static func read(_ bytes: [UInt8], file: String) throws -> [LabelledPost] {
    let document = YAMLDocument(bytes, file: file)
    guard document.findings.isEmpty, let posts = document.root?["posts"] else {
      throw Problem(description: "\(file): \(document.findings)")
    }
    return try items(posts).map { try LabelledPost($0, file) }
  }

  /// Reads the texts of one rule: those that pass it and those that fail.
  static func readRule(
    _ bytes: [UInt8], file: String
  ) throws -> (rule: String, pass: [LabelledPost], fail: [LabelledPost]) {
    let document = YAMLDocument(bytes, file: file)
    guard document.findings.isEmpty, let root = document.root, let rule = root["rule"]?.text,
      let pass = root["pass"], let fail = root["fail"]
    else { throw Problem(description: "\(file): \(document.findings)") }
    return (
      rule, try items(pass).map { try LabelledPost($0, file) },
      try items(fail).map { try LabelledPost($0, file) }
    )
  }

  /// What is wrong with a file.
  struct Problem: Error, CustomStringConvertible { let description: String }

  private static func items(_ node: YAMLNode) throws -> [YAMLNode] {
    guard case .sequence(let items) = node.content else {
      throw Problem(description: "line \(node.line): a list must stand here")
    }
    return items
  }

  private static let keys = [
    "text", "expect", "on", "families", "offer", "department", "network", "people", "minors",
    "consent", "parents", "store", "why",
  ]

  private init(_ node: YAMLNode, _ file: String) throws {
    for member in node.members ?? [] where !Self.keys.contains(member.key) {
      throw Problem(description: "\(file):\(member.line): the key \(member.key)")
    }
    guard let text = node["text"]?.text,
      let day = MessageValidity.Moment(node["on"]?.text ?? "2026-11-25")?.date
    else { throw Problem(description: "\(file):\(node.line): text or day") }
    let texts = { (key: String) in try node[key].map(Self.items)?.compactMap(\.text) ?? [] }
    expected = try texts("expect")
    line = node.line
    let picture = PictureDeclaration(
      showsPeople: node["people"]?.text == "true", showsMinors: node["minors"]?.text == "true",
      consent: node["consent"]?.text, parents: node["parents"]?.text)
    post = ReviewedPost(
      text: text, network: Network(rawValue: node["network"]?.text ?? "facebook"), day: day,
      families: try texts("families"), offer: try node["offer"].map { try Self.offer($0, file) },
      pictures: [picture], department: node["department"]?.text ?? "35",
      isClosedOnSunday: try texts("store").contains("closed-sunday"))
  }

  private static func offer(_ node: YAMLNode, _ file: String) throws -> Offer {
    var offer = Offer()
    for member in node.members ?? [] {
      let text = member.value.text ?? ""
      switch member.key {
      case "price": offer.price = FieldValue.millionths(text)
      case "priorPrice": offer.priorPrice = FieldValue.millionths(text)
      case "unitPrice": offer.unitPrice = FieldValue.millionths(text)
      case "origin": offer.origin = text
      case "from": offer.from = MessageValidity.Moment(text)?.date
      case "until": offer.until = MessageValidity.Moment(text)?.date
      case "stock": offer.stock = Int(text)
      case "energyClass": offer.energyClass = text
      case "agreement": offer.agreement = text
      case "product": offer.product = text
      case "loyaltyOnly": offer.isLoyaltyOnly = text == "true"
      default: throw Problem(description: "\(file):\(member.line): the key \(member.key)")
      }
    }
    return offer
  }
}
