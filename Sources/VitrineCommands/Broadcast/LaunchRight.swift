import Synchronization
import VitrineCore
import VitrineService

/// The right of whoever launched, looked at after each exchange: once it is gone, the command ends.
final class LaunchRight: Sendable {
  private let live: Live
  private let loss = Mutex<Fault?>(nil)

  init(_ live: Live) { self.live = live }

  /// Why the right is gone; `nil` while it is there.
  var lost: Fault? { loss.withLock { $0 } }

  /// Asks the door; a database that does not answer is no refusal.
  func look() async {
    do {
      _ = try await live.ask(MayLaunch())
    } catch let fault as Fault where [.denied, .unauthenticated].contains(fault.code) {
      loss.withLock { $0 = fault }
    } catch {
      return
    }
  }
}
