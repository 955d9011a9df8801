/// All phrases of a rule book, found in one pass over a text through their first tokens.
///
/// Phrases come in groups (the words of a subject, the exceptions of a rule, …), and what is found
/// is kept by group. How long a pass takes depends on the text alone and on how many phrases begin
/// with the same word, not on how many phrases there are.
struct PhraseIndex {
  /// Where a phrase stands: tokens of a text.
  typealias Occurrence = Range<Int>

  /// A place of a phrase with its words as numbers of the vocabulary.
  struct Place {
    var isGap = false
    var words: Set<Int> = []
    var prefixes: [String] = []
    var numbers: Set<Int> = []
    var isAnyWord = false
    var isCapital = false
    var isAnyNumber = false

    func matches(_ token: RuleToken, _ word: Int?) -> Bool {
      if token.kind == .number {
        return isAnyNumber || (!numbers.isEmpty && token.value.map(numbers.contains) == true)
      }
      if let word, words.contains(word) { return true }
      guard token.kind == .word else { return false }
      return isAnyWord || (isCapital && token.isCapital)
        || (!prefixes.isEmpty && token.begins(with: prefixes))
    }
  }

  struct Entry {
    let places: [Place]
    let group: Int
  }

  /// Whether the occurrences of a group end as late as they can: those of exceptions do.
  private(set) var isGreedy: [Bool] = []
  private(set) var entries: [Entry] = []
  private var vocabulary: [String: Int] = [:]
  /// The entries by the word or sign that they begin with.
  private var byWord: [[Int]] = []
  private var byPrefix: [String: [Int]] = [:]
  private var prefixLengths: [Int] = []
  private var byNumber: [Int: [Int]] = [:]
  private var byAnyNumber: [Int] = []

  /// Adds a group of phrases and answers its number.
  mutating func add(_ phrases: [Phrase], isException: Bool) -> Int {
    let group = isGreedy.count
    isGreedy.append(isException)
    for phrase in phrases {
      let places = phrase.elements.map { place($0) }
      guard let first = places.first else { continue }
      let entry = entries.count
      entries.append(Entry(places: places, group: group))
      for word in first.words { byWord[word].append(entry) }
      for prefix in first.prefixes {
        byPrefix[prefix, default: []].append(entry)
        let length = prefix.utf8.count
        if !prefixLengths.contains(length) { prefixLengths.append(length) }
      }
      if first.isAnyNumber {
        byAnyNumber.append(entry)
      } else {
        for number in first.numbers { byNumber[number, default: []].append(entry) }
      }
    }
    return group
  }

  /// The number of a word or sign; `nil` for one that stands in no phrase.
  func word(_ token: RuleToken) -> Int? {
    token.kind == .number ? nil : vocabulary[token.text]
  }

  /// The entries that a token may begin.
  func candidates(_ token: RuleToken, _ word: Int?, _ body: (Int) -> Void) {
    if token.kind == .number {
      byAnyNumber.forEach(body)
      if let value = token.value { byNumber[value]?.forEach(body) }
      return
    }
    if let word { byWord[word].forEach(body) }
    guard token.kind == .word else { return }
    let bytes = token.text.utf8
    for length in prefixLengths where bytes.count >= length {
      byPrefix[String(Substring(bytes.prefix(length)))]?.forEach(body)
    }
  }

  private mutating func place(_ element: Phrase.Element) -> Place {
    var place = Place()
    guard case .token(let atoms) = element else {
      place.isGap = true
      return place
    }
    for atom in atoms {
      switch atom {
      case .word(let word):
        place.words.insert(number(of: word))
        if word.unicodeScalars.count >= 3 {
          place.words.insert(number(of: word + "s"))
          place.words.insert(number(of: word + "x"))
        }
      case .sign(let sign): place.words.insert(number(of: sign))
      case .prefix(let prefix): place.prefixes.append(prefix)
      case .number(let value): place.numbers.insert(value)
      case .anyWord: place.isAnyWord = true
      case .capital: place.isCapital = true
      case .anyNumber: place.isAnyNumber = true
      }
    }
    return place
  }

  private mutating func number(of word: String) -> Int {
    if let number = vocabulary[word] { return number }
    let number = byWord.count
    vocabulary[word] = number
    byWord.append([])
    return number
  }
}
