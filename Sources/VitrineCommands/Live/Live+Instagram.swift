import VitrineContent
import VitrineCore
import VitrineNetworks
import VitrineService

extension Live {
  /// Instagram over Facebook's connections, with the place of its pictures if the workspace names one.
  static func instagram(
    _ facebook: FacebookConnector, _ workspace: Workspace, _ configuration: Configuration
  ) -> InstagramConnector {
    let shelf = configuration.instagram.map {
      MediaFolder(folder: workspace.resolve($0.mediaFolder), address: $0.mediaBaseURL)
    }
    return InstagramConnector(sharing: facebook, shelf: shelf, now: TimeSource.system.now)
  }
}
