import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine audit list`: records of the log, newest first.
struct AuditList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("audit.list"))
  }

  @OptionGroup var filter: RecordFilterOptions
  @Option(help: Help.option("limit", "N")) var limit: Int?
  @Option(help: Help.option("audit.cursor", "C")) var cursor: String?
  @Option(help: Help.option("audit.listFormat", "FORMAT")) var format: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if let limit, !(1...10_000).contains(limit) {
      throw Fault(.usage, Message("console.range", "--limit", 1, 10_000))
    }
    let (filter, selector) = try self.filter.parsed()
    let below = try cursor.map(Self.index)
    let form = try format.map(RecordExport.Form.init(argument:))
    try await Live.run(global) { live in
      if let form {
        return try await RecordExport(form: form, live: live).run(
          filter, selector, below: below, limit: limit)
      }
      let list = try await Self.records(live, filter, selector, below: below, limit: limit ?? 50)
      try RecordListView(list: list, console: live.console).show()
    }
  }

  /// A cursor or index given as text.
  static func index(_ text: String) throws -> Int {
    guard !text.isEmpty, text.utf8.count <= 18,
      text.utf8.allSatisfy({ (48...57).contains($0) }), let index = Int(text)
    else {
      throw Fault(.usage, Message("audit.badIndex", TerminalText.excerpt(text)), subject: text)
    }
    return index
  }
}

extension AuditList {
  /// Asks for records; for those of one post, the right to read the post is enough.
  static func records(
    _ live: Live, _ filter: RecordFilter, _ selector: Selector?, below: Int?, limit: Int
  ) async throws -> RecordList {
    guard selector == nil, PostHistory.answers(filter) else {
      return try await live.ask(
        ListRecords(filter: filter, selector: selector, below: below, limit: limit))
    }
    return try await live.ask(PostHistory(filter: filter, below: below, limit: limit))
  }
}

/// Which records somebody asks for.
struct RecordFilterOptions: ParsableArguments {
  @Option(help: Help.option("audit.store", "CODE")) var store: String?
  @Option(help: Help.option("audit.select", "SELECTOR")) var select: String?
  @Option(help: Help.option("audit.actor", "ID")) var actor: String?
  @Option(help: Help.option("audit.person", "ID")) var person: String?
  @Option(name: .customLong("as"), help: Help.option("audit.as", "ROLE")) var role: String?
  @Option(help: Help.option("audit.action", "ACTION")) var action: String?
  @Option(help: Help.option("audit.object", "ID")) var object: String?
  @Option(help: Help.option("audit.text", "WORDS")) var text: String?
  @Option(help: Help.option("audit.result", "RESULT")) var result: String?
  @Option(help: Help.option("audit.since", "INSTANT")) var since: String?
  @Option(help: Help.option("audit.until", "INSTANT")) var until: String?

  /// The filter, and the selector of stores if there is one.
  func parsed() throws -> (RecordFilter, Selector?) {
    var filter = RecordFilter()
    if let store {
      guard select == nil else { throw Fault(.usage, Message("audit.storeOrSelect")) }
      filter.stores = [StoreCode(store)]
    }
    filter.actor = actor.map(UserID.init(_:))
    filter.person = person.map(UserID.init(_:))
    if let role {
      guard person != nil else { throw Fault(.usage, Message("audit.asWhom"), subject: "--as") }
      filter.roles = [try Self.word(role, "audit.badRole", "--as")]
    }
    filter.object = object
    filter.since = try since.map { try Timestamp.argument($0, "--since") }
    filter.until = try until.map { try Timestamp.argument($0, "--until") }
    if let action {
      let known: Action = try Self.word(action, "audit.badAction", "--action")
      filter.action = known.rawValue
    }
    if let result {
      let known: AuditRecord.Outcome = try Self.word(result, "audit.badResult", "--result")
      filter.result = known.rawValue
    }
    if let text {
      filter.words = SearchWords.of(text)
      guard !filter.words.isEmpty else {
        throw Fault(.usage, Message("audit.noWords"), subject: "--text")
      }
    }
    return (filter, try select.map { try Selector.argument($0) })
  }

  /// One of the words that an option takes.
  static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ code: String, _ option: String
  ) throws -> Word where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let meant = EditDistance.suggestion(for: text, among: Set(Word.allCases.map(\.rawValue)))
    throw Fault(
      .usage, Message(code: code, arguments: [TerminalText.excerpt(text)]),
      hint: meant.map { Message("did.you.mean", $0) }, subject: option)
  }
}
