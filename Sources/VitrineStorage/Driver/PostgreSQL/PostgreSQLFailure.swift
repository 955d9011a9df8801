import VitrineCore

/// What a statement or a connection failed with, before it becomes a fault.
struct PostgreSQLFailure: Error {
  /// The five characters of SQLSTATE; empty when the server did not say.
  let state: String
  /// The server's own words, which never contain the data.
  let text: String
  /// Whether the connection is gone.
  let isBroken: Bool

  /// Whether the same body can succeed when it runs again: serialization failure, deadlock, and a
  /// prepared statement that a migration has made stale.
  var mayRetry: Bool { ["40001", "40P01"].contains(state) || isStalePlan }

  /// Whether the connection's prepared statements are no longer good: the result type changed, or
  /// the statement is gone.
  var isStalePlan: Bool { ["0A000", "26000"].contains(state) }

  /// The fault that people see.
  ///
  /// The states are in Appendix A of PostgreSQL's manual. `reading` says that it happened in a read
  /// body, where writing is a defect of ours and not a standby server.
  func fault(reading: Bool = false) -> Fault {
    if isBroken { return unavailable }
    switch state {
    case "23505", "23503", "23P01":
      return Fault(.conflict, Message("storage.conflict", text))
    case "07001":
      return Fault(.internal, Message("storage.arguments", text))
    case "55P03", "40001", "40P01":
      return Fault(.locked, Message("storage.locked"), hint: Message("storage.locked.hint"))
    case "25006" where !reading:
      return Fault(
        .unavailable, Message("storage.standby"), hint: Message("storage.standby.hint"))
    case "53100":
      return Fault(.io, Message("storage.full"), hint: Message("storage.full.hint"))
    case "58030":
      return Fault(.io, Message("storage.io", text), hint: Message("storage.io.hint"))
    case "57014":
      return Fault(.interrupted, Message("storage.interrupted"))
    case "57P01", "57P02", "57P03", "53200", "53300", "53400":
      return unavailable
    case "42501", "3D000", "3F000":
      return Fault(.configuration, Message("storage.refused", text))
    case "XX001", "XX002":
      return Fault(.corrupt, Message("storage.corrupt"))
    default:
      // 08P01 is a message that breaks the protocol, and so ours.
      if state.hasPrefix("08"), state != "08P01" { return unavailable }
      if state.hasPrefix("28") {
        return Fault(.configuration, Message("storage.refused", text))
      }
      return Fault(.internal, Message("storage.statement", "\(text) (\(state))"))
    }
  }

  private var unavailable: Fault {
    Fault(
      .unavailable, Message("storage.unavailable", text), hint: Message("storage.unavailable.hint"))
  }
}
