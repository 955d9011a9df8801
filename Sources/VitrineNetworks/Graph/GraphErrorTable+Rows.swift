import VitrineCore

extension GraphErrorTable {
  /// The table in force.
  static let graph = GraphErrorTable(
    rows: instagram + general + limits + tokens + rights + content + spam)

  /// Trouble of Graph's own, and requests that it does not understand.
  private static let general: [Row] = [
    row(1, [2_853_006], .permission, .page),
    // With subcode 99 the post was seen live; with 2, seven copies came from retrying.
    row(1, .temporary, .call, effect: .possible),
    row(2, .temporary, .call, effect: .possible),
    row(3, .permission, .app),
    row(100, [33], .missing, .call),
    row(100, [1_609_005], .content, .call),
    row(100, .request, .call),
    row(104, .request, .call),
    row(803, .missing, .call),
    row(2500, .request, .call),
    row(3001, .request, .call),
  ]

  /// Too many calls.
  ///
  /// The network's own figure wins over these waits where it gives one, and calls
  /// made meanwhile lengthen the throttle.
  private static let limits: [Row] = [
    row(4, .throttled, .app, wait: 60),
    row(9, [2_207_042], .throttled, .page, wait: 3600),
    row(9, .throttled, .page, wait: 60),
    row(17, .throttled, .user, wait: 60),
    row(32, .throttled, .page, wait: 60),
    row(341, .throttled, .app, wait: 60),
    row(613, .throttled, .app, wait: 60),
    row(80_001...80_002, .any, .throttled, .page, wait: 60),
    row(80_006, .throttled, .page, wait: 60),
    row(80_008, .throttled, .page, wait: 60),
  ]

  /// Dead tokens.
  ///
  /// 458, 459, 460 and 464 are about the person behind the token, so that all pages of
  /// that person are cut off; 463, 467 and 492 are about this one token.
  private static let tokens: [Row] = [
    row(102, [458, 459, 460, 464], .connection, .user),
    row(102, .token, .page),
    row(190, [458, 459, 460, 464], .connection, .user),
    row(190, [2_069_032], .request, .call),
    row(190, .token, .page),
  ]

  /// Rights that the page or the app lacks.
  private static let rights: [Row] = [
    row(10, .permission, .page),
    row(200, [1_609_008], .content, .call),
    row(200, [2_069_030, 2_069_031, 2_069_033], .request, .call),
    row(200...299, .any, .permission, .page),
  ]

  /// Texts, links and media that are not accepted.
  private static let content: [Row] = [
    row(324, .content, .call),
    row(389, .content, .call),
    row(1500, .content, .call),
    row(6000, .content, .call),
    // Upload again: the session was lost, not the video refused.
    row(1_363_030, .temporary, .call),
    row(1_363_033, .temporary, .call),
    row(1_363_041, .temporary, .call),
    row(1_363_000...1_363_199, .any, .content, .call),
    row(1_366_046, .content, .call),
    row(1_366_051, .duplicate, .call, effect: .possible),
    row(1_609_005, .content, .call),
  ]

  /// Taken for spam, for a repetition, or for somebody who has to show who they are.
  private static let spam: [Row] = [
    row(368, [1_390_008], .blocked, .page, wait: 86_400),
    row(368...368, .noneOr([1_404_082]), .duplicate, .call),
    row(368, .person, .page),
    row(506, .duplicate, .call),
  ]

  /// Instagram's, which come over the same API; most are told by their subcode.
  ///
  /// The codes from 2,207,000 on are subcodes, which a container's status names alone.
  private static let instagram: [Row] = [
    row(-2, [2_207_003], .temporary, .call, wait: 60),
    row(-2, [2_207_020], .missing, .call),
    row(-1...(-1), .these([2_207_001]), .temporary, .call, effect: .possible),
    row(-1, [2_207_032, 2_207_053], .missing, .call),
    // Seen after the post was live.
    row(4...4, .these([2_207_051]), .blocked, .page, effect: .possible, wait: 86_400),
    row(24, [2_207_006], .missing, .call),
    row(24, [2_207_008], .temporary, .call, wait: 60),
    row(25, .person, .page),
    row(100, [2_207_023, 2_207_028, 2_207_040], .content, .call),
    row(352, .content, .call),
    // Our own web server did not answer Meta: it may do so in a minute.
    row(9004, [2_207_052], .temporary, .call, wait: 60),
    row(9004, .content, .call),
    row(9007, .temporary, .call, wait: 60),
    row(36_000...36_004, .any, .content, .call),
    row(2_207_003, .temporary, .call),
    row(2_207_006, .missing, .call),
    row(2_207_008, .missing, .call),
    row(2_207_020, .missing, .call),
    row(2_207_052...2_207_053, .any, .temporary, .call),
    row(2_207_082, .temporary, .call),
    row(2_207_000...2_207_999, .any, .content, .call),
  ]

  private static func row(
    _ code: Int, _ kind: NetworkFailure.Kind, _ reach: NetworkFailure.Reach,
    effect: Effect = .none, wait: Int? = nil
  ) -> Row {
    row(code...code, .any, kind, reach, effect: effect, wait: wait)
  }

  private static func row(
    _ code: Int, _ subcodes: [Int], _ kind: NetworkFailure.Kind, _ reach: NetworkFailure.Reach,
    wait: Int? = nil
  ) -> Row {
    row(code...code, .these(subcodes), kind, reach, wait: wait)
  }

  private static func row(
    _ codes: ClosedRange<Int>, _ subcodes: Subcodes, _ kind: NetworkFailure.Kind,
    _ reach: NetworkFailure.Reach, effect: Effect = .none, wait: Int? = nil
  ) -> Row {
    Row(codes: codes, subcodes: subcodes, kind: kind, reach: reach, effect: effect, wait: wait)
  }
}
