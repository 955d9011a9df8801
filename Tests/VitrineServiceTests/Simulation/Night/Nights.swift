import Foundation
import Synchronization
import Testing
import VitrineCore

/// Plays nights on templates that are made once, a few at a time.
actor Nights {
  private let folder: URL
  private var templates: [String: Task<NightTemplate, any Error>] = [:]
  /// Databases that no night is using, by the template that they are copies of.
  private var idle: [URL: [NightDatabase]] = [:]

  private init(folder: URL) { self.folder = folder }

  /// Gives a body a folder, in memory where the system has one, and removes it.
  static func inFolder(_ body: (Nights) async throws -> Void) async throws {
    let memory = URL(filePath: "/dev/shm")
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    let folder = base.appending(path: "vitrine-simulation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(Nights(folder: folder))
  }

  private func template(_ stores: Int, uniqueKeys: Bool) async throws -> NightTemplate {
    let name = "\(stores)-\(uniqueKeys)"
    if let made = templates[name] { return try await made.value }
    let folder = folder
    let task = Task {
      try await NightTemplate.make(stores: stores, in: folder, uniqueKeys: uniqueKeys)
    }
    templates[name] = task
    return try await task.value
  }

  /// Plays one night.
  func play(
    _ seed: UInt64, stores: Int, mutant: Mutant? = nil, keepsLines: Bool = false,
    areClocksApart: Bool = false
  ) async throws -> NightReport {
    let template = try await template(stores, uniqueKeys: mutant != .noUniqueKey)
    let database = try takeDatabase(of: template)
    let report = await Night.play(
      seed: seed, on: template, database, mutant: mutant, keepsLines: keepsLines,
      areClocksApart: areClocksApart)
    // A night that went wrong may have left somebody behind who still writes.
    if report.violations.isEmpty {
      try database.putBack()
      idle[template.file, default: []].append(database)
    }
    return report
  }

  private func takeDatabase(of template: NightTemplate) throws -> NightDatabase {
    if let free = idle[template.file]?.popLast() { return free }
    let database = try NightDatabase(
      copyOf: template.file, at: folder.appending(path: "night-\(UUID().uuidString).db"))
    try database.write(Auditor.watch)
    return database
  }

  /// The statements of all nights that SQLite has prepared again and again.
  var preparedAgain: Set<String> {
    Set(idle.values.joined().flatMap { $0.preparedAgain() })
  }

  /// What many nights came to.
  struct Total: Sendable {
    var nights = 0
    var deliveries = 0
    var drafts = 0
    var ends: [PublicDeliveryState: Int] = [:]
    var failed: [UInt64] = []
    var milliseconds: Int64 = 0
    var virtualSeconds: Int64 = 0

    mutating func add(_ report: NightReport) {
      nights += 1
      drafts += report.drafts
      virtualSeconds += report.seconds
      for (state, count) in report.ends {
        ends[state, default: 0] += count
        deliveries += count
      }
      if !report.violations.isEmpty { failed.append(report.seed) }
    }

    var summary: String {
      let ends = ends.filter { $0.value > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      return "\(nights) nights, \(virtualSeconds) virtual s in \(milliseconds) ms, "
        + "\(deliveries) deliveries, \(drafts) drafts: \(ends); failed \(failed.count)"
    }
  }

  /// Plays many, as many at once as there are processors, and records each broken promise.
  nonisolated func playAll(
    _ nights: [(stores: Int, seed: UInt64)], areClocksApart: Bool = false
  ) async throws -> Total {
    let clock = ContinuousClock()
    let start = clock.now
    var total = Total()
    try await withThrowingTaskGroup(of: (Int, NightReport).self) { group in
      var next = 0
      func add() {
        guard next < nights.count else { return }
        let night = nights[next]
        next += 1
        group.addTask {
          (
            night.stores,
            try await self.play(
              night.seed, stores: night.stores, areClocksApart: areClocksApart)
          )
        }
      }
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
      while let (stores, report) = try await group.next() {
        total.add(report)
        if total.nights.isMultiple(of: 1_000) {
          print("simulation: \(total.nights) of \(nights.count), failed \(total.failed.count)")
        }
        if !report.violations.isEmpty {
          Issue.record(
            "VITRINE_SEED=\(report.seed) VITRINE_SEED_STORES=\(stores): \(report.violations.prefix(3))"
          )
        }
        add()
      }
    }
    let passed = clock.now - start
    total.milliseconds =
      passed.components.seconds * 1_000 + passed.components.attoseconds / 1_000_000_000_000_000
    return total
  }
}
