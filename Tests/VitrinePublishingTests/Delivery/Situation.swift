import Testing
import VitrineCore
import VitrinePublishing

/// The ten calls that a delivery can wait for, by what they are for.
enum Situation: String, CaseIterable, Sendable {
  /// A draft is being made.
  case stage
  /// The draft of an unclear stage is being looked for.
  case look
  /// A doubtful page is being looked over before the release.
  case sweep
  /// A draft beside the recorded one is being deleted.
  case orphan
  /// The draft is being made public.
  case release
  /// An unclear release is being read.
  case reread
  /// A public post is being read back.
  case confirm
  /// The draft of a cancelled delivery is being deleted.
  case discard
  /// A picture is being uploaded.
  case upload
  /// A public post is being taken down.
  case remove

  /// A delivery that waits for this call's answer, and the call.
  func begin(attempts: Int = 0, isDoubtful: Bool = false) throws -> (Delivery, NetworkCall.Step) {
    var delivery: Delivery =
      switch self {
      case .stage: .sample(.ready, isDoubtful: isDoubtful, attempts: attempts)
      case .look: .sample(.staging, attempts: attempts)
      case .sweep: .sample(.staged, remoteID: "7_1", isDoubtful: true, attempts: attempts)
      case .orphan:
        .sample(.staged, remoteID: "7_1", isDoubtful: true, orphan: "7_2", attempts: attempts)
      case .release: .sample(.staged, remoteID: "7_1", attempts: attempts)
      case .reread: .sample(.releasing, remoteID: "7_1", attempts: attempts)
      case .confirm: .sample(.published, remoteID: "7_1", attempts: attempts)
      case .discard: .sample(.discarding, remoteID: "7_1", attempts: attempts)
      case .upload: .sample(.ready, content: .illustrated, attempts: attempts)
      case .remove: .sample(.removing, remoteID: "7_1", attempts: attempts)
      }
    guard let step = delivery.begin(at: .noon) else { throw NothingToDo() }
    return (delivery, step)
  }

  struct NothingToDo: Error {}
}

/// One cell of a table: a situation, a failure of a kind, and the state that follows.
struct Cell: Sendable, CustomTestStringConvertible {
  let kind: NetworkFailure.Kind
  let situation: Situation
  let expected: DeliveryState

  var testDescription: String { "\(kind) at \(situation): \(expected)" }

  /// Reads a table whose columns are the situations in order, and whose rows begin with kinds.
  static func table(_ text: String) -> [Cell] {
    text.split(separator: "\n").flatMap { line -> [Cell] in
      let words = line.split(separator: " ").map(String.init)
      let kind = words.first.flatMap(NetworkFailure.Kind.init(rawValue:))
      let states = words.dropFirst().compactMap(DeliveryState.init(rawValue:))
      precondition(kind != nil && states.count == Situation.allCases.count, "unreadable: \(line)")
      return zip(Situation.allCases, states).map {
        Cell(kind: kind ?? .request, situation: $0, expected: $1)
      }
    }
  }
}
