import Dispatch
import Synchronization
import VitrineCore
import VitrinePublishing
import VitrineService
import VitrineStorage

/// What a night came to.
struct NightReport: Sendable {
  let seed: UInt64
  let violations: [String]
  let traceHash: UInt64
  let lines: [String]
  /// How many deliveries ended where.
  let ends: [PublicDeliveryState: Int]
  let drafts: Int
  /// Seconds of virtual time.
  let seconds: Int64
}

/// One night of one broadcast: one seed, one schedule.
///
/// Door, office, ledger, machine, runner and database are the product's own. Only clock, randomness,
/// network, leases and the lives of processes are played.
final class Night: Sendable {
  let world: World
  let weather: Weather
  let truth: RemoteTruth
  let auditor: Auditor
  let leases = SimulatedLeases()
  let database: NightDatabase
  let people: NightTemplate.People
  let rules: DeskRules
  let mutant: Mutant?
  /// How the network of this night takes posts.
  let mode: DeliveryMode
  /// What the network of this night needs to publish by itself; nil where it does not.
  let timer: NativeTimer?
  private let workers = Mutex<[Node]>([])
  private let closing = Mutex(false)
  private let wishes = Mutex<Set<PostID>>([])
  private let seed: UInt64

  private init(
    seed: UInt64, template: NightTemplate, database: NightDatabase, mutant: Mutant?,
    keepsLines: Bool, areClocksApart: Bool
  ) {
    self.seed = seed
    self.database = database
    self.mutant = mutant
    people = template.people
    // A clock that is set back is not to be behind the making of the desk, when nobody had a right yet.
    world = World(
      seed: seed, keepsLines: keepsLines, areClocksApart: areClocksApart,
      pastNoon: areClocksApart ? 12 * 3_600_000 : 60_000)
    weather = Weather.drawn(world)
    truth = RemoteTruth(pages: template.pages, world: world, weather: weather)
    auditor = Auditor(world, truth)
    // Without drafts only the clock tells when a lost call cannot be carried out any more.
    mode = mutant == nil && !areClocksApart && world.chance(150) ? .direct : .drafts
    var rules = NightTemplate.rules
    if world.chance(250) { rules.milliPostsPerSecond = world.draw(2_000...60_000) }
    self.rules = rules
    // A worker may be stopped for 20 s between its claim and its call. Hours mean nothing where the clocks
    // of the desk are wrong.
    let patience = weather.lateness + weather.listingLag + 22_000
    timer =
      mutant == nil && !areClocksApart && world.chance(120)
      ? NativeTimer(notice: 3_000, patience: patience) : nil
    let isRenaming = mode == .direct
    let stuck = timer != nil && world.chance(300) ? 100 : 0
    truth.state.withLock { state in
      state.renamesAtTheHour = isRenaming
      state.stuck = stuck
    }
  }

