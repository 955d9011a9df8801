/// A page of the sandbox, with the calls it has answered and what currently stops it.
struct Page: Sendable {
  let number: UInt64
  let id: String
  let store: SandboxStore
  let token: String
  let proof: String
  let followers: Int

  /// The page's posts in the order in which they were made, as positions in the world's list.
  var posts: [Int] = []
  /// The post published last, against which a repetition is measured.
  var lastPublished: Int?
  var photos: [UInt64] = []
  var subscribedFields: [String]?
  /// People with rights on the page itself, outside of any business.
  var people: [Person] = []
  var budget = Budget()
  var instagram: InstagramAccount

  /// A person whom somebody let in by hand.
  struct Person: Sendable, Equatable {
    let id: String
    let name: String
    let tasks: [String]
  }

  /// A whole number for the network's `store_number`, which cannot hold letters or leading zeros.
  var storeNumber: String? {
    let code = store.code
    guard (1...15).contains(code.utf8.count), code.utf8.first != 0x30,
      code.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return code
  }
}
