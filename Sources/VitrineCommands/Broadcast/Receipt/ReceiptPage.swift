import Foundation
import VitrineCore
import VitrineService
import VitrineStorage

/// The receipt of a broadcast as a page to print: one sheet for whoever answers for it, then every page.
struct ReceiptPage {
  let status: BroadcastStatus.Output
  let facts: ReadReceipt.Output
  let proof: ProveBroadcast.Output?
  let organisation: String
  /// The clock that its times are read from.
  let zone: String
  let language: Language
  private var html = HTMLWriter()

  init(
    _ status: BroadcastStatus.Output, _ facts: ReadReceipt.Output, _ proof: ProveBroadcast.Output?,
    organisation: String, zone: String, language: Language
  ) {
    self.status = status
    self.facts = facts
    self.proof = proof
    self.organisation = organisation
    self.zone = zone
    self.language = language
  }

  /// The file, whole in itself: no picture, script or style of elsewhere.
  mutating func bytes() -> [UInt8] {
    html.markup("<!doctype html>\n<html lang=\"")
    html.text(language.rawValue)
    html.markup("\"><head><meta charset=\"utf-8\"><title>")
    html.text(status.broadcast.title)
    html.markup("</title>\n<style>")
    html.markup(Self.style)
    html.markup("</style></head>\n<body>\n<header><p>")
    say("receipt.page.title", organisation)
    html.markup("</p><h1>")
    html.text(status.broadcast.title)
    html.markup("</h1><p class=\"state\">")
    say("state.\(status.broadcast.state.rawValue)")
    html.markup("</p></header>\n")
    sum()
    people()
    text()
    findings()
    open()
    earlier()
    pages()
    evidence()
    html.markup("</body></html>\n")
    return html.bytes
  }

  // MARK: Parts

  /// The numbers; the columns that hold nothing stand there too, so that anybody can add them up.
  private mutating func sum() {
    html.markup("<table class=\"sum\"><thead><tr><th>")
    say("receipt.page.targeted")
    html.markup("</th>")
    for state in PublicDeliveryState.allCases {
      html.markup("<th>")
      say("delivery.\(state.rawValue)")
      html.markup("</th>")
    }
    html.markup("</tr></thead><tbody><tr><td>")
    html.text(String(status.targeted))
    html.markup("</td>")
    for state in PublicDeliveryState.allCases {
      let count = status.counts[state] ?? 0
      if count == 0 { html.markup("<td class=\"none\">") } else { html.markup("<td>") }
      html.text(String(count))
      html.markup("</td>")
    }
    html.markup("</tr></tbody></table>\n")
  }

  private mutating func people() {
    let broadcast = status.broadcast
    html.markup("<dl>")
    row("receipt.page.author", facts.author)
    for approval in facts.approvals {
      row("receipt.page.approval", approval.name, approval.at)
    }
    if let launcher = status.launcher { row("receipt.page.launcher", launcher, broadcast.launched) }
    let times = status.pages.compactMap(\.published)
    if let first = times.min(), let last = times.max() {
      row("receipt.page.first", nil, first)
      row("receipt.page.last", nil, last)
    }
    row("receipt.page.stores", broadcast.selector)
    row("receipt.page.id", broadcast.id.rawValue)
    row("receipt.page.digest", broadcast.digest)
    html.markup("</dl><p class=\"note\">")
    say("receipt.page.clock", zone)
    html.markup("</p>\n")
  }

  /// The text as the first page shows it: each store's own words differ.
  private mutating func text() {
    guard let page = status.pages.first(where: { $0.published != nil }) ?? status.pages.first else {
      return
    }
    heading("receipt.page.text", page.store.rawValue)
    html.markup("<blockquote>")
    html.text(page.content.text)
    html.markup("</blockquote>\n")
  }

  private mutating func findings() {
    guard !facts.findings.isEmpty else { return }
    heading("receipt.page.findings")
    html.markup("<ul>")
    for finding in facts.findings {
      html.markup("<li>")
      html.text(finding.message.text(in: language))
      html.markup("</li>")
    }
    html.markup("</ul>\n")
  }

  /// The pages that are not public: why, what mends it, and whose job that is.
  private mutating func open() {
    let open = status.pages.filter { $0.state != .published }
    guard !open.isEmpty else { return }
    heading("receipt.page.open", open.count)
    begin(["column.store", "column.state", "column.reason", "column.fix", "column.who"])
    for page in open {
      html.markup("<tr><td>")
      store(page)
      html.markup("</td><td>")
      say("delivery.\(page.state.rawValue)")
      html.markup("</td><td>")
      html.text(page.trouble?.reason.text(in: language) ?? "")
      html.markup("</td><td>")
      html.text(page.trouble?.fix.text(in: language) ?? "")
      html.markup("</td><td>")
      html.text(page.trouble?.who.text(in: language) ?? "")
      html.markup("</td></tr>\n")
    }
    html.markup("</tbody></table>\n")
  }

