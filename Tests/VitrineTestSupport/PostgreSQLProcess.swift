import Foundation

/// A running server and the shell that watches over it.
struct PostgreSQLProcess: Sendable {
  /// The folder with the data, the log and the socket.
  let folder: URL
  private let programs: URL
  /// The pipe at whose end the shell waits; closed by the end of this process.
  private let lifeline: Lifeline

  /// The URL of a database.
  func url(_ name: String) -> String { "postgresql:///\(name)?host=\(folder.path)&user=postgres" }

  /// Makes an empty database, or a copy of one that nobody is connected to.
  func makeDatabase(_ name: String, copyOf source: String? = nil) async throws {
    let template = source.map { " TEMPLATE \($0)" } ?? ""
    let made = try await ChildProcess.run(
      programs.appending(path: "psql").path,
      ["-qXd", url("postgres"), "-c", "CREATE DATABASE \(name)\(template)"])
    guard made.exitCode == 0 else {
      throw PostgreSQLServer.Failure(
        description: "cannot make the database \(name): \(made.errors)")
    }
  }

  /// Starts a server and waits until it answers.
  static func start() async throws -> PostgreSQLProcess {
    let programs = try findPrograms()
    let folder = try makeFolder()
    let (reading, writing) = try Descriptor.pipe()
    defer { close(reading) }
    let lifeline = try Lifeline(
      script, [programs.path, folder.path], user: geteuid() == 0 ? "postgres" : nil,
      environment: ProcessInfo.processInfo.environment, folder: folder, output: writing,
      errors: STDERR_FILENO)
    close(writing)
    guard await Descriptor.firstText(in: reading) == "ready\n" else {
      let log = try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)
      await lifeline.release()
      throw PostgreSQLServer.Failure(description: "PostgreSQL does not start: \(log ?? "")")
    }
    return PostgreSQLProcess(folder: folder, programs: programs, lifeline: lifeline)
  }

  /// Sorting by French rules (ICU, from 15 on) shows whether a table's own rule is by bytes.
  ///
  /// The shell outlives Ctrl-C, a closed terminal and a reader that is gone before "ready": it is the
  /// one that cleans up.
  private static let script = """
    trap '' HUP INT PIPE
    bin=$1 folder=$2 data=$2/data
    french='--locale-provider=icu --icu-locale=fr'
    "$bin/initdb" --help | grep -q locale-provider || french=
    "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 $french --no-sync \\
      >"$folder/log" 2>&1 &&
    "$bin/pg_ctl" -D "$data" -w -l "$folder/log" -o "-k $folder -c listen_addresses= \\
      -c fsync=${VITRINE_POSTGRESQL_FSYNC:-off} -c full_page_writes=off -c autovacuum=off -c max_connections=300" start \\
      >/dev/null 2>&1 && echo ready || echo failed
    read -r line
    "$bin/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1
    rm -rf "$folder"
    """

  private static func makeFolder() throws -> URL {
    var name = Array("/tmp/vitrine-postgresql-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw PostgreSQLServer.Failure(description: "cannot make a folder for PostgreSQL")
    }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if geteuid() == 0 {
      guard let user = getpwnam("postgres"),
        chown(path, user.pointee.pw_uid, user.pointee.pw_gid) == 0
      else { throw PostgreSQLServer.Failure(description: "there is no user named postgres") }
    }
    return URL(filePath: path)
  }

  /// The newest PostgreSQL where Debian keeps them.
  private static func findPrograms() throws -> URL {
    let root = URL(filePath: "/usr/lib/postgresql")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let found = versions.compactMap(Int.init).sorted(by: >)
      .map { root.appending(path: "\($0)/bin") }
      .first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "initdb").path) }
    guard let found else {
      throw PostgreSQLServer.Failure(
        description: "PostgreSQL is not installed: apt-get install postgresql, "
          + "or set VITRINE_SKIP_POSTGRESQL=1 to test SQLite alone")
    }
    return found
  }
}
