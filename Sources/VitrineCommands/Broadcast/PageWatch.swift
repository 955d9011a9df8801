import VitrineCore
import VitrineService
import VitrineStorage

/// Compares the pages with the log every few hours, and asks once a day about their tokens and about messages that
/// went out, beside a worker's deliveries.
struct PageWatch {
  let live: Live

  /// How often it looks whether it is time, in milliseconds.
  private static let interval: Int64 = 60_000

  /// Goes on until its task is cancelled.
  ///
  /// Whatever goes wrong is said and tried again later: deliveries do not end for it. Of several
  /// workers one compares, since the comparison has a lease.
  func run() async {
    while !Task.isCancelled {
      do {
        try await checkTokens()
        try await verify()
        try await compareWhenDue()
      } catch let fault as Fault where fault.code == .locked {
        // Somebody else compares.
      } catch let fault as Fault {
        live.console.show(fault)
      } catch {
        // Cancelled, in the middle or while it waited.
      }
      do { try await live.desk.time.sleep(Self.interval) } catch { return }
    }
  }

  /// Says something only where a page needs somebody: most rounds find nothing.
  private func checkTokens() async throws {
    guard let output = try await WatchTokens(live.desk).run(), output.needsAttention > 0 else {
      return
    }
    live.console.say(
      "pages.checked", output.checked, output.connected, output.needsAttention, output.unclear)
  }

  /// Says something only where a message is no longer as it was released.
  private func verify() async throws {
    guard let found = try await WatchBroadcasts(live.desk).run(),
      found.altered + found.missing > 0
    else { return }
    live.console.say(
      "worker.verified", found.broadcast, found.same, found.altered, found.missing, found.unclear)
  }

  private func compareWhenDue() async throws {
    let reconciler = Reconciler(live.desk, onBehalfOf: nil)
    guard try await reconciler.isDue(everyHours: live.configuration.reconcileHours) else { return }
    let report = try await reconciler.run()
    live.console.say(
      "reconcile.sum", report.checked, report.findings(.unrecorded).count,
      report.findings(.missing).count, report.findings(.altered).count, report.since)
    if !report.unchecked.isEmpty {
      live.console.say("reconcile.notChecked", report.unchecked.count)
    }
  }
}