  /// Where visitors saw a text that was corrected since, and for how long.
  private mutating func earlier() {
    let pages = status.pages.filter { $0.earlier != nil }
    guard !pages.isEmpty else { return }
    heading("receipt.page.earlier", pages.count)
    begin(["column.store", "receipt.page.earlier.minutes", "column.state"])
    for page in pages {
      guard let earlier = page.earlier else { continue }
      html.markup("<tr><td>")
      store(page)
      html.markup("</td><td>")
      html.text(String(earlier.minutes))
      html.markup("</td><td>")
      say(earlier.isThere ? "receipt.page.earlier.there" : "receipt.page.earlier.gone")
      html.markup("</td></tr>\n")
    }
    html.markup("</tbody></table>\n")
  }

  private mutating func pages() {
    heading("receipt.page.pages", status.targeted)
    begin(["column.store", "column.network", "column.state", "column.when", "receipt.page.link"])
    for page in status.pages {
      html.markup("<tr><td>")
      store(page)
      html.markup("</td><td>")
      html.text(page.network.rawValue)
      html.markup("</td><td>")
      say("delivery.\(page.state.rawValue)")
      if page.state == .published, let trouble = page.trouble {
        html.markup("<br><small>")
        html.text(trouble.reason.text(in: language))
        html.markup("</small>")
      }
      html.markup("</td><td>")
      html.text(page.published.map(clock) ?? "")
      html.markup("</td><td class=\"link\">")
      if let link = page.permalink { html.link(link) }
      html.markup("</td></tr>\n")
    }
    html.markup("</tbody></table>\n")
  }

  /// What an outsider needs to check all this without us.
  private mutating func evidence() {
    guard let proof else { return }
    heading("receipt.page.proof")
    html.markup("<p>")
    say("receipt.page.proofs", proof.records.count)
    html.markup("</p><pre>")
    html.text(String(decoding: proof.checkpoint.bytes, as: UTF8.self))
    html.markup("</pre><pre>")
    html.text(proof.key.vkey)
    html.markup("</pre>\n")
  }

  // MARK: Words

  private mutating func store(_ page: BroadcastStatus.Page) {
    html.text(page.store.rawValue)
    if let name = facts.stores[page.store] {
      html.markup("<br><small>")
      html.text(name)
      html.markup("</small>")
    }
  }

  private mutating func begin(_ headings: [String]) {
    html.markup("<table><thead><tr>")
    for heading in headings {
      html.markup("<th>")
      say(heading)
      html.markup("</th>")
    }
    html.markup("</tr></thead><tbody>\n")
  }

  private mutating func heading(_ code: String, _ arguments: any CustomStringConvertible...) {
    html.markup("<h2>")
    html.text(Message(code: code, arguments: arguments.map(\.description)).text(in: language))
    html.markup("</h2>\n")
  }

  private mutating func row(_ code: String, _ value: String?, _ time: Timestamp? = nil) {
    html.markup("<dt>")
    say(code)
    html.markup("</dt><dd>")
    html.text([value, time.map(clock)].compactMap(\.self).joined(separator: " · "))
    html.markup("</dd>")
  }

  private mutating func say(_ code: String, _ arguments: any CustomStringConvertible...) {
    html.text(Message(code: code, arguments: arguments.map(\.description)).text(in: language))
  }

  /// `2026-11-26 18:30:05` on the clock of the receipt.
  private func clock(_ instant: Timestamp) -> String {
    let local = LocalTime(at: instant, zone: zone).description.replacing("T", with: " ")
    let seconds = instant.milliseconds / 1000 % 60
    return "\(local):\(seconds < 10 ? "0" : "")\(seconds)"
  }

  private static let style: StaticString = """

    @page { size: A4; margin: 15mm 12mm }
    body { font: 14px/1.45 system-ui, sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
    header p { margin: 0; color: #555 }
    h1 { font-size: 1.7rem; margin: .2rem 0 .4rem; line-height: 1.2 }
    h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; break-after: avoid }
    .state { font-weight: 600; color: #1a1a1a }
    table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem }
    th { text-align: left; font: 600 .75rem/1.3 system-ui, sans-serif; text-transform: uppercase; border-bottom: 2px solid #1a1a1a; padding: .3rem .5rem }
    td { border-bottom: 1px solid #ddd; padding: .3rem .5rem; vertical-align: top }
    thead { display: table-header-group }
    tr { break-inside: avoid }
    small { color: #555 }
    .sum { margin-top: 1.2rem }
    .sum th { border: 0; color: #555; font-weight: 400; text-transform: none; text-align: center }
    .sum td { border: 0; font-size: 1.8rem; font-weight: 600; text-align: center; font-variant-numeric: tabular-nums }
    .sum td.none { color: #bbb; font-weight: 400 }
    .sum td:first-child, .sum th:first-child { border-right: 1px solid #ddd }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0 }
    dt { color: #555 }
    dd { margin: 0; overflow-wrap: anywhere }
    .note { color: #555; font-size: .85rem }
    blockquote { margin: 0; padding: .6rem 1rem; border-left: 4px solid #ccc; white-space: pre-wrap; break-inside: avoid }
    .link { overflow-wrap: anywhere; font-size: .85rem }
    pre { background: #f5f5f5; padding: .6rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; break-inside: avoid }
    a { color: inherit }
    @media print { body { font-size: 10pt; margin: 0; padding: 0; max-width: none } a { text-decoration: none } }

    """
}
