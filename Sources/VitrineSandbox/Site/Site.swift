/// The pages as a visitor sees them, in French like the stores.
enum Site {
  private static let cardsOnAPage = 24

  /// The home page: store pages with their newest post, searched with `?q=`, paged with `?page=`.
  static func index(_ world: World, _ query: GraphParameters) -> [UInt8] {
    let words = query["q"] ?? ""
    let wanted = words.lowercased().split(separator: " ")
    let found = world.pages.indices.filter { index in
      let store = world.pages[index].store
      let text = "\(store.name) \(store.code) \(store.city ?? "")".lowercased()
      return wanted.allSatisfy { text.contains($0) }
    }
    let last = max(1, (found.count + cardsOnAPage - 1) / cardsOnAPage)
    let number = min(max(1, query["page"].flatMap { Int($0) } ?? 1), last)
    let start = (number - 1) * cardsOnAPage
    var html = HTML()
    open(&html, title: "Pages des magasins")
    html.markup("<main><form class=\"search\" action=\"/\" role=\"search\"><input type=\"search\" ")
    html.markup("name=\"q\" aria-label=\"Chercher un magasin\" placeholder=\"Chercher un magasin, ")
    html.markup("une ville, un code…\" value=\"")
    html.text(words)
    html.markup("\"><button>Chercher</button></form><p class=\"count\">")
    html.text(count(found.count, "page", "pages"))
    html.markup(" · ")
    html.text(
      count(world.posts.count(where: \.isVisible), "publication visible", "publications visibles"))
    html.markup("</p><div class=\"grid\">")
    for index in found[start..<min(found.count, start + cardsOnAPage)] {
      card(world, index, into: &html)
    }
    html.markup("</div>")
    if found.isEmpty { html.markup("<p class=\"empty\">Aucun magasin ne correspond.</p>") }
    pager(number, of: last, words, into: &html)
    html.markup("</main>")
    close(&html)
    return html.bytes
  }

  /// One store's page with everything that is visible on it; nil where there is no such page.
  static func page(_ world: World, id: String) -> [UInt8]? {
    guard let pageNumber = UInt64(id), let index = world.pageByNumber[pageNumber] else {
      return nil
    }
    let page = world.pages[index]
    var html = HTML()
    open(&html, title: page.store.name)
    html.markup("<main class=\"narrow\"><section class=\"cover\"><div class=\"band\"></div>")
    html.markup("<div class=\"who\">")
    avatar(page, into: &html)
    html.markup("<div><h2>")
    html.text(page.store.name)
    html.markup("</h2><p>")
    html.text(place(page))
    html.markup("</p><p>")
    html.text("\(count(page.followers, "abonné", "abonnés")) · magasin \(page.store.code)")
    html.markup("</p></div></div></section>")
    let shown = visiblePosts(world, of: index)
    if shown.isEmpty {
      html.markup("<p class=\"empty\">Cette page n’a encore rien publié.</p>")
    }
    for post in shown { article(world, post, page, into: &html) }
    html.markup("<p class=\"back\"><a href=\"/\">← Toutes les pages</a></p></main>")
    close(&html)
    return html.bytes
  }

  /// What stands where there is no page.
  static var missing: [UInt8] {
    var html = HTML()
    open(&html, title: "Introuvable")
    html.markup("<main class=\"narrow\"><p class=\"empty\">Cette page n’existe pas.</p>")
    html.markup("<p class=\"back\"><a href=\"/\">← Toutes les pages</a></p></main>")
    close(&html)
    return html.bytes
  }

  private static func visiblePosts(_ world: World, of page: Int) -> [Post] {
    (world.pages[page].posts + world.pages[page].instagram.posts)
      .map { world.posts[$0] }.filter(\.isVisible)
      .sorted {
        // What is pinned stands first.
        ($0.isPinned ? 1 : 0, $0.created, $0.number) > ($1.isPinned ? 1 : 0, $1.created, $1.number)
      }
  }

  private static func card(_ world: World, _ index: Int, into html: inout HTML) {
    let page = world.pages[index]
    html.markup("<a class=\"card\" href=\"/p/")
    html.text(page.id)
    html.markup("\"><header>")
    avatar(page, into: &html)
    html.markup("<div><h2>")
    html.text(page.store.name)
    html.markup("</h2><p>")
    html.text(place(page))
    html.markup("</p></div></header>")
    let shown = visiblePosts(world, of: index)
    if let post = shown.first {
      html.markup("<p class=\"excerpt\">")
      html.text(post.message.isEmpty ? "Photo" : post.message)
      html.markup("</p><footer>")
      html.text("\(post.created.frenchText) · \(count(shown.count, "publication", "publications"))")
      html.markup("</footer>")
    } else {
      html.markup("<p class=\"excerpt quiet\">Rien de publié</p>")
    }
    html.markup("</a>")
  }

