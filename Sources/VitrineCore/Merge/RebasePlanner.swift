/// Decides what becomes of every post when head office corrects a template.
///
/// Changes nothing itself: whoever asked writes the outcomes down.
package struct RebasePlanner {
  /// The digest of what a post says with an adaptation of the corrected template.
  ///
  /// `nil` when it cannot be rendered. Whoever renders knows the store's fields, the network and the
  /// pictures.
  package typealias Rendering = (_ post: AdaptedPost, _ adaptation: Adaptation) -> String?

  private let template: String
  private let digest: String
  private let ways: [String: TemplateRebase]
  private let rendering: Rendering

  /// Prepares the way from each version to the corrected one, once for all stores.
  ///
  /// - Parameters:
  ///   - template: the template's id.
  ///   - corrected: the version of now.
  ///   - digest: its digest; posts that bear it already are left out.
  ///   - bases: the versions that posts were made from, by digest.
  ///   - rendering: what a post would say.
  package init(
    template: String, corrected: MessageSource, digest: String, bases: [String: MessageSource],
    rendering: @escaping Rendering
  ) {
    self.template = template
    self.digest = digest
    self.rendering = rendering
    ways = bases.mapValues { TemplateRebase(from: $0, to: corrected) }
  }

  /// The posts of older versions with what becomes of each, in an order that does not vary.
  package func report(on posts: some Sequence<AdaptedPost>) -> RebaseReport {
    let items = posts.filter { $0.template != digest && $0.state.reach != .over }
      .sorted { ($0.store, $0.network, $0.id) < ($1.store, $1.network, $1.id) }
      .map(item)
    return RebaseReport(template: template, digest: digest, items: items)
  }

  private func item(_ post: AdaptedPost) -> RebaseReport.Item {
    var item = RebaseReport.Item(
      post: post, outcome: .kept, state: post.state, adaptation: post.adaptation,
      rendered: post.rendered)
    guard post.state.reach == .open else { return item }
    guard let way = ways[post.template] else {
      item.outcome = .lost
      return item
    }
    let result = way.apply(to: post.adaptation)
    item.adaptation = result.adaptation
    item.conflicts = result.conflicts
    item.notices = result.notices
    item.rendered = rendering(post, result.adaptation)
    let isBeingWritten = post.state == .draft || post.state == .rejected
    if item.rendered == nil, item.conflicts.isEmpty, !isBeingWritten {
      item.conflicts = [RebaseConflict(field: "", label: "", value: nil, problem: .unrendered)]
    }
    if !item.conflicts.isEmpty {
      item.outcome = .conflict
      // A rejected post stays one: the reason is still to be read.
      if post.state != .rejected { item.state = .draft }
    } else if item.rendered == post.rendered {
      item.outcome = .same
    } else {
      item.outcome = .changed
      // Where nobody had to approve, nobody has to again.
      if post.approvals > 0, !isBeingWritten { item.state = .submitted }
    }
    return item
  }
}
