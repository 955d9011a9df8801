import Testing
import VitrineCore

/// One way in which the network goes wrong, and how a launch must end in it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  /// What a person must do before the rest can go out.
  enum Mending: Sendable {
    /// Nothing.
    case nothing
    /// `broadcast retry`.
    case retry
    /// Connect the pages again, then `broadcast retry`.
    case reconnect
    /// `broadcast resume`, then `broadcast retry`: it has paused by itself.
    case resume
  }

  let name: String
  /// The faults, with `PAGE` for the page of FR-0007.
  let faults: [String]
  /// The exit codes that are right while the fault lasts.
  let exits: [Int32]
  /// How many pages are published at least, and at most, by the first launch; nil for any.
  let published: ClosedRange<Int>?
  let mending: Mending
  var switches: [String: JSON] = [:]

  var testDescription: String { name }

  /// The fault lasts, and the launch copes with it by itself.
  static func passing(_ name: String, _ faults: String...) -> FaultCase {
    FaultCase(name: name, faults: faults, exits: [0], published: 100...100, mending: .nothing)
  }

  /// The fault stops all pages, or a few, until a person has acted.
  static func stopping(
    _ name: String, _ faults: String..., published: ClosedRange<Int>, mending: Mending = .retry
  ) -> FaultCase {
    FaultCase(name: name, faults: faults, exits: [1], published: published, mending: mending)
  }

  /// The fault lasts, and the network does not list drafts.
  static func unlisted(_ name: String, _ faults: String...) -> FaultCase {
    FaultCase(
      name: "\(name), drafts not listed", faults: faults, exits: [0], published: 100...100,
      mending: .nothing, switches: ["draftsListed": false])
  }

  /// The faults that a launch gets through by itself.
  static let passing: [FaultCase] = [
    .passing("answers to drafts lost", "lost-answer,op=stage"),
    .passing("answers to releases lost", "lost-answer,op=release"),
    .passing("answers to reading lost", "lost-answer,op=read,count=6"),
    .passing("some answers lost", "lost-answer,rate=0.02,count=20"),
    .passing("drafts made late", "late-execution,op=stage,delay=800,count=10"),
    .passing("releases made late", "late-execution,op=release,delay=800,count=10"),
    .passing(
      "drafts made late and listed later", "late-execution,op=stage,delay=500,count=10",
      "list-lag,op=stage,delay=1500"),
    .passing("null members without effect", "null-member,rate=0.2,count=60"),
    .passing("null members with effect", "null-member-done,rate=0.2,count=60"),
    .passing("null members for drafts", "null-member,op=stage,count=100"),
    .passing("null members for drafts that were made", "null-member-done,op=stage"),
    .passing("null members for releases that happened", "null-member-done,op=release"),
    .passing("null members for lists", "lost-answer,op=stage", "null-member,op=list,count=50"),
    .passing("HTML instead of answers to drafts", "html-500,op=stage"),
    .passing("HTML instead of answers to releases", "html-500,op=release"),
    .passing("HTML now and then", "html-500,rate=0.02,count=12"),
    .passing("connections reset", "reset,rate=0.05,count=12"),
    .passing("connections reset at a release", "reset,op=release,count=5"),
    .passing("drafts that hang", "hang,op=stage,count=3"),
    .passing("releases that hang and happen", "hang,op=release,done=true,count=3"),
    .passing("lists that lag", "list-lag,delay=2000"),
    .passing(
      "lists that lag behind lost answers", "lost-answer,op=stage,count=5",
      "list-lag,op=stage,delay=1500"),
    .passing("slow answers", "slow,delay=150"),
    .passing("unknown errors (1/99) with effect", "error,code=1,subcode=99,done=true,op=stage"),
    .passing("unknown errors (2) at a release", "error,code=2,op=release,count=20"),
    .passing("a release said to be a duplicate", "error,code=506,op=release,pages=PAGE,count=2"),
    .passing("the page is read too early", "error,code=100,subcode=33,op=read,pages=PAGE,count=2"),
    .passing(
      "a dead token at the reading back", "error,code=190,subcode=463,op=read,pages=PAGE,count=1"),
  ]

  /// What remains of them where a page's drafts cannot be found: a second draft, and nothing public.
  static let unlisted: [FaultCase] = [
    .unlisted("answers to drafts lost", "lost-answer,op=stage,count=20"),
    .unlisted("drafts made late", "late-execution,op=stage,delay=600,count=10"),
    .unlisted("HTML instead of answers", "html-500,op=stage,count=15"),
    .unlisted("null members", "null-member-done,rate=0.2,count=40"),
    .unlisted("answers to releases lost", "lost-answer,op=release,count=20"),
    FaultCase(
      name: "a page whose drafts always get lost", faults: ["lost-answer,op=stage,pages=PAGE"],
      exits: [1], published: 0...0, mending: .retry, switches: ["draftsListed": false]),
  ]

  /// The faults after which somebody has to act.
  static let stopping: [FaultCase] = [
    .stopping(
      "one dead token (190/463)", "error,code=190,subcode=463,pages=PAGE", published: 0...0,
      mending: .reconnect),
    .stopping(
      "a token that dies before the release", "error,code=190,subcode=463,op=release,pages=PAGE",
      published: 99...99, mending: .reconnect),
    .stopping(
      "the person's session ended (190/460)", "error,code=190,subcode=460", published: 0...0,
      mending: .reconnect),
    .stopping(
      "the session ends before the release", "error,code=190,subcode=460,op=release",
      published: 0...90, mending: .reconnect),
    .stopping(
      "a right is missing (200)", "error,code=200,op=stage,pages=PAGE", published: 0...0,
      mending: .reconnect),
    .stopping(
      "the app lacks the right (10)", "error,code=10,op=release,pages=PAGE", published: 99...99,
      mending: .reconnect),
    .stopping(
      "taken for spam at the draft (368/1390008)", "spam-block,op=stage,pages=PAGE",
      published: 0...0),
    .stopping(
      "taken for spam at the release (368/1390008)", "spam-block,op=release,pages=PAGE",
      published: 99...99),
    // The second page that is blocked stops the run.
    FaultCase(
      name: "everything taken for spam", faults: ["spam-block"], exits: [75], published: 0...0,
      mending: .resume),
    .stopping("identity wanted (368)", "error,code=368,op=stage,pages=PAGE", published: 0...99),
    .stopping(
      "a draft said to be a duplicate (506)", "error,code=506,op=stage,pages=PAGE",
      published: 0...0),
    .stopping(
      "an invalid parameter (100) on one page", "error,code=100,op=stage,pages=PAGE",
      published: 99...99),
  ]
}
