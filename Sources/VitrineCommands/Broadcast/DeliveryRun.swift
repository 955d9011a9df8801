import Foundation
import VitrineCore
import VitrinePublishing
import VitrineService

/// Performs deliveries in this process, with progress shown and signals heard.
struct DeliveryRun {
  let live: Live
  /// The right of the person whose command this is; a worker acts for nobody and has none.
  var right: LaunchRight?

  /// Nothing moves for so long, in milliseconds: give the terminal back.
  private static let patience: Int64 = 60_000

  /// The rules' last look at posts of stores; without one none of them leaves.
  var review: RoutineReview? = { try await ReviewDuePosts().run($0) }

  /// Runs one broadcast or some posts to their end (or every due delivery, once).
  ///
  /// A worker (`forever`) outlives a database that is locked or away for a while: what it had in hand
  /// is reconciled when the database is back.
  ///
  /// - Returns: how it ended, and the exit code of the signal if one stopped it; the steps in hand
  ///   are recorded in any case.
  func run(_ focus: DeliveryFocus, forever: Bool = false) async throws
    -> (how: Runner.End, signalCode: Int32)
  {
    live.announceNetwork()
    let signals = StopSignals { live.console.say("broadcast.stopping") }
    defer { signals.end() }
    while true {
      do {
        return (try await attempt(focus, forever, signals), signals.exitCode)
      } catch let fault as Fault
        where forever && !signals.isAsked && [.locked, .unavailable].contains(fault.code)
      {
        live.console.show(fault)
        try await live.desk.time.sleep(5_000)
      }
    }
  }

  private func attempt(_ focus: DeliveryFocus, _ forever: Bool, _ signals: StopSignals)
    async throws -> Runner.End
  {
    let office = try await DeliveryOffice.open(
      live.desk, focus: focus, review: review, host: ProcessInfo.processInfo.hostName,
      pid: Int(ProcessInfo.processInfo.processIdentifier))
    let view = ProgressView(console: live.console, time: live.desk.time)
    do {
      let end = try await live.runner(office).run(
        patience: forever ? nil : Self.patience, forever: forever,
        shouldStop: { [right] in signals.isAsked || right?.lost != nil },
        watch: { [right] in
          await view.show($0)
          await view.say(await office.silences)
          await right?.look()
        })
      await view.finish()
      await office.close()
      if let lost = right?.lost { throw lost }
      return end
    } catch {
      await view.finish()
      await office.close()
      throw error
    }
  }
}
