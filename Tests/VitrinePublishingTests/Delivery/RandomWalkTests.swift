import Testing
import VitrineCore
import VitrinePublishing
import VitrineTestSupport

/// Random nights: answers of any kind in any order, and the promises that hold through all of them.
struct RandomWalkTests {
  /// From where to where one call and its answer may lead.
  private static let legal: [DeliveryState: Set<DeliveryState>] = [
    .ready: [.ready, .staging, .staged, .held, .refused, .failed],
    .staging: [.staging, .ready, .staged, .held],
    .staged: [.staged, .releasing, .published, .held],
    .releasing: [.releasing, .staged, .published, .held],
    .published: [.published, .confirmed, .held],
    .discarding: [.discarding, .cancelled, .refused],
    .removing: [.removing, .takenDown, .confirmed],
  ]

  @Test(arguments: 0..<400)
  func `no answers lead to a second draft unlooked or to a release of another id`(
    _ seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    var delivery = Delivery.sample(content: seed % 2 == 0 ? .sample : .illustrated)
    let policy = DeliveryPolicy.short
    var isStageUnclear = false
    var isReleaseUnclear = false
    var drafts = 0
    var used: Set<RemoteID> = []
    for _ in 0..<80 {
      let before = delivery
      guard let step = delivery.begin(at: .noon) else { break }
      switch step {
      case .stage(let content, let pictures):
        #expect(pictures.count == content.media.count, "staged without its pictures")
        #expect(Set(pictures).isDisjoint(with: used), "pictures that a lost draft may have taken")
        #expect(!isStageUnclear, "staged again before anybody looked")
        #expect(before.remoteID == nil)
      case .release(let id):
        #expect(id == before.remoteID)
        #expect((!before.isDoubtful || before.looked != nil) && before.orphan == nil)
        isReleaseUnclear = false
      case .delete(let id): #expect(id != before.remoteID)
      case .read(let id): #expect(id == before.remoteID)
      default: break
      }
      if case .upload = step { #expect(delivery.state == .ready) }
      if isReleaseUnclear { #expect(step == .read(before.remoteID ?? "")) }
      let outcome = Self.answer(to: step, drafts: &drafts, using: &generator)
      _ = delivery.handle(
        outcome, to: step, at: .noon, policy: policy, random: .seeded(seed))
      #expect(Self.legal[before.state]?.contains(delivery.state) == true)
      if before.state != .ready, before.state != .staging {
        #expect(delivery.remoteID == before.remoteID, "the recorded id changed")
      }
      #expect(delivery.attempts <= 1_000)
      #expect(delivery.state.isSettled || delivery.notBefore >= .noon)
      switch (step, outcome) {
      case (.stage(_, let pictures), .unknown):
        isStageUnclear = true
        used.formUnion(pictures)
      case (.listDrafts, .posts): isStageUnclear = false
      case (.release, .unknown): isReleaseUnclear = true
      case (.read, .post): isReleaseUnclear = false
      default: break
      }
    }
    #expect(drafts <= policy.attempts)
  }

  private static func answer(
    to step: NetworkCall.Step, drafts: inout Int, using generator: inout SeededGenerator
  ) -> NetworkAnswer.Outcome {
    let kind = NetworkFailure.Kind.allCases.randomElement(using: &generator) ?? .temporary
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return .refused(.of(kind))
    case 1: return .refused(.of(.temporary))
    case 2...4: return .unknown(.of(.temporary))
    default: break
    }
    switch step {
    case .stage, .schedule:
      drafts += 1
      return .staged(RemoteID("7_\(drafts)"))
    case .upload: return .uploaded(RemoteID("\(Int.random(in: 1...(1 << 60), using: &generator))"))
    case .release: return .released
    case .publish: return .published("7_1")
    case .edit: return .edited
    case .pin: return .pinned
    case .read(let id): return .post(.ours(id, isPublished: Bool.random(using: &generator)))
    case .delete, .unschedule: return .deleted
    case .checkToken: return .tokenGood(expires: nil)
    case .listRoles, .listAssigned: return .people([])
    case .readBusiness: return .business(nil)
    case .listDrafts, .listScheduled, .listPublished:
      let ids = (0...2).filter { _ in Bool.random(using: &generator) }
      return .posts(ids.map { .ours(RemoteID("7_\(100 + $0)")) })
    }
  }
}
