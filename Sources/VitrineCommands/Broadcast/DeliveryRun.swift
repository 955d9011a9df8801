import Foundation
import VitrineCore
import VitrinePublishing
import VitrineService

/// Performs deliveries in this process, with progress shown and signals heard.
struct DeliveryRun {
  let live: Live

  /// Nothing moves for so long, in milliseconds: give the terminal back.
  private static let patience: Int64 = 60_000

  /// Runs one broadcast to its end (or every due delivery, once).
  func run(only: BroadcastID?, forever: Bool = false) async throws -> Runner.End {
    live.announceNetwork()
    let office = try await DeliveryOffice.open(
      live.desk, only: only, host: ProcessInfo.processInfo.hostName,
      pid: Int(ProcessInfo.processInfo.processIdentifier))
    let signals = StopSignals { live.console.say("broadcast.stopping") }
    defer { signals.end() }
    let view = ProgressView(console: live.console, time: live.desk.time)
    do {
      let end = try await live.runner(office).run(
        patience: forever ? nil : Self.patience, forever: forever,
        shouldStop: { signals.isAsked }, watch: { await view.show($0) })
      await view.finish()
      await office.close()
      return end
    } catch {
      await view.finish()
      await office.close()
      throw error
    }
  }
}
