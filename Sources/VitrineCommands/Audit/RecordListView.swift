import VitrineCore
import VitrineService
import VitrineStorage

/// Records as people and scripts read them: with names, where they are still known.
struct RecordListView {
  let list: RecordList
  let console: Console

  func show() throws {
    if console.isJSON {
      return try console.print(
        JSON.list(try list.items.map(json), next: list.next.map(String.init)))
    }
    var table = Table(
      console.text("column.index"), console.text("column.time"), console.text("column.actor"),
      console.text("column.action"), console.text("column.store"), console.text("column.object"),
      console.text("column.result"))
    for item in list.items {
      let columns = item.stored.columns
      table.add(
        String(item.stored.index), Timestamp(clamping: columns.time).description, who(item.record),
        columns.action, store(columns.store), subject(item.record),
        console.text("result.\(columns.result)"))
    }
    try console.print(table, empty: "audit.empty")
    if let next = list.next { console.say("audit.more", next) }
  }

  /// Who acted; for a worker, in whose name.
  private func who(_ record: AuditRecord) -> String {
    guard let person = record.onBehalfOf else { return name(record.actor.id) }
    return console.text("audit.onBehalfOf", name(person))
  }

  private func store(_ code: String?) -> String {
    guard let code else { return "" }
    return list.stores[StoreCode(code)].map { "\(code) \($0)" } ?? code
  }

  /// What it was done to: a person by name, anything else by its id.
  private func subject(_ record: AuditRecord) -> String {
    if let target = record.target, target.type == "user" { return name(UserID(target.id)) }
    return record.object?.id ?? record.target?.id ?? ""
  }

  func name(_ person: UserID) -> String { list.names[person] ?? person.rawValue }

  /// The record as scripts read it: its own keys, its index, the names, and the reason if it is kept.
  func json(_ item: RecordList.Item) throws -> JSON {
    guard case .object(var members) = item.record.json else { return .null }
    members["index"] = .integer(Int64(item.stored.index))
    if case .object(var actor) = members["actor"] {
      actor["name"] = list.names[item.record.actor.id].map(JSON.string)
      members["actor"] = .object(actor)
    }
    var names: [String: JSON] = [:]
    for person in item.record.people.map(\.person) {
      names[person.rawValue] = list.names[person].map(JSON.string)
    }
    if !names.isEmpty { members["names"] = .object(names) }
    if let code = item.stored.columns.store, let name = list.stores[StoreCode(code)] {
      members["storeName"] = .string(name)
    }
    if item.record.detail["reason"] != nil {
      members["reason"] = item.reason.map(JSON.string) ?? .null
    }
    return .object(members)
  }
}
