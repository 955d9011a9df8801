import Foundation
import VitrineCore

extension MessageKnowledge {
  /// What a workspace knows: its limits of networks, which of them need a picture, its families.
  ///
  /// Throws the findings of a broken file of limits. Broken files of rules and of pictures are for
  /// their own readers to report; here they only mean that less is checked.
  package static func load(_ workspace: Workspace) throws -> MessageKnowledge {
    var knowledge = MessageKnowledge(limits: try NetworkLimits.load(workspace))
    if let media = root("network-media.yaml", workspace)?["media"]?.members {
      knowledge.pictureNetworks = Set(
        media.filter { $0.value["required"]?.text == "true" }.map { Network(rawValue: $0.key) })
    }
    if case .sequence(let subjects)? = root("subjects.yaml", workspace)?["subjects"]?.content {
      knowledge.families = subjects.filter { $0["family"]?.text == "true" }
        .compactMap { $0["id"]?.text }
    }
    return knowledge
  }

  private static func root(_ name: String, _ workspace: Workspace) -> YAMLNode? {
    let path = workspace.library.appendingPathComponent("rules/\(name)").path
    guard let bytes = try? RegularFile.read(path, limit: 1 << 20) else { return nil }
    return YAMLDocument(bytes, file: name).root
  }
}
