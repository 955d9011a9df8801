import VitrineCore
import VitrineService
import VitrineStorage

/// Writes whole lists of records for other programs, a bounded piece at a time.
struct RecordExport {
  /// How they are written.
  enum Form: String, CaseIterable {
    /// For a spreadsheet; cells that would run as formulas are made harmless.
    case csv
    /// One JSON document a line, as in `--json`.
    case jsonl

    init(argument: String) throws {
      guard let form = Self(rawValue: argument) else {
        throw Fault(
          .usage, Message("audit.badFormat", TerminalText.excerpt(argument)), subject: "--format")
      }
      self = form
    }
  }

  let form: Form
  let live: Live

  /// The columns of the CSV form; a contract.
  static let columns = [
    "index", "time", "action", "actor", "actorName", "onBehalfOf", "onBehalfOfName", "store",
    "storeName", "target", "object", "broadcastID", "result", "reasonCode", "network", "postID",
    "authors", "editors", "approvals", "state", "reason",
  ]

  /// Writes every match, or as many as the limit says; without a limit, all of them.
  func run(
    _ filter: RecordFilter, _ selector: Selector?, below: Int?, limit: Int?
  ) async throws {
    var below = below
    var left = limit ?? Int.max
    var isFirst = true
    repeat {
      let list = try await AuditList.records(
        live, filter, selector, below: below, limit: min(left, 2_000))
      try write(list, isFirst: isFirst)
      isFirst = false
      left -= list.items.count
      below = list.next
    } while below != nil && left > 0
  }

  private func write(_ list: RecordList, isFirst: Bool) throws {
    let view = RecordListView(list: list, console: live.console)
    switch form {
    case .jsonl: for item in list.items { try live.console.print(try view.json(item)) }
    case .csv:
      var writer = CSVWriter()
      if isFirst { writer.write(Self.columns) }
      for item in list.items { writer.write(cells(item, list)) }
      try live.console.printExactly(String(decoding: writer.bytes, as: UTF8.self))
    }
  }

  private func cells(_ item: RecordList.Item, _ list: RecordList) -> [String] {
    let record = item.record
    func names(_ people: [UserID]) -> String {
      people.map { list.names[$0] ?? $0.rawValue }.joined(separator: "; ")
    }
    let store = item.stored.columns.store
    return [
      String(item.stored.index), record.time.description, record.action,
      record.actor.id.rawValue, list.names[record.actor.id] ?? "",
      record.onBehalfOf?.rawValue ?? "", record.onBehalfOf.flatMap { list.names[$0] } ?? "",
      store ?? "", store.flatMap { list.stores[StoreCode($0)] } ?? "", record.target?.id ?? "",
      record.object?.id ?? "", record.broadcastID?.rawValue ?? "", record.result.rawValue,
      record.reasonCode ?? "", record.remote?.network.rawValue ?? "",
      record.remote?.postID ?? "", names(record.authors), names(record.editors),
      record.approvals.joined(separator: "; "), record.state ?? "", item.reason ?? "",
    ].map(TerminalText.escapedLine)
  }
}
