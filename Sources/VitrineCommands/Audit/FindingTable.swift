import VitrineCore
import VitrineService
import VitrineStorage

extension Table {
  /// What a comparison of pages with the log has found, whatever asked for it.
  init(_ findings: [ReconcileFinding], _ console: Console) {
    self.init(
      console.text("column.store"), console.text("column.finding"), console.text("column.time"),
      console.text("column.post"), console.text("column.evidence"))
    for finding in findings {
      add(
        finding.page.store.rawValue, console.text("reconcile.kind.\(finding.kind.rawValue)"),
        finding.created?.description ?? "", finding.permalink ?? finding.remoteID.rawValue,
        finding.evidence.text(in: console.language))
    }
  }
}
