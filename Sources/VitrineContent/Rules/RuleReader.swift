import VitrineCore

/// Reads rules, subjects and sales out of the nodes of a rule file.
struct RuleReader {
  var yaml: YAMLReader
  let networks: [Network]
  /// The subjects named so far, to be looked up when all files are read.
  var references: [RuleFile.Placed<String>] = []

  init(file: String, networks: [Network]) {
    yaml = YAMLReader(file: file)
    self.networks = networks
  }

  mutating func read(_ node: YAMLNode, into file: inout RuleFile) {
    let keys = ["rules", "subjects", "ignore", "sales"]
    guard let root = yaml.mapping(node, "", allowed: keys) else { return }
    for item in yaml.list(root, "rules") ?? [] {
      if let rule = rule(item) {
        file.rules.append(RuleFile.Placed(value: rule, file: file.name, node: item["id"] ?? item))
      }
    }
    file.ignored = phrases(root, "ignore")
    for item in yaml.list(root, "subjects") ?? [] {
      if let subject = subject(item) {
        file.subjects.append(
          RuleFile.Placed(value: subject, file: file.name, node: item["id"] ?? item))
      }
    }
    if let node = yaml.value(root, "sales"), let sales = sales(node) {
      file.sales = RuleFile.Placed(value: sales, file: file.name, node: node)
    }
    file.references = references
  }

  private mutating func subject(_ node: YAMLNode) -> RuleSubject? {
    let keys = ["id", "title", "family", "ignore", "partOf", "says", "unless"]
    guard let mapping = yaml.mapping(node, "subjects", allowed: keys) else { return nil }
    let id = id(mapping)
    let title = yaml.text(mapping, "title", required: true, maximum: 200)
    let isFamily = yaml.bool(mapping, "family") ?? false
    let heedsIgnored = yaml.bool(mapping, "ignore") ?? false
    let partOf = subjects(mapping, "partOf")
    let says = phrases(mapping, "says", required: true)
    let unless = phrases(mapping, "unless")
    guard let id, let title else { return nil }
    return RuleSubject(
      id: id, title: title, isFamily: isFamily, heedsIgnored: heedsIgnored, partOf: partOf,
      says: says, unless: unless)
  }

  private mutating func rule(_ node: YAMLNode) -> RetailRule? {
    let keys = [
      "id", "title", "article", "note", "checkedOn", "owner", "from", "until", "severity", "when",
      "except", "require", "unless", "fix",
    ]
    guard let mapping = yaml.mapping(node, "rules", allowed: keys) else { return nil }
    let id = id(mapping)
    let title = yaml.text(mapping, "title", required: true, maximum: 300)
    let article = yaml.text(mapping, "article", required: true, maximum: 300)
    let note = yaml.text(mapping, "note", maximum: 1000)
    let checkedOn = day(mapping, "checkedOn", required: true)
    let owner = yaml.text(mapping, "owner", required: true, maximum: 60)
    let from = day(mapping, "from")
    let until = day(mapping, "until")
    dates(from, until, mapping, id ?? "until")
    let severity = word(mapping, "severity", RuleFinding.Severity.self)
    let when = items(mapping, "when", required: true)
    let except = items(mapping, "except")
    let require = items(mapping, "require")
    let unless = phrases(mapping, "unless")
    let fix = yaml.text(mapping, "fix", required: true, maximum: 1000)
    guard let id, let title, let article, let checkedOn, let owner, let severity, let fix else {
      return nil
    }
    return RetailRule(
      id: id, title: title, article: article, note: note, checkedOn: checkedOn, from: from,
      until: until, owner: owner, severity: severity, when: when, except: except, require: require,
      unless: unless, fix: fix)
  }

  /// Subjects named below a key; whether they are declared is known when all files are read.
  mutating func subjects(_ mapping: YAMLMapping, _ key: String) -> [String] {
    var names: [String] = []
    for item in yaml.list(mapping, key) ?? [] {
      guard let name = yaml.text(item, mapping.path(key), maximum: 60) else { continue }
      names.append(name)
      references.append(RuleFile.Placed(value: name, file: yaml.file ?? "", node: item))
    }
    return names
  }

  /// The phrases below a key; one that cannot be found in any text is a finding.
  mutating func phrases(
    _ mapping: YAMLMapping, _ key: String, required: Bool = false
  ) -> [Phrase] {
    if required, mapping[key] == nil {
      _ = yaml.value(mapping, key, required: true)
      return []
    }
    var result: [Phrase] = []
    for item in yaml.list(mapping, key) ?? [] {
      guard let text = yaml.text(item, mapping.path(key), maximum: 4000) else { continue }
      do {
        result.append(try Phrase(text))
      } catch {
        yaml.add(
          Self.message(error, text), rule: "rules.phrase", at: item,
          fix: Message("rules.phrase-fix"))
      }
    }
    return result
  }

  private static func message(_ problem: PhraseProblem, _ text: String) -> Message {
    let shown = TerminalText.excerpt(text)
    return switch problem {
    case .empty: Message("rules.phrase-empty", shown)
    case .gap: Message("rules.phrase-gap", shown)
    case .alternative(let part):
      Message("rules.phrase-alternative", shown, TerminalText.excerpt(part))
    case .star: Message("rules.phrase-star", shown)
    case .sentenceEnd: Message("rules.phrase-end", shown)
    case .long: Message("rules.phrase-long", shown, Phrase.reachLimit)
    }
  }
}
