import VitrineCore
import VitrineService

/// What a worker does beside its deliveries: it sends notices out, once a day it erases the names and texts
/// that are due, and every few hours it compares the pages with the log.
///
/// Several workers do it without harm: whoever comes second finds nothing due, and leaves no trace.
struct Upkeep {
  let live: Live

  private static let day: Int64 = 86_400_000

  /// Works beside a body, until the body ends; at least once.
  func during<T: Sendable>(
    watchesPages: Bool, _ body: () async throws -> T
  ) async throws -> T {
    await retain()
    let beside = Task {
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          while (try? await live.desk.time.sleep(Self.day)) != nil { await retain() }
        }
        if watchesPages {
          group.addTask { await PageWatch(live: live).run() }
          group.addTask { await NoticeRounds(live: live).run() }
        }
      }
    }
    do {
      let result = try await body()
      beside.cancel()
      await beside.value
      if !watchesPages { await NoticeRounds(live: live).once() }
      return result
    } catch {
      beside.cancel()
      await beside.value
      throw error
    }
  }

  /// A failure is told and does not end the worker: tomorrow is early enough for a name.
  private func retain() async {
    do {
      let months = live.configuration.namesMonths
      let erased = try await Retention(months: months).run(live.desk)
      if !erased.isEmpty { live.console.say("privacy.retained", erased.count, months) }
      let term = live.configuration.publishedTextMonths
      let texts = try await RetainTexts(months: term).run(live.desk)
      if texts > 0 { live.console.say("privacy.textsRetained", texts, term) }
    } catch let fault as Fault {
      live.console.show(fault)
    } catch {
      return
    }
  }
}
