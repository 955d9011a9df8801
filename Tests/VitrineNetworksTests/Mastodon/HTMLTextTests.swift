import Testing

@testable import VitrineNetworks

/// What servers make of a text, and the text that it was.
struct HTMLTextTests {
  private static let rows: [(name: String, html: String, text: String)] = [
    (
      "Mastodon",
      #"<p>Bonjour &amp; bienvenue<br />dès 9&#39;h &lt;3</p><p>Voir <a href="https://example.org/offres/semaine-48/pain" rel="nofollow noopener" target="_blank"><span class="invisible">https://</span><span class="ellipsis">example.org/offres/semaine-48/</span><span class="invisible">pain</span></a></p>"#,
      "Bonjour & bienvenue\ndès 9'h <3\n\nVoir https://example.org/offres/semaine-48/pain"
    ),
    (
      "Mastodon's hashtags",
      #"<p>Le pain <a href="https://m.example/tags/pain" class="mention hashtag" rel="tag">#<span>pain</span></a> !</p>"#,
      "Le pain #pain !"
    ),
    (
      "GoToSocial",
      #"<p>Bonjour<br>C&#39;est &#34;bio&#34;</p><p><a href="https://example.org/a?b=1&amp;c=2" rel="nofollow noreferrer noopener" target="_blank">https://example.org/a?b=1&amp;c=2</a></p>"#,
      "Bonjour\nC'est \"bio\"\n\nhttps://example.org/a?b=1&c=2"
    ),
    (
      "snac",
      #"Bonjour<br><br>Voir <a href="https://example.org/x" target="_blank">https://example.org/x</a> &#35;1<br>"#,
      "Bonjour\n\nVoir https://example.org/x #1"
    ),
    (
      "Takahē",
      #"<p>Bonjour</p>\#n<p>Voir <a href="https://example.org/un/chemin/bien/long" rel="nofollow" class="ellipsis" title="example.org/un/chemin/bien/long"><span class="invisible">https://</span><span class="ellipsis">example.org/un/chemin/bien/lon</span><span class="invisible">g</span></a></p>"#,
      "Bonjour\n\nVoir https://example.org/un/chemin/bien/long"
    ),
    (
      "a shortened address",
      #"<p><a href="https://example.org/un/chemin">example.org/un…</a> puis <a href="https://other.example/">la suite…</a></p>"#,
      "https://example.org/un/chemin puis la suite…"
    ),
    ("a blank line inside", "<p>a<br><br>b</p>", "a\n\nb"),
    ("nothing", "", ""),
    ("a lone sign", "1 < 2 & 3 > 2 &unknown; &#0; &#x1F600;", "1 < 2 & 3 > 2 &unknown; &#0; 😀"),
    ("a tag that does not end", "a <b", "a <b"),
    ("a comment", "a<!-- <p>not</p> -->b", "ab"),
    ("a sign of markup in an attribute", #"<a href="x>y" title='</a>'>z</a>"#, "z"),
  ]

  @Test(arguments: rows)
  func `the text of a server's markup is the text that was sent`(
    _ name: String, _ html: String, _ text: String
  ) {
    let read = HTMLText(html)
    #expect(read.plain == text, "\(name)")
    #expect(!read.isAltered, "\(name)")
  }

  @Test(arguments: [
    ("<p>un <em>prix</em></p>", "un prix"), ("a <b>b</b><br>", "a b"),
    ("<blockquote>dit</blockquote>oui", "dit\noui"), ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
    (
      #"<p><span class="h-card"><a class="u-url mention" href="x">@<span>o</span></a></span></p>"#,
      "@o"
    ),
    (#"<p>a <img src="x" alt=":pain:"></p>"#, "a :pain:"),
  ])
  func `formatting is not taken for what was sent`(_ html: String, _ text: String) {
    let read = HTMLText(html)
    #expect(read.plain == text)
    #expect(read.isAltered)
  }

  @Test func `a long run of signs takes no long time`() {
    let html = String(repeating: "<", count: 200_000) + String(repeating: "&", count: 200_000)
    #expect(HTMLText(html).plain.utf8.count == 400_000)
  }
}
