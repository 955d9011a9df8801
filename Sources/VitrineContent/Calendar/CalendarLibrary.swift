import Foundation
import VitrineCore

/// The files of a workspace's calendars.
package enum CalendarLibrary {
  /// The folder in a workspace.
  package static let path = "calendars"
  /// The largest file that is read, in bytes; a year of a large retailer is a tenth of it.
  package static let sizeLimit = 2 << 20
  /// How many entries all files may have together.
  package static let mostEntries = 5_000
  /// Files of the folder that hold no entries.
  static let otherFiles = ["holidays.yaml", "hours.yaml"]

  /// What the files say, with all that is wrong with them.
  package struct Reading: Sendable {
    /// The entries without an error.
    package let entries: [CalendarEntry]
    /// The holidays and the exceptions of hours.
    package let calendar: EditorialCalendar
    /// How many files there are.
    package let files: Int
    /// What is wrong, file by file.
    package let findings: [Finding]
  }

  /// The calendars of a workspace; throws `invalid` with all the findings when one is an error.
  package static func load(
    _ workspace: Workspace, _ knowledge: CalendarKnowledge
  ) throws -> EditorialCalendar {
    let reading = try read(workspace, knowledge)
    guard !reading.findings.contains(where: { $0.severity == .error }) else {
      throw Fault(
        .invalid, Message("content.findings", path, reading.findings.count),
        hint: Message("calendar.check.hint"), subject: path, findings: reading.findings)
    }
    return reading.calendar
  }

  /// Reads the files and keeps what is wrong with them as findings.
  ///
  /// Throws only when the folder or a file in it cannot be read at all.
  package static func read(
    _ workspace: Workspace, _ knowledge: CalendarKnowledge
  ) throws -> Reading {
    let folder = workspace.calendars
    var findings: [Finding] = []
    var entries: [CalendarEntry] = []
    let names = try names(in: folder)
    for name in names {
      let shown = "\(path)/\(name)"
      let bytes = try RegularFile.read(
        folder.appendingPathComponent(name).path, limit: sizeLimit)
      let file = CalendarFile(bytes, name: shown, knowledge)
      findings += file.findings
      entries += file.entries
    }
    findings += twice(entries) + tooMany(entries)
    var calendar = EditorialCalendar(entries: entries)
    do {
      calendar.holidays = try HolidayFile.load(workspace)
    } catch let fault as Fault where !fault.findings.isEmpty {
      findings += fault.findings
    }
    do {
      calendar.exceptions = try HoursFile.load(workspace)
    } catch let fault as Fault where !fault.findings.isEmpty {
      findings += fault.findings
    }
    if let vocabulary = knowledge.vocabulary {
      findings += calendar.unknownValues(vocabulary)
    }
    return Reading(
      entries: entries, calendar: calendar, files: names.count, findings: findings)
  }

  /// The names of the files, in the order of their bytes, so that every machine reads alike.
  private static func names(in folder: URL) throws -> [String] {
    try LibraryFolder.names(in: folder.path).filter {
      $0.hasSuffix(".yaml") && !$0.hasPrefix(".") && !otherFiles.contains($0)
    }.sorted()
  }

  private static func twice(_ entries: [CalendarEntry]) -> [Finding] {
    var first: [String: CalendarPlace] = [:]
    var findings: [Finding] = []
    for entry in entries {
      guard let other = first[entry.id] else {
        first[entry.id] = entry.place
        continue
      }
      findings.append(
        Finding(
          .error, Message("calendar.twice", entry.id, other.file, other.line),
          rule: "calendar.id", file: entry.place.file, line: entry.place.line,
          column: entry.place.column))
    }
    return findings
  }

  private static func tooMany(_ entries: [CalendarEntry]) -> [Finding] {
    guard entries.count > mostEntries else { return [] }
    let place = entries[mostEntries].place
    return [
      Finding(
        .error, Message("calendar.tooMany", mostEntries, entries.count), rule: "calendar.size",
        file: place.file, line: place.line, column: place.column)
    ]
  }
}

extension EditorialCalendar {
  /// Values of the selectors of holidays and hours that the register does not have.
  fileprivate func unknownValues(_ vocabulary: SelectorVocabulary) -> [Finding] {
    let holidays = holidays.days.map { ($0.stores, $0.place, HolidayFile.path) }
    let hours = exceptions.map { ($0.stores, $0.place, HoursFile.path) }
    var seen: Set<Selector> = []
    return (holidays + hours).filter { seen.insert($0.0).inserted }.flatMap {
      selector, place, file in
      selector.validate(against: vocabulary).map { finding in
        var finding = finding
        finding.file = file
        finding.line = place?.line
        finding.column = place.map { $0.column + max(0, (finding.column ?? 1) - 1) }
        // A place that the register does not have yet is no reason to stop everything else.
        finding.severity = .warning
        return finding
      }
    }
  }
}
