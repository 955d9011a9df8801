import VitrineCore

/// The text of a template at one time, as JSON.
package struct StoredTemplateVersion: Hashable, Sendable {
  /// The digest of the text.
  package let digest: String
  /// The template's id.
  package let template: String
  /// The template as JSON.
  package let source: String

  /// Makes a version.
  package init(digest: String, template: String, source: String) {
    self.digest = digest
    self.template = template
    self.source = source
  }
}

extension Transaction {
  /// Keeps the text that posts are made from; one that is there already is the same.
  package func insertTemplateVersion(_ version: StoredTemplateVersion, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO template_version (digest, template_id, source, kept_at)
      VALUES (?1, ?2, ?3, ?4) ON CONFLICT (digest) DO NOTHING
      """,
      [.text(version.digest), .text(version.template), .text(version.source), SQLValue(now)])
  }

  /// The text of a template by its digest.
  package func templateVersion(_ digest: String) throws -> StoredTemplateVersion? {
    try row("SELECT * FROM template_version WHERE digest = ?1", [.text(digest)]).map {
      StoredTemplateVersion(
        digest: try $0.text("digest"), template: try $0.text("template_id"),
        source: try $0.text("source"))
    }
  }
}
