/// Hashtags of a text: `#` and a word, not all of it digits, with no letter right before.
package enum Hashtags {
  /// How many a caption of Instagram may have, by the documentation of several tools; the network
  /// publishes no figure.
  package static let mostOnInstagram = 30

  /// How many there are.
  package static func count(in text: String) -> Int {
    var count = 0
    var isOpen = false
    var hasLetter = false
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if isOpen, isWord(scalar) {
        hasLetter = hasLetter || !("0"..."9").contains(scalar)
      } else {
        if isOpen, hasLetter { count += 1 }
        isOpen = scalar == "#" && !isWord(before) && before != "&" && before != "/"
        hasLetter = false
      }
      before = scalar
    }
    return isOpen && hasLetter ? count + 1 : count
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil || scalar == "_"
      || properties.generalCategory == .nonspacingMark
  }
}
