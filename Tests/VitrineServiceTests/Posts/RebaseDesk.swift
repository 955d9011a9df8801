import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Stores with posts of one template, and the editor of head office who corrects it.
struct RebaseDesk {
  let posts: PostDesk
  let shelf: TemplateShelf
  let editor: PostDesk.Somebody

  static let slip = "Ouvert exceptionnelement le dimanche de 9 h à 12 h."
  static let mended = "Ouvert exceptionnellement le dimanche de 9 h à 12 h."
  static let instagram = Network(rawValue: "instagram")

  /// The template before, with a slip in its default.
  static func make(
    _ driver: DriverUnderTest = .sqlite, rules: @escaping @Sendable () -> RuleBook = { .empty }
  ) async throws -> RebaseDesk {
    let shelf = TemplateShelf(["horaires": template()])
    let posts = try await PostDesk.make(driver, shelf: shelf, rules: rules)
    return RebaseDesk(
      posts: posts, shelf: shelf, editor: try await posts.desk.person("Inès", .nationalEditor))
  }

  static func template(
    _ standard: String = slip, body: String = "{{store.name}} : {{horaires}}",
    instagram text: String? = nil, fields: [MessageField] = []
  ) -> MessageSource {
    MessageSource(
      title: "Horaires", body: SourceText(body, line: 1),
      texts: text.map { [instagram: SourceText($0, line: 1)] } ?? [:],
      fields: [
        MessageField(
          name: "horaires", kind: .text, label: "Quels horaires ?", standard: standard,
          maximum: "90")
      ] + fields)
  }

  /// A new post of one store that keeps the default, or says something else.
  func draft(
    _ person: PostDesk.Somebody, _ hours: String? = nil, store: String = "FR-0001",
    at: ReleaseTime? = nil
  ) async throws -> PostID {
    try #require(
      try await posts.adapt(
        as: person, "horaires", values: hours.map { ["horaires": $0] } ?? [:], at: at,
        targets: .store(StoreCode(store))
      ).first
    ).id
  }

  /// The same, approved by the manager of FR-0001.
  func approved(_ hours: String? = nil, at: ReleaseTime? = nil) async throws -> PostID {
    let id = try await draft(posts.contributor, hours, at: at)
    try await posts.take(SubmitPost(id: id.rawValue), as: posts.contributor)
    try await posts.take(ApprovePost(id: id.rawValue, digest: nil), as: posts.manager)
    return id
  }

  /// Corrects the posts.
  @discardableResult
  func rebase(onlyCheck: Bool = false) async throws -> RebaseReport {
    try await posts.door.perform(
      RebaseTemplate(template: "horaires", onlyCheck: onlyCheck, language: .en),
      as: editor.token)
  }

  func post(_ id: PostID) async throws -> StoredPost {
    try #require(try await posts.desk.desk.database.read { try $0.post(id) })
  }

  func approvals(_ id: PostID) async throws -> Int {
    let post = try await post(id)
    return try await posts.desk.desk.database.read { try $0.postApprovals(of: post).count }
  }

  /// What head office left to decide in a post, as its store reads it.
  func note(_ id: PostID) async throws -> String? {
    let shown = try await posts.door.ask(
      ShowPost(id: id.rawValue), as: posts.region.token)
    return shown.reasons[id]?.first { $0.given.action == Action.postEdit.rawValue }?.given.text
  }

  func edit(_ id: PostID, _ values: [String: String]) async throws {
    var changes = PostChanges()
    changes.values = values
    try await posts.take(EditPost(id: id.rawValue, changes: changes), as: posts.manager)
  }
}

extension RebaseReport {
  subscript(_ id: PostID) -> Item? { items.first { $0.post.id == id } }
}
