/// Decides what becomes of every post when head office corrects a template.
///
/// Changes nothing itself: whoever asked writes the outcomes down.
package struct RebasePlanner {
  /// What a post would be with an adaptation of the corrected template.
  package struct Rendered: Hashable, Sendable {
    /// The digest of what it says; `nil` when it cannot be rendered, or is too long for its network.
    package var digest: String?
    /// Whether the answers fill the fields; where they do not, the merge of the answers says so too.
    package var isFilled: Bool
    /// What the rules and limits say against it; errors only.
    package var barriers: [Finding]

    /// Makes one.
    package init(digest: String?, isFilled: Bool = true, barriers: [Finding] = []) {
      self.digest = digest
      self.isFilled = isFilled
      self.barriers = barriers
    }
  }

  /// Renders a post anew.
  ///
  /// Whoever renders knows the store's fields, the network, the pictures and the rules.
  package typealias Rendering = (_ post: AdaptedPost, _ adaptation: Adaptation) -> Rendered

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
  ///
  /// A post of the corrected version is among them only where it loses approvals that were given to a
  /// whole submission.
  package func report(on posts: some Sequence<AdaptedPost>) -> RebaseReport {
    var items = posts.filter { $0.state.reach != .over }
      .sorted(by: AdaptedPost.isListedBefore).map(item)
    bindWholes(&items)
    items.removeAll { $0.post.template == digest && !$0.isVoid }
    return RebaseReport(template: template, digest: digest, items: items)
  }

  private func item(_ post: AdaptedPost) -> RebaseReport.Item {
    var item = RebaseReport.Item(
      post: post, outcome: .kept, state: post.state, adaptation: post.adaptation,
      rendered: post.rendered)
    guard post.state.reach == .open else { return item }
    guard post.template != digest else {
      item.outcome = .same
      return item
    }
    guard let way = ways[post.template] else {
      item.outcome = .lost
      return item
    }
    let result = way.apply(to: post.adaptation)
    item.adaptation = result.adaptation
    item.conflicts = result.conflicts
    item.notices = result.notices
    let rendered = rendering(post, result.adaptation)
    item.rendered = rendered.digest
    if rendered.isFilled || item.conflicts.isEmpty {
      item.conflicts += rendered.barriers.map {
        RebaseConflict(field: "", label: "", value: nil, problem: .barred($0))
      }
    }
    if item.rendered == nil, item.conflicts.isEmpty {
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
      item.state = post.stateWithNewText
    }
    item.isVoid = item.outcome != .same
    return item
  }

  /// Voids every approval of a submission that was approved as a whole and is not the same any more.
  ///
  /// Where one of its posts waits for its store, all of them do: they are submitted again together.
  private func bindWholes(_ items: inout [RebaseReport.Item]) {
    var wholes: [SubmissionID: [Int]] = [:]
    for (index, item) in items.enumerated() where item.post.state.reach == .open {
      if let whole = item.post.whole { wholes[whole, default: []].append(index) }
    }
    for indices in wholes.values where indices.contains(where: { items[$0].isVoid }) {
      let waits = indices.contains { items[$0].outcome == .conflict }
      for index in indices {
        let post = items[index].post
        guard post.approvals > 0, !post.state.isBeingWritten else { continue }
        items[index].isVoid = true
        items[index].state = waits ? .draft : .submitted
      }
    }
  }
}

extension AdaptedPost {
  /// The order of lists: by store, network and id.
  package static func isListedBefore(_ one: AdaptedPost, _ other: AdaptedPost) -> Bool {
    (one.store, one.network, one.id) < (other.store, other.network, other.id)
  }

  /// Where it stands once it says something else.
  ///
  /// Where nobody had to approve, nobody has to again; but what was scheduled was so with the old text,
  /// and somebody at the store schedules it again.
  fileprivate var stateWithNewText: PostState {
    if state.isBeingWritten { return state }
    if approvals > 0 { return .submitted }
    return state == .scheduled ? .draft : state
  }
}
