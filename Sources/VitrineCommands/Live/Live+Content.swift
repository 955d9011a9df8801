import VitrineContent
import VitrineCore
import VitrineService

extension Live {
  /// The content library of a workspace, read when somebody asks for a part of it.
  static func content(_ workspace: Workspace, _ configuration: Configuration) -> ContentPort {
    ContentPort(
      template: { id in
        let library = try library(workspace)
        // A broken file says what is wrong with it, and one that is not there is for the caller.
        guard library.entries.contains(where: { $0.id == id }) else { return nil }
        return try library.existing(id).source
      },
      templateIDs: { try library(workspace).entries.map(\.id) },
      ruleBook: {
        try RuleLibrary.load(workspace, severities: configuration.ruleSeverities)
      },
      mediaLimits: { try MediaLimits.load(workspace) },
      picture: { try PictureFile.load($0, of: workspace).bytes })
  }

  static func library(_ workspace: Workspace) throws -> Library {
    try Library.load(workspace, knowledge: try MessageKnowledge.load(workspace))
  }
}
