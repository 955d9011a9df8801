import Synchronization
import VitrineCore

/// Templates that head office corrects while a test runs.
final class TemplateShelf: Sendable {
  private let templates: Mutex<[String: MessageSource]>
  private let interruption = Mutex<(@Sendable () async throws -> Void)?>(nil)

  init(_ templates: [String: MessageSource]) { self.templates = Mutex(templates) }

  var ids: [String] { templates.withLock { $0.keys.sorted() } }

  subscript(_ id: String) -> MessageSource? {
    get { templates.withLock { $0[id] } }
    set { templates.withLock { $0[id] = newValue } }
  }

  /// Does this once, as soon as somebody asks for the rules.
  func interruptOnce(_ body: @escaping @Sendable () async throws -> Void) {
    interruption.withLock { $0 = body }
  }

  func interrupt() async throws {
    let body = interruption.withLock { interruption in
      defer { interruption = nil }
      return interruption
    }
    try await body?()
  }
}