  private static func article(_ world: World, _ post: Post, _ page: Page, into html: inout HTML) {
    html.markup("<article id=\"")
    html.text(String(post.number))
    html.markup("\"><header>")
    avatar(page, into: &html)
    html.markup("<div><h3>")
    html.text(page.store.name)
    html.markup("</h3><p><time datetime=\"")
    html.text(post.created.rfc3339)
    html.markup("\">")
    html.text(post.created.frenchText)
    html.markup("</time> · ")
    html.text(post.isOurs ? "publié avec \(world.appName)" : "publié à la main")
    if post.isPinned { html.text(" · épinglé") }
    if post.network == .instagram { html.text(" · sur Instagram, @\(page.instagram.username)") }
    html.markup("</p></div></header>")
    if !post.message.isEmpty {
      html.markup("<div class=\"prose\">")
      html.prose(post.message)
      html.markup("</div>")
    }
    for photo in post.photos.compactMap({ world.photos[$0] }) {
      guard let source = photo.blob.map({ "/media/\($0)" }) ?? photo.url else { continue }
      html.markup("<img loading=\"lazy\" src=\"")
      html.text(source)
      html.markup("\" alt=\"")
      html.text(photo.alternativeText ?? "")
      html.markup("\">")
    }
    if let link = post.link {
      html.markup("<div class=\"preview\">")
      html.link(link, text: link)
      html.markup("</div>")
    }
    for comment in post.comments where !comment.isDeleted {
      html.markup("<p class=\"comment\">")
      html.text(comment.message)
      html.markup("</p>")
    }
    html.markup(
      "<footer aria-hidden=\"true\"><span>👍 J’aime</span><span>💬 Commenter</span><span>↗ Partager</span>"
    )
    html.markup("</footer></article>")
  }

  private static func avatar(_ page: Page, into html: inout HTML) {
    html.markup("<span class=\"avatar\" aria-hidden=\"true\" style=\"background:hsl(")
    html.text(String(page.number % 360))
    html.markup(" 55% 34%)\">")
    let words = page.store.name.split(separator: " ")
    html.text(words.suffix(2).compactMap { $0.first.map(String.init) }.joined())
    html.markup("</span>")
  }

  private static func place(_ page: Page) -> String {
    let town = [page.store.postcode, page.store.city].compactMap { $0 }.joined(separator: " ")
    return [page.store.street, town.isEmpty ? nil : town].compactMap { $0 }.joined(separator: ", ")
  }

  private static func pager(_ number: Int, of last: Int, _ words: String, into html: inout HTML) {
    guard last > 1 else { return }
    func step(_ to: Int, _ label: String) {
      html.markup("<a href=\"/?q=")
      html.text(FormDecoding.encode(words))
      html.markup("&amp;page=")
      html.text(String(to))
      html.markup("\">")
      html.text(label)
      html.markup("</a>")
    }
    html.markup("<nav class=\"pager\" aria-label=\"Pages\">")
    if number > 1 { step(number - 1, "← Précédente") }
    html.markup("<span>")
    html.text("Page \(number) sur \(last)")
    html.markup("</span>")
    if number < last { step(number + 1, "Suivante →") }
    html.markup("</nav>")
  }

  private static func open(_ html: inout HTML, title: String) {
    html.markup("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\">")
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
    html.text(title)
    html.markup("</title><style>")
    html.markup(style)
    html.markup("</style></head><body><header class=\"top\"><a href=\"/\"><h1>")
    html.markup("Le réseau d’entraînement</h1></a><p>Rien d’ici n’est publié sur internet.</p>")
    html.markup("</header>")
  }

  private static func close(_ html: inout HTML) {
    html.markup("</body></html>")
  }

  /// A count with its noun, thousands apart as in French.
  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    var text = ""
    for (position, digit) in String(number).reversed().enumerated() {
      if position > 0, position % 3 == 0 { text = "\u{202F}" + text }
      text = String(digit) + text
    }
    return "\(text) \(number < 2 ? one : several)"
  }
}

extension Instant {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  /// `21 novembre 2026 à 18:04 UTC`.
  fileprivate var frenchText: String {
    let text = Array(rfc3339.utf8)
    guard text.count == 20 else { return rfc3339 }
    func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    let month = Int(part(5..<7)).map { Self.months[($0 - 1) % 12] } ?? ""
    let day = Int(part(8..<10)) ?? 0
    return "\(day == 1 ? "1er" : String(day)) \(month) \(part(0..<4)) à \(part(11..<16)) UTC"
  }
}
