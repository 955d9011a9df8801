/// A file of store codes, one a line: what `--to-file` takes.
///
/// A line that is blank or begins with `#` is skipped; a `#` after a code begins a remark. A code
/// that comes twice is a finding, since a store must not get a message twice by a careless list.
package struct StoreListFile: Sendable {
  /// The most bytes that a list may have.
  package static let longest = 4 << 20

  /// The codes in the order of the file.
  package let codes: [StoreCode]
  /// What is wrong with the file; nobody is addressed while there is an error.
  package let findings: [Finding]

  /// Exactly these stores, or `nil` when the file has findings.
  package var selector: Selector? { findings.isEmpty ? Selector.stores(codes) : nil }

  /// Reads a list; `known` are the codes of the register.
  package static func parse(
    _ bytes: [UInt8], file: String? = nil, known: Set<StoreCode>
  ) -> StoreListFile {
    var findings = FindingList(file: file)
    var lines: [StoreCode: Int] = [:]
    var codes: [StoreCode] = []
    if bytes.count > longest {
      findings.add(Message("list.tooLarge", bytes.count, longest), at: nil)
      return StoreListFile(codes: [], findings: findings.all)
    }
    if let (guess, _) = TextEncoding.problem(in: bytes) {
      findings.add(
        Message("list.encoding", guess.rawValue), at: nil, fix: Message("csv.encoding.fix"))
      return StoreListFile(codes: [], findings: findings.all)
    }
    let newline = UInt8(ascii: "\n")
    let body = TextEncoding.withoutMark(bytes[...])
    for (offset, bytes) in body.split(separator: newline, omittingEmptySubsequences: false)
      .enumerated()
    {
      let end = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
      let line = String(decoding: end.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      let word = line.trimmingBlanks
      if word.isEmpty { continue }
      let blanks = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
      let place = SourcePosition(line: offset + 1, column: blanks + 1)
      do throws(StoreCodeError) {
        let code = try StoreCode.parse(word)
        if let first = lines[code] {
          findings.add(Message("list.twice", code, first), at: place)
        } else if !known.contains(code) {
          let names = findings.isFull ? [] : known.map(\.rawValue)
          let meant = EditDistance.suggestion(for: word, among: names)
          findings.add(
            Message("selector.unknown.store", word), at: place,
            fix: meant.map { Message("did.you.mean", $0) })
        } else {
          codes.append(code)
        }
        if lines[code] == nil { lines[code] = offset + 1 }
      } catch {
        findings.add(
          error.message, at: place, fix: error.meant.map { Message("write.instead", $0) })
      }
    }
    if codes.isEmpty, !findings.hasErrors { findings.add(Message("list.noStores"), at: nil) }
    return StoreListFile(codes: codes, findings: findings.all)
  }
}

extension String {
  /// The text without spaces, no-break spaces and tabs around it.
  var trimmingBlanks: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\u{A0}"
    }
    guard let start = unicodeScalars.firstIndex(where: { !isBlank($0) }),
      let end = unicodeScalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(unicodeScalars[start...end])
  }
}
