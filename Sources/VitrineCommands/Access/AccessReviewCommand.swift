import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine access review`: rights that somebody should look at.
struct AccessReviewCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "review", abstract: Help.command("access.review"))
  }

  @Option(help: Help.option("review.staff", "FILE")) var staff: String?
  @Flag(inversion: .prefixedNo, help: Help.option("review.pages")) var pages = true
  @Option(help: Help.option("review.keep", "GRANT")) var keep: String?
  @Option(help: Help.option("reason", "TEXT")) var reason: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if let keep {
      guard let reason else {
        throw Fault(.usage, Message("people.reason"), subject: "--reason")
      }
      return try await keepGrant(GrantID(keep), reason)
    }
    let list = try staff.map(Self.read)
    try await Live.run(global) { live in
      let rights = pages ? try await AccessReview.askPages(live.door, as: live.credential()) : []
      let findings = try await live.ask(AccessReview(staff: list, pages: rights))
      let console = live.console
      if console.isJSON {
        try console.print(JSON.list(findings.map { $0.json(console) }))
      } else {
        for finding in findings {
          try console.print(finding.detail.text(in: console.language))
          try console.print("  " + finding.fix.text(in: console.language))
        }
        console.say(findings.isEmpty ? "review.clean" : "review.findings", findings.count)
      }
      if !findings.isEmpty { throw ExitCode(Fault.Code.partial.exitCode) }
    }
  }

  private func keepGrant(_ id: GrantID, _ reason: String) async throws {
    try await Live.run(global) { live in
      let kept = try await live.perform(KeepGrant(id: id, reason: reason))
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(kept.id.rawValue), "quietUntil": .string(kept.quietUntil.description),
        ])
      }
      live.console.say("review.kept", kept.id, kept.quietUntil)
    }
  }

  private static func read(_ file: String) throws -> StaffFile {
    let bytes = try RegularFile.read(
      Invocation.current.resolve(file).path, limit: CSVLimits.standard.bytes)
    let list = StaffFile.parse(bytes, file: file)
    guard !list.findings.hasErrors else {
      throw Fault(
        .invalid, Message("people.file.staffRejected", file), subject: file,
        findings: list.findings.all)
    }
    return list
  }
}

extension ReviewFinding {
  /// A finding as scripts read it.
  fileprivate func json(_ console: Console) -> JSON {
    [
      "kind": .string(kind.rawValue), "user": user.map { .string($0.rawValue) } ?? .null,
      "name": name.map(JSON.string) ?? .null,
      "grant": grant.map { .string($0.rawValue) } ?? .null,
      "store": store.map { .string($0.rawValue) } ?? .null,
      "page": page.map { .string($0.rawValue) } ?? .null,
      "detail": .string(detail.text(in: console.language)),
      "fix": .string(fix.text(in: console.language)),
    ]
  }
}
