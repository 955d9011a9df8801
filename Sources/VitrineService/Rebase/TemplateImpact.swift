import VitrineCore
import VitrineStorage

/// The posts that carry an older text of a template, at the stores whose posts a person may read.
package struct TemplateImpact: Query {
  package static let action = Action.libraryRead
  /// The template's id.
  package let template: String
  /// The digest of its text as it stands in the library now.
  package let digest: String

  /// Makes the query.
  package init(template: String, digest: String) {
    self.template = template
    self.digest = digest
  }

  /// Nothing is merged here: every post is reported with the text that it has.
  package func run(in context: ReadContext) throws -> RebaseReport {
    let visible = try Visibility(.postRead, in: context)
    let posts = try TemplatePosts(
      of: template, in: context.transaction, at: context.now,
      quarantine: context.desk.rules.quarantineMilliseconds)
    let items = posts.adapted.filter { post in
      post.template != digest && post.state.reach != .over
        && (visible.isNational || visible.stores.contains(post.store))
    }
    return RebaseReport(
      template: template, digest: digest,
      items: items.map {
        RebaseReport.Item(
          post: $0, outcome: .kept, state: $0.state, adaptation: $0.adaptation,
          rendered: $0.rendered)
      })
  }
}
