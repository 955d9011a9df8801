import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine broadcast plan FILE.md --to SELECTOR`.
struct BroadcastPlan: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "plan", abstract: Help.command("broadcast.plan"))
  }

  @OptionGroup var message: MessageOptions
  @Option(help: Help.option("broadcast.out", "FILE")) var out: String?
  @Option(help: Help.option("broadcast.pinUntil", "INSTANT")) var pinUntil: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let targets = try await message.targets(live)
      let plan = try await PlanBroadcast(
        source: try message.source(live), targets: targets,
        networks: try message.networks(live), at: try message.release(),
        values: try message.filled(),
        pinUntil: try pinUntil.map { try Timestamp.argument($0, "--pin-until") }
      ).run(live.door, as: live.credential())
      if let out {
        try SavedPlan(
          digest: plan.digest, selector: targets.selector,
          description: targets.description, networks: message.network, at: message.at,
          values: try message.filled(), list: targets.list
        ).write(live.console.invocation.resolve(out))
      }
      let console = live.console
      if console.isJSON {
        try console.print(plan.json(console))
      } else {
        try PlanView(plan: plan, console: console, saysPins: pinUntil != nil).show()
      }
      // A plan that nobody could bring to an end is not a good one, however good its text.
      guard plan.people.isEnough else { throw ExitCode(Fault.Code.partial.exitCode) }
    }
  }
}

/// A plan on disk: what was read, and the digest that makes it stale.
struct SavedPlan: Codable {
  let digest: String
  let selector: Selector
  let description: String
  let networks: [String]
  let at: String?
  /// Absent from a plan without fields.
  let values: [String: String]?
  /// Absent from a plan of a selector.
  let list: StoreListReference?

  /// Writes the plan; never over a file that is there.
  func write(_ url: URL) throws { try SavedFile.write(self, to: url) }

  /// Reads a plan.
  static func read(_ url: URL) throws -> SavedPlan {
    try SavedFile.read(SavedPlan.self, from: url, "broadcast.badPlan")
  }
}

extension PlanBroadcast.Output {
  /// The plan as scripts read it; the keys are a contract.
  func json(_ console: Console) -> JSON {
    let language = console.language
    var refused: [JSON] = []
    var held: [JSON] = []
    var withoutPage: [JSON] = []
    for post in posts {
      let place: [String: JSON] = [
        "store": .string(post.store.rawValue), "network": .string(post.network.rawValue),
      ]
      switch post.verdict {
      case .ready: break
      case .refused(let reason):
        refused.append(
          .object(place.merging(["reason": .string(reason.text(in: language))]) { $1 }))
      case .held(let trouble):
        if post.page == nil { withoutPage.append(.string(post.store.rawValue)) }
        held.append(
          .object(
            place.merging([
              "reason": .string(trouble.reason.text(in: language)),
              "fix": .string(trouble.fix.text(in: language)),
              "who": .string(trouble.who.text(in: language)),
            ]) { $1 }))
      }
    }
    let ready = posts.filter { $0.verdict == .ready }
    return [
      "targeted": .integer(Int64(posts.count)), "ready": .integer(Int64(ready.count)),
      "refused": .array(refused), "held": .array(held), "withoutPage": .array(withoutPage),
      "digest": .string(digest),
      "pinnable": .integer(Int64(pinnable)),
      "endsAt": endsAt.map { .string($0.description) } ?? .null,
      "atRisk": .array(
        atRisk.map {
          [
            "store": .string($0.store.rawValue), "network": .string($0.network.rawValue),
            "page": .string($0.page.rawValue),
            "tokenExpires": .string($0.tokenExpires.description),
          ]
        }),
      "approvalsNeeded": .integer(Int64(people.approvalsNeeded)),
      "approvers": .array(people.approvers.map(\.json)),
      "launchers": .array(people.launchers.map(\.json)),
      "barred": .array(people.barred.map(\.json)), "launchable": .bool(people.isEnough),
      "findings": .array(
        findings.map {
          [
            "severity": .string($0.severity.rawValue), "rule": .string($0.rule),
            "message": .string($0.finding(about: nil).message.text(in: language)),
            "fix": .string($0.fix),
          ]
        }),
      "samples": .array(
        ready.prefix(3).map {
          [
            "store": .string($0.store.rawValue), "network": .string($0.network.rawValue),
            "text": .string($0.content.text),
            "link": $0.content.link.map(JSON.string) ?? .null,
            "pictures": .integer(Int64($0.content.media.count)),
          ]
        }),
    ]
  }
}

extension Account {
  /// A person as lists of approvers name them.
  var json: JSON { ["id": .string(id.rawValue), "name": .string(name)] }
}

/// A plan as people read it: numbers first, then what is wrong, then how it will look.
struct PlanView {
  let plan: PlanBroadcast.Output
  let console: Console
  var saysPins = false

  func show() throws {
    let ready = plan.posts.filter { $0.verdict == .ready }
    var table = Table(
      console.text("column.store"), console.text("column.network"), console.text("column.reason"))
    var held = 0
    var refused = 0
    for post in plan.posts {
      switch post.verdict {
      case .ready: break
      case .held(let trouble):
        held += 1
        table.add(
          post.store.rawValue, post.network.rawValue, trouble.reason.text(in: console.language))
      case .refused(let reason):
        refused += 1
        table.add(post.store.rawValue, post.network.rawValue, reason.text(in: console.language))
      }
    }
    try console.print(
      console.text("plan.summary", plan.posts.count, ready.count, held, refused))
    if !table.rows.isEmpty { try console.print(table, empty: "list.empty") }
    for finding in plan.findings where finding.severity == .warning {
      console.warn(finding.finding(about: nil))
    }
    if let sample = ready.first {
      try console.print("")
      try console.print(console.text("plan.sample", sample.store))
      for line in sample.content.text.split(separator: "\n", omittingEmptySubsequences: false) {
        try console.print("  │ \(line)")
      }
      if let link = sample.content.link { try console.print("  │ \(link)") }
      for picture in sample.content.media {
        try console.print("  │ [\(picture.type.rawValue)] \(picture.alt ?? "")")
      }
      try console.print("")
    }
    if let first = plan.atRisk.map(\.tokenExpires).min() {
      let stores = plan.atRisk.prefix(10).map(\.store.rawValue).joined(separator: ", ")
      try console.print(
        console.text(
          "plan.atRisk", plan.atRisk.count, first, plan.atRisk.count > 10 ? stores + ", …" : stores
        ))
    }
    if let endsAt = plan.endsAt { try console.print(console.text("plan.ends", endsAt)) }
    if saysPins { try console.print(console.text("plan.pins", plan.pinnable, ready.count)) }
    let people = plan.people
    func names(_ people: [Account]) -> String {
      people.isEmpty ? "–" : people.map(\.name).joined(separator: ", ")
    }
    try console.print(
      console.text("plan.approvers", people.approvalsNeeded, names(people.approvers)))
    try console.print(console.text("plan.launchers", names(people.launchers)))
    if !people.barred.isEmpty {
      try console.print(console.text("plan.barred", names(people.barred)))
    }
    if !people.isEnough { console.say("plan.nobody") }
    try console.print(console.text("plan.digest", plan.digest))
  }
}
