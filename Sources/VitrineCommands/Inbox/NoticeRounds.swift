import VitrineContent
import VitrineCore
import VitrineNetworks
import VitrineService
import VitrineStorage

/// Sends notices out beside a worker's deliveries, by what `notify` in `vitrine.yaml` names.
struct NoticeRounds {
  let live: Live

  /// How often it looks, in milliseconds.
  private static let interval: Int64 = 5_000

  /// Goes on until its task is cancelled; whatever goes wrong is said and tried again.
  func run() async {
    let channels = channels()
    guard !channels.isEmpty else { return }
    while !Task.isCancelled {
      await round(channels, NoticePace())
      do { try await live.desk.time.sleep(Self.interval) } catch { break }
    }
    for channel in channels { await channel.close() }
  }

  /// Sends once what is there, without waiting for what could join it.
  func once() async {
    let channels = channels()
    guard !channels.isEmpty else { return }
    while await round(channels, NoticePace(gathering: 0)) > 0 {}
    for channel in channels { await channel.close() }
  }

  /// One round; how many messages arrived.
  @discardableResult
  private func round(_ channels: [any NoticeChannel], _ pace: NoticePace) async -> Int {
    do {
      return try await NoticeSender(
        live.desk, channels: channels, language: live.configuration.language ?? .en, pace: pace
      ).run()
    } catch let fault as Fault {
      live.console.show(fault)
      return 0
    } catch {
      // Cancelled, in the middle of a message: it is sent again.
      return 0
    }
  }

  /// What is configured; what cannot be used is said and left out, since deliveries do not end for it.
  private func channels() -> [any NoticeChannel] {
    var channels: [any NoticeChannel] = []
    let configuration = live.configuration
    do {
      if let path = configuration.notifyCommand {
        channels.append(
          try NoticeProgram(
            live.workspace.resolve(path), environment: live.console.invocation.environment,
            time: live.desk.time))
      }
    } catch let fault as Fault {
      live.console.show(fault)
    } catch {}
    do {
      if let address = configuration.notifyWebhook {
        let secret = try configuration.notifyWebhookSecretFile.map {
          try SecretFile.read(live.workspace.resolve($0))
        }
        channels.append(NoticeWebhook(address, secret: secret))
      }
    } catch let fault as Fault {
      live.console.show(fault)
    } catch {}
    return channels
  }
}
