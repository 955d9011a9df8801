import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine library check [PATH…]`: the linter; exit 1 when it found an error.
struct LibraryCheck: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Help.command("library.check"))
  }

  @Argument(help: Help.option("library.path")) var paths: [String] = []
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let invocation = Invocation.current
    let (workspace, configuration) = try global.workspace(invocation)
    let console = global.console(desk: configuration.language)
    let knowledge = try MessageKnowledge.load(workspace)
    var entries = try entries(workspace, knowledge, invocation)
    if entries.contains(where: { $0.source?.regions.isEmpty == false }) {
      if let regions = try await regions(workspace, console) {
        for index in entries.indices { entries[index].checkRegions(regions) }
      } else {
        console.say("library.regions-unknown")
      }
    }
    let rules = try workspace.ruleBook(configuration)
    let days = Self.days(
      from: CivilDate(at: TimeSource.system.now(), zone: configuration.organisation.timeZone))
    for index in entries.indices {
      entries[index].checkSample(on: days, limits: knowledge.limits) { rules.review($0) }
    }
    try LibraryCheckView(entries: entries, console: console).show()
    if entries.contains(where: \.hasErrors) { throw ExitCode(Fault.Code.partial.exitCode) }
  }

  /// What was asked for: the library of the workspace, parts of it, or files from elsewhere.
  ///
  /// A part is judged with the whole library around it, where an id may stand twice.
  private func entries(
    _ workspace: Workspace, _ knowledge: MessageKnowledge, _ invocation: Invocation
  ) throws -> [LibraryEntry] {
    guard !paths.isEmpty else { return try Library.load(workspace, knowledge: knowledge).entries }
    let root = workspace.folder.standardizedFileURL.path + "/"
    var whole: Library?
    var picked: [LibraryEntry] = []
    for path in paths {
      let place = invocation.resolve(path).standardizedFileURL.path
      let inner = place.hasPrefix(root) ? String(place.dropFirst(root.count)) : ""
      let isPart =
        inner == "content-library"
        || MessageKind.allCases.contains { kind in
          let folder = LibraryFolder.path(of: kind)
          return inner == folder || inner.hasPrefix(folder + "/")
        }
      guard isPart else {
        picked += try Library.load(
          place, shown: path, for: workspace, knowledge: knowledge
        ).entries
        continue
      }
      let library = try whole ?? Library.load(workspace, knowledge: knowledge)
      whole = library
      let found = library.entries.filter { $0.path == inner || $0.path.hasPrefix(inner + "/") }
      guard !found.isEmpty || Self.isFolder(place) else {
        let shown = TerminalText.excerpt(path)
        guard FileManager.default.fileExists(atPath: place) else {
          throw Fault(.notFound, Message("file.missing", shown), subject: path)
        }
        throw Fault(.invalid, Message("library.outside", shown), subject: path)
      }
      picked += found
    }
    return picked
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The regions of the register, when somebody is signed in.
  private func regions(_ workspace: Workspace, _ console: Console) async throws -> [String]? {
    guard try console.hasCredential(workspace) else { return nil }
    return try await Live.run(global) { live in
      let stores = try await live.ask(ReadLibraryStores()).map(\.store.region)
      return Set(stores).sorted()
    }
  }

  /// Today, and a day of each season of sales: what may only be said then is right, too.
  static func days(from today: CivilDate) -> [CivilDate] {
    let seasons = [(1, 20), (7, 5)].compactMap { month, day in
      [today.year, today.year + 1].compactMap { CivilDate(year: $0, month: month, day: day) }
        .first { $0 > today }
    }
    return [today] + seasons
  }
}

/// The findings of the linter, in the order of the files.
struct LibraryCheckView {
  let entries: [LibraryEntry]
  let console: Console

  func show() throws {
    let findings = entries.flatMap(\.findings)
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    if console.isJSON {
      return try console.print([
        "files": .integer(Int64(entries.count)), "errors": .integer(Int64(errors)),
        "warnings": .integer(Int64(warnings)), "findings": .array(findings.map(console.json)),
      ])
    }
    for finding in findings {
      try console.print(finding.text(in: console.language))
      if let fix = finding.fix { try console.print("  " + fix.text(in: console.language)) }
    }
    if errors > 0 {
      console.say("library.checked-errors", entries.count, errors, warnings)
    } else if warnings > 0 {
      console.say("library.checked-warnings", entries.count, warnings)
    } else {
      console.say("library.checked", entries.count)
    }
  }
}
