import VitrineCore

/// Whether somebody may still launch: asked again and again while their command performs deliveries.
///
/// The message goes on without them, by any worker; their command does not.
package struct MayLaunch: Query {
  package static let action = Action.broadcastLaunch
  package static let isNational = true

  /// Makes the query.
  package init() {}

  package func run(in context: ReadContext) throws -> Bool { true }
}
