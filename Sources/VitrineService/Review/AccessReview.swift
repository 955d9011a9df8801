import VitrineCore
import VitrineStorage

/// Looks for rights that somebody should look at: each finding wants `grant revoke` or a reason to keep.
package struct AccessReview: Query {
  package static let action = Action.accessReview
  package static let isNational = true
  /// Who works here, if the personnel office has given a list.
  package let staff: StaffFile?
  /// What the pages themselves said about who has rights on them.
  package let pages: [PageRights]

  /// Makes the query.
  package init(staff: StaffFile?, pages: [PageRights] = []) {
    self.staff = staff
    self.pages = pages
  }

  package func run(in context: ReadContext) throws -> [ReviewFinding] {
    let desk = try ReviewedDesk(context)
    var findings: [ReviewFinding] = []
    for grant in desk.grants { findings += try desk.findings(on: grant, in: context) }
    findings += desk.exclusions()
    findings += desk.oneHands()
    if let staff { findings += desk.strangers(to: staff) }
    findings += pages.flatMap(\.findings)
    let kept = try context.transaction.keptGrants(
      since: context.now.advanced(bySeconds: -ReviewFinding.quietDays * 86_400))
    return findings.filter { finding in !(finding.grant.map(kept.contains) ?? false) }
  }
}

/// One thing that an access review found.
package struct ReviewFinding: Hashable, Sendable {
  /// What kind of thing it is; a stable name for scripts.
  package enum Kind: String, CaseIterable, Sendable {
    /// A grant that nobody has used for ninety days.
    case unused
    /// A grant without an end.
    case noExpiry
    /// Whoever gave it is suspended or gone.
    case granterGone
    /// Its person cannot act, and nobody took it away.
    case inactivePerson
    /// A grant on a store that is closed or was never there.
    case closedStore
    /// Two roles that one person may not hold together.
    case exclusion
    /// An approver or launcher who was created, granted and enrolled by one person in a day.
    case oneHand
    /// Somebody whom the personnel office does not know.
    case notOnStaffList
    /// Somebody who has left.
    case leftStaff
    /// Somebody with a personal account has rights on the page itself.
    case personalAccount
    /// A page that did not say who has rights on it.
    case pageNotAsked
  }

  /// For how many days a finding is quiet once somebody has said why the grant stays.
  package static let quietDays: Int64 = 90

  /// What kind of thing it is.
  package let kind: Kind
  /// Whom it is about.
  package var user: UserID?
  /// Their name, for people who read.
  package var name: String?
  /// Which grant.
  package var grant: GrantID?
  /// Which store.
  package var store: StoreCode?
  /// Which page.
  package var page: PageID?
  /// In words.
  package let detail: Message
  /// What answers it.
  package let fix: Message

  /// Makes a finding.
  package init(_ kind: Kind, _ detail: Message, fix: Message) {
    self.kind = kind
    self.detail = detail
    self.fix = fix
  }
}
