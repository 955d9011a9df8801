import VitrineCore
import VitrineStorage

/// What is different between two revisions of a broadcast, and which pages ask again.
package struct DiffBroadcast: Query {
  package static let action = Action.broadcastRead
  package static let isNational = true
  /// Which broadcast.
  package let id: BroadcastID
  /// From which revision; nil for the one before the present one.
  package let from: Int?

  /// Makes the query.
  package init(id: BroadcastID, from: Int?) {
    self.id = id
    self.from = from
  }

  /// One thing that is different.
  package struct Change: Hashable, Sendable {
    /// What it is, such as `title`, `text.facebook` or `stores`.
    package let field: String
    /// The lines that are gone.
    package let removed: [String]
    /// The lines that came.
    package let added: [String]

    /// Makes a change.
    package init(field: String, removed: [String], added: [String]) {
      self.field = field
      self.removed = removed
      self.added = added
    }
  }

  /// The two revisions and their difference.
  package struct Output: Sendable {
    /// The earlier revision; nil when there is only one.
    package let before: StoredRevision?
    /// The present one.
    package let after: StoredRevision
    /// What is different.
    package let changes: [Change]
    /// The pages that changed with the register after the approval, and ask again.
    package let asking: [BroadcastStatus.Page]
  }

  package func run(in context: ReadContext) throws -> Output {
    let transaction = context.transaction
    let broadcast = try transaction.existingBroadcast(id)
    let revisions = try transaction.revisions(of: id)
    guard let after = revisions.last else {
      throw Fault(.corrupt, Message("storage.column.missing", "revision"), subject: id.rawValue)
    }
    let before = revisions.dropLast().last { revision in
      from.map { $0 == revision.revision } ?? true
    }
    if let from, before == nil {
      throw Fault(
        .notFound, Message("broadcast.noRevision", id, from, revisions.count),
        subject: id.rawValue)
    }
    let standing = try ApprovalStanding(of: broadcast, in: transaction)
    let asking =
      standing.isEnough
      ? try transaction.deliveries(of: id).filter { $0.edition > standing.through } : []
    return Output(
      before: before, after: after, changes: try before.map { try Self.changes($0, after) } ?? [],
      asking: asking.map { BroadcastStatus.Page($0, context.now) })
  }

  private static func changes(
    _ before: StoredRevision, _ after: StoredRevision
  ) throws -> [Change] {
    let old = try facets(of: before)
    let new = try facets(of: after)
    let order = [
      "title", "text", "link", "networks", "stores", "at", "from", "until", "pinUntil", "urgent",
    ]
    let fields = Set(old.keys).union(new.keys).sorted {
      (order.firstIndex(of: $0) ?? order.count, $0) < (order.firstIndex(of: $1) ?? order.count, $1)
    }
    return fields.compactMap { field in
      let was = old[field] ?? []
      let now = new[field] ?? []
      guard was != now else { return nil }
      var removed: [String] = []
      var added: [String] = []
      for step in now.difference(from: was) {
        switch step {
        case .remove(_, let line, _): removed.append(line)
        case .insert(_, let line, _): added.append(line)
        }
      }
      // The difference lists removals from the end.
      return Change(field: field, removed: removed.reversed(), added: added)
    }
  }

  /// A revision as lines by field; what is absent has no lines.
  private static func facets(of revision: StoredRevision) throws -> [String: [String]] {
    let source: MessageSource = try BroadcastRecipe.value(revision.source, "source")
    let recipe = try BroadcastRecipe(stored: revision.recipe)
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    var facets: [String: [String]] = ["title": [source.title], "text": lines(source.body.text)]
    for (network, text) in source.texts { facets["text.\(network)"] = lines(text.text) }
    facets["link"] = source.link.map { [$0] }
    facets["networks"] = (recipe.networks.isEmpty ? source.networks : recipe.networks)
      .map(\.rawValue)
    facets["stores"] = [recipe.selector.canonical]
    facets["at"] = recipe.at.map { [$0] }
    facets["from"] = recipe.from.map { [$0.description] }
    facets["until"] = recipe.until.map { [$0.description] }
    facets["pinUntil"] = recipe.pinUntil.map { [$0.description] }
    facets["urgent"] = source.isUrgent ? ["true"] : nil
    facets["storeNote"] = source.storeNote.map(lines)
    facets["category"] = source.category.map { [$0] }
    for (name, value) in recipe.values { facets["fields.\(name)"] = [value] }
    return facets.filter { !$0.value.isEmpty }
  }
}
