import VitrineCore
import VitrineStorage

/// Looks at everything that a broadcast tonight depends on.
package struct ExamineDesk: Query {
  package static let action = Action.broadcastRead

  /// Makes the query.
  package init() {}

  /// One thing that was looked at.
  package struct Check: Sendable {
    /// How it is.
    package enum Status: String, Sendable {
      /// Well.
      case ok
      /// Worth a look.
      case warning
      /// A broadcast would not work.
      case failed
    }

    /// A stable name for scripts.
    package let name: String
    /// How it is.
    package let status: Status
    /// In words.
    package let detail: Message
  }

  package func run(in context: ReadContext) throws -> [Check] {
    let transaction = context.transaction
    let register = try Register(in: transaction)
    let pages = register.pages.values.flatMap { $0 }
    let broken = pages.filter { $0.state != .connected }
    let approvers = try transaction.holders(of: .broadcastApprove, at: context.now)
    let launchers = try transaction.holders(of: .broadcastLaunch, at: context.now)
    let others = launchers.filter { launcher in !approvers.contains { $0.id == launcher.id } }
    let needed = context.desk.rules.approvals
    // A launcher who is not needed as an approver can launch, whatever else they hold.
    let canLaunch =
      approvers.count >= needed && !launchers.isEmpty
      && (!others.isEmpty || approvers.count > needed)
    let head = try transaction.auditHead()
    let alive = try transaction.liveWorkers(since: context.now.advanced(bySeconds: -60))
    return [
      Check(
        name: "database", status: .ok,
        detail: Message("doctor.database", transaction.dialect.rawValue)),
      Check(
        name: "stores", status: register.stores.isEmpty ? .failed : .ok,
        detail: Message("doctor.stores", register.stores.count)),
      Check(
        name: "pages", status: pages.isEmpty ? .failed : broken.isEmpty ? .ok : .warning,
        detail: Message("doctor.pages", pages.count, broken.count)),
      Check(
        name: "approvers", status: approvers.count >= needed ? .ok : .failed,
        detail: Message(
          "doctor.approvers", needed, approvers.count, Self.names(approvers))),
      Check(
        name: "launchers", status: canLaunch ? .ok : .failed,
        detail: Message("doctor.launchers", launchers.count, Self.names(launchers))),
      Check(
        name: "worker", status: alive > 0 ? .ok : .warning,
        detail: Message(alive > 0 ? "doctor.worker" : "doctor.noWorker", alive)),
      Check(
        name: "signer", status: context.desk.signer == nil ? .warning : .ok,
        detail: Message(context.desk.signer == nil ? "doctor.noSigner" : "doctor.signer")),
      Check(name: "audit", status: .ok, detail: Message("doctor.audit", head.size)),
    ]
  }

  private static func names(_ people: [Account]) -> String {
    people.isEmpty ? "–" : people.map(\.name).joined(separator: ", ")
  }
}

extension Transaction {
  /// How many workers have given a sign of life since then.
  func liveWorkers(since: Timestamp) throws -> Int {
    try row("SELECT COUNT(*) AS count FROM worker WHERE heartbeat_at >= ?1", [SQLValue(since)])?
      .int("count") ?? 0
  }
}
