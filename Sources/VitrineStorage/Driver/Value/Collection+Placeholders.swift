extension Collection {
  /// Placeholders for its elements, numbered from a first one: `?3,?4,?5`.
  func placeholders(from first: Int) -> String {
    (first..<first + count).map { "?\($0)" }.joined(separator: ",")
  }

  /// Its elements in their order, so many at a time: a statement takes only so many arguments.
  func chunks(of size: Int) -> [SubSequence] {
    var chunks: [SubSequence] = []
    var rest = self[...]
    while !rest.isEmpty {
      chunks.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return chunks
  }
}
