/// One post under the rules: what was found in it, and what is worked out when a rule asks for it.
struct RuleReview {
  let post: ReviewedPost
  let book: RuleBook
  let text: TokenizedText
  let scan: PhraseScan
  /// What was filled from the register, and the store's own name in typed text: no subject.
  private let register: [Range<Int>]
  private var subjectWords: [Int: [Range<Int>]] = [:]
  private var subjectsShown: [Int: Bool] = [:]
  private var discountsFound: [DiscountScan.Discount]?
  private var periodsFound: [PeriodScan.Period]?

  init(_ post: ReviewedPost, in book: RuleBook) {
    self.post = post
    self.book = book
    var text = TokenizedText()
    text.add(post.text)
    for alt in post.alts { text.add(alt) }
    self.text = text
    scan = PhraseScan(text, book.index)
    register = RegisterWords(post.registerWords).occurrences(in: text)
  }

  /// The findings in the order of the rules.
  mutating func findings() -> [RuleFinding] {
    var result: [RuleFinding] = []
    for (number, rule) in book.rules.enumerated() {
      if let from = rule.from, post.day < from { continue }
      let ended = rule.until.flatMap { $0 < post.day ? $0 : nil }
      guard let words = breach(of: book.compiled.rules[number]) else { continue }
      result.append(
        RuleFinding(
          rule: rule.id, severity: ended == nil ? rule.severity : .info, title: rule.title,
          words: words, fix: rule.fix, article: rule.article, owner: rule.owner, endedOn: ended))
    }
    return result
  }

  /// The words that make a rule apply that the post does not heed; `nil` when all is well.
  private mutating func breach(of rule: CompiledRules.Rule) -> [String]? {
    var evidence: [Range<Int>] = []
    var discounts: [Range<Int>] = []
    for item in rule.when {
      guard let found = holds(item, unless: rule.unless) else { return nil }
      evidence += found.prefix(Self.wordsOfItem)
      if item.contains(where: \.isDiscount) { discounts += found }
    }
    if !discounts.isEmpty, !rule.families.isEmpty {
      // A discount is one of what its own sentence names: the flour, not the soap a line below.
      guard binds(rule, to: discounts) else { return nil }
      for item in rule.except where holds(item.filter { !$0.isAbout }) != nil { return nil }
    } else {
      for item in rule.except where holds(item) != nil { return nil }
    }
    if !rule.require.isEmpty {
      var isHeeded = true
      for item in rule.require where isHeeded { isHeeded = holds(item) != nil }
      if isHeeded { return nil }
    }
    var words: [String] = []
    for range in evidence {
      let excerpt = text.excerpt(range)
      if !words.contains(excerpt) { words.append(excerpt) }
    }
    return words
  }

  /// Whether one of some discounts is one of what a rule is about: by its sentence where that names
  /// something that the rule knows, else by the whole post.
  private mutating func binds(
    _ rule: CompiledRules.Rule, to discounts: [Range<Int>]
  ) -> Bool {
    let meant = sentences(naming: rule.families)
    let excepted = sentences(naming: rule.excepted)
    var isExceptedByPost = false
    for subject in rule.excepted where !isExceptedByPost { isExceptedByPost = isShown(subject) }
    return discounts.contains { discount in
      let sentence = text.sentenceOfToken[discount.lowerBound]
      let isMeant = meant.contains(sentence)
      if isMeant || excepted.contains(sentence) { return isMeant && !excepted.contains(sentence) }
      return !isExceptedByPost
    }
  }

  /// The sentences that have a word of one of some subjects, or of what is part of them.
  private mutating func sentences(naming subjects: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    var seen: Set<Int> = []
    var open = subjects
    while let subject = open.popLast() {
      guard seen.insert(subject).inserted else { continue }
      for word in words(of: subject) { found.insert(text.sentenceOfToken[word.lowerBound]) }
      open += book.compiled.subjects[subject].parts
    }
    return found
  }

  /// How many places of the text a finding shows for each item of `when`.
  private static let wordsOfItem = 3

  /// The places that make one condition of an item hold; `nil` when none does.
  private mutating func holds(
    _ item: [CompiledRules.Condition], unless: Int? = nil
  ) -> [Range<Int>]? {
    for condition in item {
      if let found = holds(condition, unless: unless) { return found }
    }
    return nil
  }

  private mutating func holds(
    _ condition: CompiledRules.Condition, unless: Int?
  ) -> [Range<Int>]? {
    switch condition {
    case .about(let subjects):
      for subject in subjects {
        if let found = words(showing: subject) { return found }
      }
      return nil
    case .says(let group):
      let found = scan.occurrences[group]
        .outside(unless.map { scan.occurrences[$0] } ?? [])
      return found.isEmpty ? nil : found
    case .other(let condition): return holds(condition)
    }
  }

  /// The places that show a subject, none when a template declares it; `nil` when it is not shown.
  private mutating func words(showing subject: Int) -> [Range<Int>]? {
    guard isShown(subject) else { return nil }
    let own = words(of: subject)
    if !own.isEmpty { return own }
    for part in book.compiled.subjects[subject].parts {
      if let found = words(showing: part), !found.isEmpty { return found }
    }
    return []
  }

  private mutating func isShown(_ subject: Int) -> Bool {
    if let known = subjectsShown[subject] { return known }
    // The reader refuses circles; without this line one would not end.
    subjectsShown[subject] = false
    var isShown =
      post.families.contains(book.subjects[subject].id) || !words(of: subject).isEmpty
    for part in book.compiled.subjects[subject].parts where !isShown {
      isShown = self.isShown(part)
    }
    subjectsShown[subject] = isShown
    return isShown
  }

  private mutating func words(of subject: Int) -> [Range<Int>] {
    if let known = subjectWords[subject] { return known }
    let compiled = book.compiled.subjects[subject]
    var found = scan.occurrences[compiled.says]
    if !found.isEmpty {
      var exceptions = scan.occurrences[compiled.unless] + register
      if compiled.heedsIgnored { exceptions += scan.occurrences[book.compiled.ignored] }
      found = found.outside(exceptions)
    }
    subjectWords[subject] = found
    return found
  }

  /// The discounts of the text.
  var discounts: [DiscountScan.Discount] {
    mutating get {
      if let known = discountsFound { return known }
      let found = DiscountScan(text, exceptions: exceptions(of: "price-cut")).found
      discountsFound = found
      return found
    }
  }

  /// The periods of the text.
  var periods: [PeriodScan.Period] {
    mutating get {
      if let known = periodsFound { return known }
      let found = PeriodScan(text, today: post.day).found
      periodsFound = found
      return found
    }
  }

  private func exceptions(of subject: String) -> [Range<Int>] {
    guard let number = book.compiled.numbers[subject] else { return [] }
    return scan.occurrences[book.compiled.subjects[number].unless]
  }
}