  /// Plays a night on a database that is as the template was.
  static func play(
    seed: UInt64, on template: NightTemplate, _ database: NightDatabase, mutant: Mutant? = nil,
    keepsLines: Bool = false, areClocksApart: Bool = false
  ) async -> NightReport {
    let night = Night(
      seed: seed, template: template, database: database, mutant: mutant, keepsLines: keepsLines,
      areClocksApart: areClocksApart)
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: night.run()) }
    }
  }

  private func run() -> NightReport {
    let ends = world.run { await self.play() }
    if ends == nil { world.violate("I2 the world stands still") }
    return NightReport(
      seed: seed, violations: world.violations, traceHash: world.traceHash, lines: world.lines,
      ends: ends ?? [:], drafts: truth.state.withLock { $0.drafts },
      seconds: world.now / 1_000_000)
  }

  private func play() async -> [PublicDeliveryState: Int] {
    let door = Door(desk(Node("people", world: world, isWorker: false)))
    do {
      try database.write(Auditor.forget)
      let id = try await prepare(door)
      try await OwnPosts(night: self).write(door)
      let operators = Operators(night: self, door: door, id: id)
      try await operators.launch()
      await withTaskGroup { group in
        for number in 1...world.draw(1...4) {
          group.addTask { await self.work(number) }
        }
        group.addTask { await Misfortunes(night: self).play() }
        if self.world.areClocksApart { group.addTask { await WrongClocks(night: self).play() } }
        group.addTask {
          await operators.watchTheNight()
          self.closing.withLock { $0 = true }
        }
      }
      return try await FinalCheck(night: self, door: door, id: id).run()
    } catch {
      world.violate("the night ended with \(error)")
      return [:]
    }
  }

  /// The message of the night; a correction names another lot.
  static func message(lot: Int) -> MessageSource {
    MessageSource(
      title: "Rappel", link: "https://example.org/rappel",
      body: SourceText("{{store.name}}: rappel du lot \(lot)", line: 1))
  }

  /// Whether a text is one of the message's, whichever lot it names.
  static func isOfMessage(_ text: String) -> Bool { text.contains(": rappel du lot ") }

  private func prepare(_ door: Door) async throws -> BroadcastID {
    let source = Self.message(lot: 7)
    let targets = BroadcastTargets(selector: try Selector.parse("all"), description: "all")
    var start =
      world.chance(200) ? world.wall.advanced(byMilliseconds: world.draw(2_000...15_000)) : nil
    // Early enough to be handed over, and mostly to be taken back as well.
    if let timer, world.chance(900) {
      start = world.wall.advanced(byMilliseconds: timer.patience + world.draw(-20_000...30_000))
    }
    // An end before the beginning is refused when a broadcast is made.
    let until =
      world.chance(150)
      ? (start ?? world.wall).advanced(byMilliseconds: world.draw(4_000...40_000)) : nil
    let created = try await door.perform(
      CreateBroadcast(
        source: source, targets: targets, networks: [], at: start.map(ReleaseTime.instant),
        from: nil, until: until,
        plannedDigest: nil), as: people.editor)
    _ = try await door.perform(SubmitBroadcast(id: created.id), as: people.editor)
    for approver in people.approvers {
      _ = try await door.perform(ApproveBroadcast(id: created.id, digest: nil), as: approver)
    }
    return created.id
  }

  /// The desk as one process sees it.
  func desk(_ node: Node) -> Desk {
    Desk(
      database: SimulatedDatabase(
        inner: database, node: node, leases: leases, auditor: auditor, weather: weather,
        mutant: mutant),
      time: node.time, random: world.random, vault: NightTemplate.vault, signer: nil,
      networks: [
        .facebook: SimulatedConnector(
          truth: truth, node: node, auditor: auditor, mutant: mutant, mode: mode,
          timer: timer)
      ], rules: rules)
  }

  /// What a person took down.
  var takenDown: Set<PostID> { wishes.withLock { $0 } }

  /// Notes that a person took posts down.
  func noteTakedown(_ posts: [PostID]) { wishes.withLock { $0.formUnion(posts) } }

  /// The workers that are alive.
  var alive: [Node] { workers.withLock { $0.filter { !$0.isDead } } }

  var isClosing: Bool { closing.withLock { $0 } }

  /// Whether a draft was asked for and not answered, and nobody has it in hand.
  var hasOpenStage: Bool {
    auditor.rows.contains { $0.state == .staging && $0.worker == nil }
  }

  /// Whether a draft is being made.
  var isStaging: Bool { auditor.rows.contains { $0.state == .staging && $0.worker != nil } }

  /// Somebody asks the network about every token.
  func checkPages() async {
    let door = Door(desk(Node("check", world: world, isWorker: false)))
    do {
      _ = try await door.perform(CheckPages(selector: nil), as: people.admin)
    } catch {
      world.violate("check failed: \(error)")
    }
  }

  /// A place where a worker runs, and is started again when it dies.
  private func work(_ number: Int) async {
    var life = 0
    while !isClosing {
      life += 1
      let node = Node("w\(number).\(life)", world: world, isWorker: true)
      workers.withLock { workers in
        workers.removeAll { $0.isDead }
        workers.append(node)
      }
      await work(as: node, number)
      if !node.isDead { node.kill() }
      await world.sleep(world.draw(0...3_000_000))
    }
  }

  private func work(as node: Node, _ number: Int) async {
    var office: DeliveryOffice?
    do {
      let desk = desk(node)
      let opened = try await DeliveryOffice.open(
        desk, focus: .everything, review: OwnPosts(night: self).review, host: "sim", pid: number)
      office = opened
      let runner = Runner(
        ledger: WatchedLedger(office: opened, node: node, auditor: auditor),
        networks: desk.networks, time: node.time, random: world.random,
        policy: DeliveryPolicy(
          retryBase: 200, retryCap: 2_000, attempts: 8,
          quarantine: weather.lateness + weather.listingLag + 9_000, application: "sim"),
        concurrency: world.draw(1...4), batchSize: world.draw(2...50))
      _ = try await runner.run(forever: true, shouldStop: { self.isClosing })
    } catch is Node.Killed {
    } catch let fault as Fault where [.locked, .unavailable].contains(fault.code) {
      world.note("\(node.name) gives up: \(fault.code)")
    } catch is CancellationError {
    } catch {
      world.violate("\(node.name) failed: \(error)")
    }
    await office?.close()
  }
}
