import VitrineCore
import VitrineStorage

/// Refuses a broadcast that was good when it was approved, and breaks a rule of today on every page.
///
/// Store after store is rendered until one can say it, which is nearly always the first: a launch to a
/// hundred thousand pages must neither render nor hold them all.
struct RulesOfToday {
  /// How many stores are read at once.
  private static let portion = 200

  let broadcast: StoredBroadcast

  /// Looks, outside of any transaction; throws `invalid` with what the rules say.
  func check(_ desk: Desk) async throws {
    let id = broadcast.id
    let source = try broadcast.message()
    let recipe = try BroadcastRecipe(stored: broadcast.recipe)
    var planner = try BroadcastPlanner(
      source: source, networks: recipe.networks, limits: desk.rules.limits, values: recipe.values,
      pictures: recipe.pictures ?? [], book: try await desk.content.ruleBook(), day: recipe.day)
    var last: StoreCode?
    while true {
      let stores = try await desk.database.read { [last] in
        try $0.stores(of: id, after: last, limit: Self.portion)
      }
      guard let end = stores.last else { break }
      // Whether a page is there is not the question: a text breaks a rule with or without one.
      guard planner.plan(stores, pages: [:]).areRefused else { return }
      last = end.code
    }
    try planner.review.all.refuse(source)
  }
}

extension [PlannedPost] {
  /// Whether every text breaks a rule.
  var areRefused: Bool {
    allSatisfy { if case .refused = $0.verdict { true } else { false } }
  }
}

extension [RuleFinding] {
  /// Refuses a message with what the rules say of it, if one of them forbids it.
  func refuse(_ source: MessageSource) throws {
    guard contains(where: { $0.severity == .error }) else { return }
    var list = FindingList()
    for finding in self where finding.severity != .info {
      list.add(finding.finding(about: source.file))
    }
    throw Fault(
      .invalid, Message("broadcast.rules", source.file ?? source.title), subject: source.file,
      findings: list.all)
  }
}
