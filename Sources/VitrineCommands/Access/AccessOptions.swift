import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// What a question about rights is made of.
struct AccessOptions: ParsableArguments {
  @Option(help: Help.option("access.user", "ID")) var user: String?
  @Option(help: Help.option("access.action", "ACTION")) var action: String
  @Option(parsing: .upToNextOption, help: Help.option("access.store", "CODE"))
  var store: [String] = []
  @Option(help: Help.option("access.object", "ID")) var object: String?
  @Option(help: Help.option("access.role", "ROLE")) var role: String?
  @Option(help: Help.option("access.scope", "SCOPE")) var scope: String?
  @Option(help: Help.option("access.authAge", "MINUTES")) var authAge: Int?
  @Option(help: Help.option("access.tokenScopes", "ACTIONS")) var tokenScopes: String?

  /// Asks, and prints the answer; yes and no are both answers, so both end with 0.
  func answer(_ global: GlobalOptions, at: String?, explains: Bool) async throws {
    if let authAge, authAge < 0 {
      throw Fault(.usage, Message("access.authAge", authAge), subject: "--auth-age")
    }
    let instant = try at.map { try Timestamp.argument($0, "--at") }
    let ticket = try global.acceptedTicket()
    try await Live.run(global) { live in
      var question = AccessQuestion(
        user: UserID(user ?? ""), action: action)
      if user == nil { question.user = try await live.whoami() }
      question.stores = store.map { StoreCode($0.nfc) }
      question.object = object?.nfc
      question.role = role
      question.scope = scope?.nfc
      question.authAge = authAge
      question.at = instant
      question.tokenScopes = tokenScopes.map(ActionList.names)
      question.ticket = ticket
      let view = AccessView(
        question: question, answer: try await live.ask(CheckAccess(question)),
        console: live.console)
      try view.show(explains: explains)
    }
  }
}

extension Live {
  /// The person whose token is in use.
  fileprivate func whoami() async throws -> UserID {
    try await WhoAmI().run(desk, as: credential()).account.id
  }
}

/// Actions as they are named on the command line: divided by commas or blanks.
enum ActionList {
  static func names(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
  }

  /// The actions; a name that nobody knows is `usage` with the nearest one.
  static func read(_ texts: [String], _ option: String) throws -> Set<Action> {
    var actions: Set<Action> = []
    for name in texts.flatMap(names) {
      guard let action = Action(rawValue: name) else {
        let known = Action.allCases.map(\.rawValue)
        throw Fault(
          .usage, Message("access.badAction", TerminalText.excerpt(name)),
          hint: EditDistance.suggestion(for: name, among: known).map {
            Message("did.you.mean", $0)
          } ?? Message("access.badAction.hint"), subject: option)
      }
      actions.insert(action)
    }
    return actions
  }
}
