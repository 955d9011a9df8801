import Foundation
import Testing
import VitrineTestSupport

/// A disk that goes wrong on demand: `faulty-disk.c`, compiled once and loaded into the program under
/// test, which is linked to the system's SQLite.
enum FaultyDisk {
  /// The ways in which it goes wrong, in the words of `faulty-disk.c`.
  enum Fault: String, CaseIterable, Sendable {
    /// No space from then on.
    case full
    /// Half of a write, and no space from then on.
    case halfFull = "half-full"
    /// One write fails.
    case write
    /// One sync fails.
    case sync
    /// Every sync fails from then on.
    case syncs
    /// Writes are done in two pieces, which is no error.
    case short

    /// Whether it counts syncs, and not writes.
    var isOfSyncs: Bool { self == .sync || self == .syncs }
  }

  /// A C compiler, where the path has one.
  static let compiler: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").flatMap { ["\($0)/clang", "\($0)/cc"] }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What a program is started with to meet a fault at the write or sync of that number, from 0.
  static func environment(_ fault: Fault, at number: Int) async throws -> [String: String] {
    try await loaded(["DISK_FAULT": fault.rawValue, "DISK_AT": "\(number)"])
  }

  /// How many writes and syncs an undisturbed launch makes.
  struct Effort: Sendable {
    let writes: Int
    let syncs: Int
  }

  /// The effort of a launch of so many pages, measured once; every test asks for the same number.
  static func usual(_ pages: Int) async throws -> Effort {
    try await Measured.shared.effort(pages)
  }

  private actor Measured {
    static let shared = Measured()
    private var tasks: [Int: Task<Effort, any Error>] = [:]

    func effort(_ pages: Int) async throws -> Effort {
      let task =
        tasks[pages]
        ?? Task {
          let folder = try Scratch.url().appending(path: "effort-\(UUID().uuidString)")
          try Template.makeFolder(folder)
          return try await TemporaryFolder.$current.withValue(folder) {
            try await FaultyDisk.measure(pages)
          }
        }
      tasks[pages] = task
      return try await task.value
    }
  }

  private static func measure(_ pages: Int) async throws -> Effort {
    var numbers: [Int] = []
    try await withStage(pages) { stage in
      let count = stage.desk.folder.appending(path: "effort")
      let launch = try await stage.launch(with: try await loaded(["DISK_COUNT": count.path]))
      try #require(launch.exitCode == 0, "\(launch.all)")
      numbers = try String(contentsOf: count, encoding: .utf8).split(whereSeparator: \.isWhitespace)
        .compactMap { Int($0) }
    }
    try #require(numbers.count == 2 && numbers.allSatisfy { $0 > 0 }, "not loaded: \(numbers)")
    return Effort(writes: numbers[0], syncs: numbers[1])
  }

  /// The database and its write-ahead log are met, and nothing else.
  private static func loaded(_ more: [String: String]) async throws -> [String: String] {
    ["LD_PRELOAD": try await library.value, "DISK_FILES": ".db,.db-wal"].merging(more) { $1 }
  }

  private static let library = Task {
    let program = try #require(compiler)
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "faulty-disk.c")
    let library = try Scratch.url().appending(path: "faulty-disk.so").path
    let made = try await ChildProcess.run(
      program, ["-shared", "-fPIC", "-O1", "-o", library, source.path, "-ldl"])
    try #require(made.exitCode == 0, "\(made.output)\(made.errors)")
    return library
  }
}

extension Stage {
  /// Launches with more in the environment, and waits.
  func launch(with environment: [String: String]) async throws -> Program.Outcome {
    try await desk.run(
      ["broadcast", "launch", broadcast, "--json"], as: .broadcaster, with: environment)
  }
}
