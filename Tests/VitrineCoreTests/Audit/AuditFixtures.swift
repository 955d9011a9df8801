import Testing

@testable import VitrineCore

/// A log in memory: what the storage keeps, without a storage.
struct MemoryLog {
  private(set) var records: [[UInt8]] = []
  private(set) var leaves: [Hash] = []
  private(set) var frontier = Frontier()
  /// Hashes of complete subtrees by level, then index.
  private(set) var nodes: [[Hash]] = []
  /// The root at each size.
  private(set) var roots = [MerkleTree.emptyRoot]

  init(_ records: [[UInt8]] = []) {
    for record in records { append(record) }
  }

  /// A log of that many records, each its own number.
  init(count: Int) { self.init((0..<count).map { Array("record \($0)".utf8) }) }

  mutating func append(_ record: [UInt8]) {
    records.append(record)
    let leaf = MerkleTree.leaf(record)
    leaves.append(leaf)
    for node in [MerkleTree.Node(level: 0, index: frontier.size, hash: leaf)]
      + frontier.append(leaf)
    {
      if nodes.count == node.level { nodes.append([]) }
      nodes[node.level].append(node.hash)
    }
    roots.append(frontier.root)
  }

  func node(_ level: Int, _ index: Int) throws -> Hash {
    try #require(nodes.indices.contains(level) && nodes[level].indices.contains(index))
    return nodes[level][index]
  }

  func checkpoint(_ size: Int) throws -> Checkpoint {
    try Checkpoint(origin: "example.org/log", size: size, root: roots[size])
  }
}

/// RFC 6962 section 2.1 word for word, as slow as it reads.
enum NaiveTree {
  static func root(_ leaves: ArraySlice<Hash>) -> Hash {
    switch leaves.count {
    case 0: return MerkleTree.emptyRoot
    case 1: return leaves[leaves.startIndex]
    default:
      let middle = leaves.startIndex + split(leaves.count)
      return MerkleTree.node(root(leaves[..<middle]), root(leaves[middle...]))
    }
  }

  static func path(_ index: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.startIndex + split(leaves.count)
    return index < middle
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func subproof(_ size: Int, _ leaves: ArraySlice<Hash>, _ isKnown: Bool) -> [Hash] {
    if size == leaves.endIndex { return isKnown ? [] : [root(leaves)] }
    let middle = leaves.startIndex + split(leaves.count)
    return size <= middle
      ? subproof(size, leaves[..<middle], isKnown) + [root(leaves[middle...])]
      : subproof(size, leaves[middle...], false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }
}

extension Hash {
  /// The same hash with one bit turned.
  func flipping(bit: Int) throws -> Hash {
    var bytes = self.bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return try #require(Hash(bytes: bytes))
  }
}

/// Keys and texts from the tests of Go's `sumdb/note` and of transparency-dev/tessera; the witness's
/// line is made from the text of C2SP tlog-cosignature.
enum NoteVectors {
  static let peterText =
    "If you think cryptography is the answer to your problem,\n"
    + "then you don't know what your problem is.\n"
  static let peterSkey = Secret(
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
  static let peterVkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let peterLine =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotp"
    + "RZb6KE6RyyBwJnAM="
  static var peterNote: String { "\(peterText)\n\(peterLine)\n" }

  static let logSkey = Secret(
    "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg")
  static let logVkey =
    "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
  static let logRecords = [
    "one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven",
    "twelf", "threeten", "fourten", "fivten",
  ].map { Array($0.utf8) }
  static let logCheckpoint = """
    example.com/log/testdata
    15
    rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=

    — example.com/log/testdata M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkd\
    IQzd/fmwlM/dlPWF74ewI=

    """

  static let witnessSeed = "3e069002fc8245d31eda7e5f8e6865056f934df03a8a75bdccc9a351921e2c03"
  static let witnessVkey =
    "auditor.example.org/w1+1ac97ec4+BOaLwJvYCHLgnFCfd3IAVHiNGzZIQHT1Pt7WRoWoqnQH"
  static let witnessLine =
    "— auditor.example.org/w1 Gsl+xAAAAABpVbkAE3o5aFSwQLD8UMxuFYQWcuzmVDsQC4A+KmBpE0FUAC6bgb5AQoJqsD/"
    + "wKS/AAgTWv4YeOuO8vo7x18esetlBBw=="
}
