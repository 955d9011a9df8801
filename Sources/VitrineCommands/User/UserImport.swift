import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine user import FILE.csv`.
struct UserImport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: Help.command("user.import"))
  }

  @Argument(help: Help.option("user.file")) var file: String
  @Flag(help: Help.option("store.check")) var check = false
  @Option(help: Help.option("user.codes", "FILE")) var codes: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let path = Invocation.current.resolve(file).path
    let bytes = try RegularFile.read(path, limit: CSVLimits.standard.bytes)
    try await Live.run(global) { live in
      let zone = live.configuration.organisation.timeZone
      let list = PeopleFile.parse(bytes, file: file) { day in
        try LocalTime(date: day, minutes: 0)?.instant(in: zone) ?? .latest
      }
      do {
        let findings = list.findings.all
        guard !list.findings.hasErrors else {
          throw Fault(
            .invalid, Message("people.file.rejected", file, findings.count),
            hint: Message("people.file.rejected.hint"), subject: file, findings: findings)
        }
        try await bring(list, in: live)
      } catch let fault as Fault where live.console.isJSON && !fault.findings.isEmpty {
        try live.console.print(Self.json(nil, fault.findings, live.console))
        throw fault
      }
    }
  }

  private func bring(_ list: PeopleFile, in live: Live) async throws {
    let target = try check ? nil : codes.map { try PrivateFile(Invocation.current.resolve($0)) }
    let output: ImportPeople.Output
    do {
      output = try await live.perform(
        ImportPeople(
          rows: list.rows, file: file, makesCodes: target != nil, onlyCheck: check))
    } catch {
      target?.discard()
      throw error
    }
    try target?.write(Self.csv(output.codes))
    let console = live.console
    if console.isJSON {
      return try console.print(Self.json(output, list.findings.all, console))
    }
    try console.print(
      console.text(
        check ? "people.file.checked" : "people.file.imported", output.created, output.updated,
        output.unchanged, output.granted))
    if let codes, target != nil {
      console.say("people.file.codes", output.codes.count, codes)
    } else if !check && output.created > 0 {
      console.say("people.file.noCodes")
    }
  }

  /// The codes for those who hand them over; people open such a file in a spreadsheet.
  private static func csv(_ codes: [ImportPeople.Code]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(["id", "name", "email", "enrolment"])
    for code in codes {
      writer.write([code.id.rawValue, code.name, code.email, code.enrolment])
    }
    return writer.bytes
  }

  private static func json(
    _ output: ImportPeople.Output?, _ findings: [Finding], _ console: Console
  ) -> JSON {
    [
      "created": .integer(Int64(output?.created ?? 0)),
      "updated": .integer(Int64(output?.updated ?? 0)),
      "unchanged": .integer(Int64(output?.unchanged ?? 0)),
      "granted": .integer(Int64(output?.granted ?? 0)),
      "rejected": .array(findings.map(console.json)),
    ]
  }
}
