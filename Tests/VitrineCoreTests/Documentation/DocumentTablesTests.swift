import Foundation
import Testing
import VitrineTestSupport

@testable import VitrineCore

/// The tables of the documents that say what the code says.
struct DocumentTablesTests {
  @Test func `the page of exit codes says what a fault ends with`() throws {
    var rows = "| exit | `code` in JSON | when |\n| --- | --- | --- |\n"
    rows += "| 0 | | everything was done; `--help` and `--version` |\n"
    for exit in Set(Fault.Code.allCases.map(\.exitCode)).sorted() {
      let codes = Fault.Code.allCases.filter { $0.exitCode == exit }
      rows += "| \(exit) | \(codes.map { "`\($0.rawValue)`" }.joined(separator: "<br>")) "
      rows += "| \(codes.map(Self.meaning).joined(separator: "<br>")) |\n"
    }
    rows += "| 143 | | ended by SIGTERM, as 130 is by Ctrl-C; the step in hand was finished |\n"
    try Pages.expectGenerated(rows, "exit codes", in: "docs/exit-codes.md")
  }

  private static func meaning(_ code: Fault.Code) -> String {
    switch code {
    case .usage: "the command line itself is wrong"
    case .invalid: "a file or a value breaks a rule; every finding is listed"
    case .notFound: "what was named is not there, or no store matches"
    case .unauthenticated: "nobody is signed in, or the token is not good"
    case .denied: "the access rules say no; the refusal is recorded"
    case .conflict:
      "the state does not allow it, and running it again changes nothing, as for a resume of what is not paused"
    case .stale: "what was read has changed since"
    case .locked: "somebody else holds it for the moment, as whoever paused a broadcast"
    case .throttled: "nothing moved for a minute; the rest goes on later"
    case .unavailable: "a network or a database server does not answer"
    case .partial: "done in part or with findings, and the output says which"
    case .io: "a file could not be read or written, or nobody reads our output"
    case .configuration: "`vitrine.yaml`, a key file or the database does not fit"
    case .corrupt: "stored data is not what was written"
    case .interrupted: "somebody asked it to stop; the step in hand was finished"
    case .internal: "a defect of ours"
    }
  }

  @Test func `the life of a post lists why a page waits, and what mends it`() throws {
    let ours = [
      "noPage", "storeRemoved", "notPicked", "unapproved", "missed", "sameRemoteID", "vanished",
      "notRemoved", "notAmended", "unclear",
      "otherText",
      "launcherLeft", "freeze", "frozen", "crowded",
    ]
    var rows = "| code | reason | what mends it | who |\n| --- | --- | --- | --- |\n"
    for name in NetworkFailure.Kind.allCases.map(\.rawValue) + ours {
      let trouble = Trouble(name, "…", "…")
      let cells = [trouble.reason, trouble.fix, trouble.who].map { message in
        #expect(Catalogue.shared.texts[message.code] != nil)
        return message.text(in: .en).replacing("…: …", with: "…")
      }
      rows += "| `\(trouble.reason.code)` | \(cells.joined(separator: " | ")) |\n"
    }
    try Pages.expectGenerated(rows, "troubles", in: "docs/life-of-a-post.md")
  }
}
