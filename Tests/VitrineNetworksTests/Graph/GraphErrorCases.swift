import Testing
import VitrineCore

@testable import VitrineNetworks

/// What one error is to mean, written from Meta's pages and the field reports, not from the table.
struct GraphErrorCase: Sendable, CustomTestStringConvertible {
  let code: Int
  let subcode: Int?
  let kind: NetworkFailure.Kind
  let reach: NetworkFailure.Reach
  let isUnknown: Bool
  let wait: Int?

  init(
    _ code: Int, _ subcode: Int?, _ kind: NetworkFailure.Kind, _ reach: NetworkFailure.Reach,
    unknown isUnknown: Bool = false, wait: Int? = nil
  ) {
    self.code = code
    self.subcode = subcode
    self.kind = kind
    self.reach = reach
    self.isUnknown = isUnknown
    self.wait = wait
  }

  var testDescription: String { "\(code)/\(subcode.map(String.init) ?? "-")" }

  var error: GraphError { GraphError(code: code, subcode: subcode, message: "words") }

  /// All cases; several for a row that lists several subcodes.
  static let all: [GraphErrorCase] = [
    GraphErrorCase(1, nil, .temporary, .call, unknown: true),
    GraphErrorCase(1, 99, .temporary, .call, unknown: true),
    GraphErrorCase(1, 2_853_006, .permission, .page),
    GraphErrorCase(2, nil, .temporary, .call, unknown: true),
    GraphErrorCase(3, nil, .permission, .app),
    GraphErrorCase(4, nil, .throttled, .app, wait: 60),
    GraphErrorCase(9, 2_207_042, .throttled, .page, wait: 3600),
    GraphErrorCase(9, nil, .throttled, .page, wait: 60),
    GraphErrorCase(10, nil, .permission, .page),
    GraphErrorCase(17, nil, .throttled, .user, wait: 60),
    GraphErrorCase(17, 2_446_079, .throttled, .user, wait: 60),
    GraphErrorCase(32, nil, .throttled, .page, wait: 60),
    GraphErrorCase(100, nil, .request, .call),
    GraphErrorCase(100, 33, .missing, .call),
    GraphErrorCase(100, 1_609_005, .content, .call),
    GraphErrorCase(102, nil, .token, .page),
    GraphErrorCase(102, 463, .token, .page),
    GraphErrorCase(102, 458, .connection, .user),
    GraphErrorCase(102, 459, .connection, .user),
    GraphErrorCase(102, 460, .connection, .user),
    GraphErrorCase(102, 464, .connection, .user),
    GraphErrorCase(104, nil, .request, .call),
    GraphErrorCase(190, nil, .token, .page),
    GraphErrorCase(190, 458, .connection, .user),
    GraphErrorCase(190, 459, .connection, .user),
    GraphErrorCase(190, 460, .connection, .user),
    GraphErrorCase(190, 463, .token, .page),
    GraphErrorCase(190, 464, .connection, .user),
    GraphErrorCase(190, 467, .token, .page),
    GraphErrorCase(190, 492, .token, .page),
    GraphErrorCase(190, 2_069_032, .request, .call),
    GraphErrorCase(200, nil, .permission, .page),
    GraphErrorCase(200, 1_609_008, .content, .call),
    GraphErrorCase(200, 2_069_030, .request, .call),
    GraphErrorCase(200, 2_069_031, .request, .call),
    GraphErrorCase(200, 2_069_033, .request, .call),
    GraphErrorCase(201, nil, .permission, .page),
    GraphErrorCase(210, nil, .permission, .page),
    GraphErrorCase(299, nil, .permission, .page),
    GraphErrorCase(324, nil, .content, .call),
    GraphErrorCase(341, nil, .throttled, .app, wait: 60),
    GraphErrorCase(368, 1_390_008, .blocked, .page, wait: 86_400),
    GraphErrorCase(368, 1_404_082, .duplicate, .call),
    GraphErrorCase(368, nil, .duplicate, .call),
    GraphErrorCase(368, 4_854_002, .person, .page),
    GraphErrorCase(368, 1_346_003, .person, .page),
    GraphErrorCase(368, 1_404_102, .person, .page),
    GraphErrorCase(368, 1_404_112, .person, .page),
    GraphErrorCase(368, 1_404_006, .person, .page),
    GraphErrorCase(368, 1_404_078, .person, .page),
    GraphErrorCase(389, nil, .content, .call),
    GraphErrorCase(506, 1_455_006, .duplicate, .call),
    GraphErrorCase(506, nil, .duplicate, .call),
    GraphErrorCase(613, nil, .throttled, .app, wait: 60),
    GraphErrorCase(613, 1996, .throttled, .app, wait: 60),
    GraphErrorCase(803, nil, .missing, .call),
    GraphErrorCase(1500, nil, .content, .call),
    GraphErrorCase(2500, nil, .request, .call),
    GraphErrorCase(3001, 1_504_028, .request, .call),
    GraphErrorCase(6000, nil, .content, .call),
    GraphErrorCase(-2, 2_207_003, .temporary, .call, wait: 60),
    GraphErrorCase(-2, 2_207_020, .missing, .call),
    GraphErrorCase(-1, 2_207_001, .temporary, .call, unknown: true),
    GraphErrorCase(-1, 2_207_032, .missing, .call),
    GraphErrorCase(-1, 2_207_053, .missing, .call),
    GraphErrorCase(4, 2_207_051, .blocked, .page, unknown: true, wait: 86_400),
    GraphErrorCase(24, 2_207_006, .missing, .call),
    GraphErrorCase(24, 2_207_008, .temporary, .call, wait: 60),
    GraphErrorCase(25, 2_207_050, .person, .page),
    GraphErrorCase(100, 2_207_023, .content, .call),
    GraphErrorCase(100, 2_207_028, .content, .call),
    GraphErrorCase(100, 2_207_040, .content, .call),
    GraphErrorCase(352, 2_207_026, .content, .call),
    GraphErrorCase(9004, 2_207_052, .temporary, .call, wait: 60),
    GraphErrorCase(9004, nil, .content, .call),
    GraphErrorCase(9007, 2_207_027, .temporary, .call, wait: 60),
    GraphErrorCase(36_000, 2_207_004, .content, .call),
    GraphErrorCase(36_001, 2_207_005, .content, .call),
    GraphErrorCase(36_003, nil, .content, .call),
    GraphErrorCase(36_003, 2_207_009, .content, .call),
    GraphErrorCase(36_004, 2_207_010, .content, .call),
    GraphErrorCase(80_001, nil, .throttled, .page, wait: 60),
    GraphErrorCase(80_002, nil, .throttled, .page, wait: 60),
    GraphErrorCase(80_006, nil, .throttled, .page, wait: 60),
    GraphErrorCase(80_008, nil, .throttled, .page, wait: 60),
    GraphErrorCase(1_363_019, nil, .content, .call),
    GraphErrorCase(1_363_030, nil, .temporary, .call),
    GraphErrorCase(1_363_033, nil, .temporary, .call),
    GraphErrorCase(1_363_041, nil, .temporary, .call),
    GraphErrorCase(1_363_128, nil, .content, .call),
    GraphErrorCase(1_366_046, nil, .content, .call),
    GraphErrorCase(1_366_051, nil, .duplicate, .call, unknown: true),
    GraphErrorCase(1_609_005, nil, .content, .call),
    GraphErrorCase(2_207_003, nil, .temporary, .call),
    GraphErrorCase(2_207_006, nil, .missing, .call),
    GraphErrorCase(2_207_008, nil, .missing, .call),
    GraphErrorCase(2_207_010, nil, .content, .call),
    GraphErrorCase(2_207_020, nil, .missing, .call),
    GraphErrorCase(2_207_052, nil, .temporary, .call),
    GraphErrorCase(2_207_053, nil, .temporary, .call),
    GraphErrorCase(2_207_082, nil, .temporary, .call),
  ]
}
