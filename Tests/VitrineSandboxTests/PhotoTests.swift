import Foundation
import Testing

@testable import VitrineSandbox

/// Photos that wait unpublished, the drafts that show them, and what a visitor sees.
@Suite(.timeLimit(.minutes(30)))
struct PhotoTests {
  private static let gif = "GIF89a-not-much-of-a-picture"

  private func upload(
    _ visitor: Visitor, _ page: Visitor.Page, alt: String = "Un étal"
  ) async throws -> Visitor.Answer {
    let body = """
      --b\r\nContent-Disposition: form-data; name="published"\r\n\r\nfalse\r\n\
      --b\r\nContent-Disposition: form-data; name="alt_text_custom"\r\n\r\n\(alt)\r\n\
      --b\r\nContent-Disposition: form-data; name="source"; filename="a.gif"\r\n\
      Content-Type: image/gif\r\n\r\n\(Self.gif)\r\n--b--\r\n
      """
    return try await visitor.send(
      "POST", "/v26.0/\(page.id)/photos", body: body,
      headers: [
        "Content-Type": "multipart/form-data; boundary=b", "Authorization": "Bearer \(page.token)",
      ])
  }

  private func stage(
    _ visitor: Visitor, _ page: Visitor.Page, _ photos: [String]
  ) async throws -> Visitor.Answer {
    var more = ["published": "false", "unpublished_content_type": "DRAFT"]
    for (place, id) in photos.enumerated() {
      more["attached_media[\(place)]"] = #"{"media_fbid":"\#(id)"}"#
    }
    return try await visitor.post("Au marché", on: page, more)
  }

  @Test func `a photo of a draft is seen when the draft is released, with its description`()
    async throws
  {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      let (first, second) = (
        try await upload(visitor, page, alt: "Un étal"),
        try await upload(visitor, page, alt: "Des <pommes>")
      )
      #expect(first.json["post_id"] == nil)
      let photos = try await visitor.send(
        "GET", "/v26.0/\(page.id)/photos?access_token=\(page.token)")
      #expect(photos.json["data"]?.items?.isEmpty == true)
      let draft = try await stage(visitor, page, [second.id, first.id])
      #expect(try await visitor.send("GET", "/p/\(page.id)").text.contains("<img") == false)
      #expect(try await visitor.release(draft.id, of: page).status == 200)
      let html = try await visitor.send("GET", "/p/\(page.id)").text
      #expect(html.contains("alt=\"Des &lt;pommes&gt;\""))
      let truth = try #require(try await visitor.truth().first)
      let media = try #require(truth["media"]?.items)
      #expect(media.map { $0["id"]?.parameterText } == [second.id, first.id])
      #expect(media.map { $0["alt"]?.parameterText } == ["Des <pommes>", "Un étal"])
      let digest = try #require(media[0]["sha256"]?.parameterText)
      #expect(html.contains("src=\"/media/\(digest)\""))
      let picture = try await visitor.send("GET", "/media/\(digest)")
      #expect(picture.text == Self.gif)
      #expect(picture.headers["content-type"] == "image/gif")
    }
  }

  @Test func `a photo belongs to one post, and to its own page`() async throws {
    try await withSandbox { visitor in
      let pages = try await visitor.pages()
      let photo = try await upload(visitor, pages[0])
      #expect(try await stage(visitor, pages[1], [photo.id]).error == "100")
      #expect(try await stage(visitor, pages[0], [photo.id]).status == 200)
      #expect(try await stage(visitor, pages[0], [photo.id]).error == "100")
      #expect(try await visitor.truth(all: true).count == 1)
    }
  }

  @Test(arguments: [(23.9, true), (24.1, false)])
  func `a photo that no post shows is forgotten after a day`(
    _ hours: Double, _ isThere: Bool
  ) async throws {
    let clock = HandClock()
    var configuration = SandboxConfiguration.small()
    configuration.now = clock.now
    try await withSandbox(configuration) { visitor in
      let page = try await visitor.pages()[0]
      let photo = try await upload(visitor, page)
      clock.advance(bySeconds: hours * 3_600)
      #expect((try await stage(visitor, page, [photo.id]).status == 200) == isThere)
    }
  }
}
