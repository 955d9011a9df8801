/// The cast of every test: one person a role, and two approvers.
enum Person: String, CaseIterable, Sendable {
  case admin, editor, approver, secondApprover, broadcaster, auditor

  /// The role of everybody but the administrator, who has it from the start.
  var role: String? {
    switch self {
    case .admin: nil
    case .editor: "national_editor"
    case .approver, .secondApprover: "approver"
    case .broadcaster: "national_broadcaster"
    case .auditor: "auditor"
    }
  }

  /// A name for the register of people.
  var name: String {
    switch self {
    case .admin: "Alice Martin"
    case .editor: "Eve Morel"
    case .approver: "Ana Blanc"
    case .secondApprover: "Bob Petit"
    case .broadcaster: "Lou Garnier"
    case .auditor: "Aude Roussel"
    }
  }
}
