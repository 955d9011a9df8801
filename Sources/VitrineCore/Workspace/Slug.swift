/// Makes a name that machines like out of one that people like.
package enum Slug {
  /// Lower-case ASCII letters and digits with single hyphens; `organisation` if nothing is left.
  ///
  /// Accents are dropped by the Unicode name of the letter (`LATIN SMALL LETTER E WITH ACUTE`), so
  /// that no table and no Foundation is needed.
  package static func ascii(_ text: String) -> String {
    var result = ""
    var isPending = false
    for scalar in text.lowercased().unicodeScalars {
      guard let plain = plain(scalar) else {
        isPending = isPending || scalar.properties.generalCategory != .nonspacingMark
        continue
      }
      if isPending, !result.isEmpty { result += "-" }
      isPending = false
      result += plain
    }
    return result.isEmpty ? "organisation" : result
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII {
      let isKept = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      return isKept ? String(Character(scalar)) : nil
    }
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[1] == "SMALL",
      words[2] == "LETTER" || words[2] == "LIGATURE", words[3].utf8.count <= 2
    else { return nil }
    return words[3].lowercased()
  }
}
