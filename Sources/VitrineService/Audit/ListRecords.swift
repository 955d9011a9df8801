import VitrineCore
import VitrineStorage

/// Records of the log, newest first; `audit.read` is the whole log.
package struct ListRecords: Query {
  package static let action = Action.auditRead
  package static let isNational = true
  /// Which records.
  package let filter: RecordFilter
  /// The stores, where they are picked by their properties; in place of `filter.stores`.
  package let selector: Selector?
  /// Only below this index, to go on where a list ended.
  package let below: Int?
  /// How many.
  package let limit: Int

  /// Makes the query.
  package init(filter: RecordFilter, selector: Selector? = nil, below: Int?, limit: Int) {
    self.filter = filter
    self.selector = selector
    self.below = below
    self.limit = limit
  }

  package var inquiry: Inquiry? {
    (filter.person ?? filter.actor).map { Inquiry(about: $0, action: .auditRead) }
  }

  package func run(in context: ReadContext) throws -> RecordList {
    var filter = filter
    if let selector {
      let register = try Register(in: context.transaction, for: selector)
      let picked = try register.pick(selector)
      filter.stores = picked.count == register.stores.count ? nil : picked.map(\.code)
    }
    let records = try context.transaction.records(filter, below: below, limit: limit)
    return try RecordList(records, isWhole: records.count < limit, in: context.transaction)
  }
}

/// One record by its index.
package struct ShowRecord: Query {
  package static let action = Action.auditRead
  package static let isNational = true
  /// Its index, from 0.
  package let index: Int

  /// Makes the query.
  package init(index: Int) { self.index = index }

  package func run(in context: ReadContext) throws -> RecordList {
    let record = index >= 0 ? try context.transaction.record(at: index) : nil
    guard let record else {
      throw Fault(.notFound, Message("audit.noRecord", index), subject: String(index))
    }
    return try RecordList([record], isWhole: true, in: context.transaction)
  }
}

/// Records with what a reader needs beside them: names, and the reasons that were not erased.
package struct RecordList: Sendable {
  /// A record.
  package struct Item: Sendable {
    /// The record as stored.
    package let stored: StoredRecord
    /// The record as read from its bytes.
    package let record: AuditRecord
    /// Why it was done.
    package let reason: String?
  }

  /// The records, newest first.
  package let items: [Item]
  /// The names of the people in them.
  package let names: [UserID: String]
  /// The names of the stores in them.
  package let stores: [StoreCode: String]
  /// Below which index the list goes on; nil at its end.
  package let next: Int?

  init(_ records: [StoredRecord], isWhole: Bool, in transaction: any Transaction) throws {
    let reasons = try transaction.privateTexts(at: records.map(\.index))
    items = try records.map {
      Item(
        stored: $0, record: try AuditRecord(bytes: $0.bytes), reason: reasons[$0.index]?.body)
    }
    var people: Set<UserID> = []
    for item in items {
      people.formUnion(item.record.people.map(\.person))
      people.insert(item.record.actor.id)
    }
    names = try transaction.names(of: people)
    stores = try transaction.storeNames(
      of: Set(records.compactMap { $0.columns.store.map(StoreCode.init(_:)) }))
    next = isWhole ? nil : records.last?.index
  }
}
