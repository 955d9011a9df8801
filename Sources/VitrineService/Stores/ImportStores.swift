import VitrineCore
import VitrineStorage

/// Brings the register up to a file: adds, updates, and closes what is left out if that was allowed.
package struct ImportStores: UseCase {
  package static let action = Action.storeImport
  /// The stores as read from the file, without findings.
  package let stores: [Store]
  /// How many stores of the register may be missing from the file; they are removed then.
  package let allowedRemovals: Int
  /// Only say what would change.
  package let onlyCheck: Bool

  /// Makes the use case.
  package init(stores: [Store], allowedRemovals: Int, onlyCheck: Bool) {
    self.stores = stores
    self.allowedRemovals = allowedRemovals
    self.onlyCheck = onlyCheck
  }

  /// How many of each; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// New in the register.
    package let created: Int
    /// With other values.
    package let updated: Int
    /// The same.
    package let unchanged: Int
    /// Taken out.
    package let removed: Int
    /// In the register and not in the file, and left in.
    package let absent: Int
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let transaction = context.transaction
    _ = try transaction.registerVersion(lock: true)
    let current = try transaction.stores()
    let difference = StoreDifference(from: current, to: stores)
    let removes = allowedRemovals > 0
    guard !removes || difference.removed.count <= allowedRemovals else {
      throw Fault(
        .conflict, Message("stores.removals", difference.removed.count, allowedRemovals),
        hint: Message("stores.removals.hint", difference.removed.count))
    }
    let output = Output(
      created: difference.created.count, updated: difference.updated.count,
      unchanged: difference.unchanged.count, removed: removes ? difference.removed.count : 0,
      absent: removes ? 0 : difference.removed.count)
    if !onlyCheck {
      let changed = Set(
        difference.created.map(\.code) + difference.updated.map(\.after.code))
      // The file's order is the register's; stores that it leaves out, and that stay, come behind.
      let named = Set(stores.map(\.code))
      let order = stores + (removes ? [] : current.filter { !named.contains($0.code) })
      let isMoved = order.map(\.code) != current.map(\.code)
      try transaction.upsertStores(
        order.enumerated().filter { isMoved || changed.contains($0.element.code) }
          .map { (position: $0.offset, store: $0.element) })
      if removes {
        for store in difference.removed { try remove(store.code, in: context) }
      }
      if !changed.isEmpty || isMoved || output.removed > 0 { try transaction.advanceRegister() }
    }
    context.record(
      .storeImport, object: AuditRecord.Object(type: "register", id: "stores"),
      state: onlyCheck ? "checked" : "imported",
      detail: [
        "created": .integer(Int64(output.created)), "updated": .integer(Int64(output.updated)),
        "unchanged": .integer(Int64(output.unchanged)),
        "removed": .integer(Int64(output.removed)),
      ])
    return output
  }

  /// Takes a store out of the register, and its pages out of use.
  private func remove(_ code: StoreCode, in context: Context) throws {
    try context.transaction.removeStore(code, at: context.now)
    let pages = try context.transaction.disconnectPages(
      of: code, Trouble("storeRemoved"), at: context.now)
    for page in pages {
      context.record(
        .pageDisconnect,
        target: AuditRecord.Target(type: "page", id: page.rawValue, store: code.rawValue),
        object: AuditRecord.Object(type: "store", id: code.rawValue), state: "disconnected")
    }
  }
}
