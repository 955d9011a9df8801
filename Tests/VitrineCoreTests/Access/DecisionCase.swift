import Testing
import VitrineCore

/// One line of `DecisionTable`, read into a request.
///
/// Facts, divided by blanks: `suspended`; `scopes=A,B`, `personal`, `age=`, `stepUp=`, `ticket`;
/// `b=STATE` or `p=STATE` with `author=me` (else another), `editor=me`, `needs=N`, `yes=N` of others,
/// `myYes`, `authorYes`, `urgent`, `delta`, `owes`, `launcher=me`, `mandatory`; `gives=ROLE@SCOPE` with `to=me` and
/// `held=ROLE,…`; `lastAdmin`; `lifts` a freeze; `unknown=NAME`.
struct DecisionCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let request: AccessRequest
  /// The rule; nil for yes.
  let rule: AccessRule?

  struct Unreadable: Error { let row: String }

  static let now = Timestamp(clamping: 1_800_000_000_000)
  static let me = UserID("u_me")
  static let other = UserID("u_other")
  static let places: [StoreCode: AccessTarget.Place] = Dictionary(
    uniqueKeysWithValues: [
      ("FR-0001", "Bretagne", "hypermarket", false), ("FR-0002", "Bretagne", "supermarket", false),
      ("FR-0003", "Corse", "hypermarket", false), ("FR-0009", "Bretagne", "hypermarket", true),
    ].map { code, region, format, isClosed in
      (
        StoreCode(code),
        AccessTarget.Place(
          code: StoreCode(code), region: region, format: format, isClosed: isClosed)
      )
    })

  init(_ row: String) throws {
    let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    guard cells.count == 5, let action = Action(rawValue: cells[1]) else {
      throw Unreadable(row: row)
    }
    let facts = Facts(cells[3])
    testDescription = cells.joined(separator: " | ")
    rule = cells[4] == "allow" ? nil : AccessRule(rawValue: cells[4])
    guard rule != nil || cells[4] == "allow" else { throw Unreadable(row: row) }
    request = AccessRequest(
      subject: Subject(
        id: Self.me, isActive: !facts.has("suspended"), grants: try Self.grants(cells[0])),
      action: action, target: try Self.target(cells[2]), broadcast: facts.broadcast,
      post: facts.post, delegation: facts.delegation,
      leavesNoAdministrator: facts.has("lastAdmin"), liftsFreeze: facts.has("lifts"),
      credential: facts.credential,
      stepUpMinutes: facts.number("stepUp") ?? 0,
      unknownNames: facts["unknown"].map { [$0] } ?? [], now: Self.now)
  }

  private static func target(_ cell: String) throws -> AccessTarget {
    switch cell {
    case "national": return .national
    case "anywhere": return .anywhere
    case "own": return .own
    default:
      let codes = cell.split(separator: " ").map { StoreCode(String($0)) }
      return AccessTarget(
        places: try codes.map { code in
          guard let place = places[code] else { throw Unreadable(row: cell) }
          return place
        })
    }
  }

  private static func grants(_ cell: String) throws -> [Grant] {
    try cell.split(separator: " ").enumerated().map { index, word in
      let parts = word.split(separator: "~")
      let names = parts[0].split(separator: "@", maxSplits: 1).map(String.init)
      guard names.count == 2, let role = Role(rawValue: names[0]), let scope = Scope(names[1])
      else { throw Unreadable(row: cell) }
      let mark = parts.count > 1 ? String(parts[1]) : ""
      let hour: Timestamp? = role == .breakglass ? now.advanced(bySeconds: 1800) : nil
      let (from, until): (Timestamp, Timestamp?) =
        switch mark {
        case "": (now.advanced(bySeconds: -1800), hour)
        case "ended": (now.advanced(bySeconds: -7200), now)
        case "later": (now.advanced(byMilliseconds: 1), nil)
        case "long": (now.advanced(bySeconds: -1801), hour)
        default: throw Unreadable(row: cell)
        }
      return Grant(
        id: GrantID("g_\(index)"), user: me, role: role, scope: scope, from: from, until: until,
        grantedBy: UserID("u_admin"))
    }
  }
}

/// The facts of a line.
private struct Facts {
  private let words: [String]

  init(_ cell: String) { words = cell.split(separator: " ").map(String.init) }

  func has(_ word: String) -> Bool { words.contains(word) }

  subscript(_ key: String) -> String? {
    words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
  }

  func number(_ key: String) -> Int? { self[key].flatMap { Int($0) } }

  private func list<Name: RawRepresentable>(_ key: String, as _: Name.Type) -> [Name]?
  where Name.RawValue == String {
    self[key].map { $0.split(separator: ",").compactMap { Name(rawValue: String($0)) } }
  }

  private var author: UserID { self["author"] == "me" ? DecisionCase.me : DecisionCase.other }

  private var approvers: Set<UserID> {
    var people = Set((0..<(number("yes") ?? 0)).map { UserID("u_yes\($0)") })
    if has("myYes") { people.insert(DecisionCase.me) }
    if has("authorYes") { people.insert(author) }
    return people
  }

  var credential: AccessCredential {
    AccessCredential(
      scopes: list("scopes", as: Action.self).map(Set.init), isPersonal: has("personal"),
      signInAge: number("age"), ticket: has("ticket") ? Ticket("INC-42") : nil)
  }

  var broadcast: BroadcastFacts? {
    self["b"].flatMap(BroadcastState.init(rawValue:)).map {
      BroadcastFacts(
        state: $0, authors: [author], approvers: approvers,
        approvalsNeeded: number("needs") ?? (has("urgent") ? 1 : 2), isUrgent: has("urgent"),
        hasOpenDelta: has("delta"), owesApproval: has("owes"),
        launcher: self["launcher"] == "me" ? DecisionCase.me : nil)
    }
  }

  var post: PostFacts? {
    self["p"].flatMap(PostState.init(rawValue:)).map {
      PostFacts(
        author: author, editors: self["editor"] == "me" ? [DecisionCase.me] : [],
        approvers: approvers, state: $0, stores: [StoreCode("FR-0001")],
        isMandatory: has("mandatory"), approvalsNeeded: number("needs") ?? 0)
    }
  }

  var delegation: Delegation? {
    guard let gift = self["gives"]?.split(separator: "@", maxSplits: 1).map(String.init),
      gift.count == 2, let role = Role(rawValue: gift[0]), let scope = Scope(gift[1])
    else { return nil }
    var place: AccessTarget.Place?
    if case .store(let code) = scope { place = DecisionCase.places[code] }
    return Delegation(
      receiver: self["to"] == "me" ? DecisionCase.me : UserID("u_new"), role: role, scope: scope,
      place: place, held: Set(list("held", as: Role.self) ?? []))
  }
}
