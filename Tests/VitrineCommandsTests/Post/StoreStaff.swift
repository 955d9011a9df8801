import Foundation
import Testing
import VitrineCore

/// Somebody who works for one store, as commands see them: a token.
struct StoreStaff: Sendable {
  let desk: Desk
  let id: String
  let token: String

  /// Invites somebody, enrols them and gives them one role.
  static func join(
    _ desk: Desk, _ name: String, _ role: String, scope: String = "store:FR-0001"
  ) async throws -> StoreStaff {
    let user = try await desk.succeed(["user", "create", name], as: .admin)
    let id = try #require(user["id"]?.text)
    let login = try await desk.succeed(
      ["login", "--enrol-stdin"], as: nil, input: user["enrolment"]?.text ?? "")
    try await desk.succeed(
      [
        "grant", "create", "--user", id, "--role", role, "--scope", scope, "--reason",
        "works there",
      ], as: .admin)
    return StoreStaff(desk: desk, id: id, token: try #require(login["token"]?.text))
  }

  /// Runs a command as this person.
  func speak(_ arguments: String..., input: String = "") async -> Desk.Spoken {
    await desk.speak(arguments, as: nil, input: input, with: ["VITRINE_TOKEN": token])
  }

  /// Runs a command that must succeed, and returns its JSON.
  @discardableResult
  func succeed(
    _ arguments: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSON {
    let spoken = await desk.speak(
      arguments + ["--json"], as: nil, input: input, with: ["VITRINE_TOKEN": token])
    try #require(
      spoken.exitCode == 0, "\(arguments) \(spoken.all)", sourceLocation: sourceLocation)
    return try JSON(parsing: spoken.output)
  }
}

extension Desk {
  /// Writes a template into the library of the workspace.
  func template(_ name: String, _ text: String) throws {
    let folder = workspace.appending(path: "content-library/templates")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "\(name).md"))
  }

  /// A template with two fields.
  func dailyTemplate() throws {
    try template(
      "produit",
      """
      ---
      title: Le produit du jour
      networks: [facebook]
      fields:
        - name: produit
          type: text
          label: Quel produit ?
          max: 40
        - name: jour
          type: text
          label: Quel jour ?
          required: false
          default: samedi
      ---

      {{produit}}, ce {{jour}} chez {{store.name}}.

      """)
  }
}
