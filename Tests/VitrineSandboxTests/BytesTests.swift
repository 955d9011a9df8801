import Testing

@testable import VitrineSandbox

struct BytesTests {
  @Test(arguments: [
    "null", "true", "-0", "1.5e+10", #""a\u00e9\ud83c\udf37\n""#, "[]", "{}",
    #"{"a":[1,{"b":null}],"a":2}"#, " [ 1 , 2 ] ",
  ])
  func `well-formed JSON is read and survives writing`(_ text: String) throws {
    let value = try JSONReader.read(text)
    var writer = JSONWriter()
    value.write(into: &writer)
    #expect(try JSONReader.read(writer.bytes) == value)
  }

  @Test(arguments: [
    "", "nul", "01", "1.", "+1", "[1,]", "{\"a\":1,}", "{a:1}", "\"\n\"", "\"\\x\"", "\"\\u12\"",
    "[1] 2", "\"open", "{\"a\"}", String(repeating: "[", count: 100_000), "NaN", "1e", "--1",
  ])
  func `malformed JSON is refused`(_ text: String) {
    #expect(throws: JSONReader.Malformed.self) { try JSONReader.read(text) }
  }

  @Test func `texts are written as the network escapes them`() {
    var writer = JSONWriter()
    writer.string("é/🌷\"\\\u{1}\n")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #""\u00e9\/\ud83c\udf37\"\\\u0001\n""#)
  }

  @Test func `half a surrogate pair becomes a replacement character`() throws {
    #expect(try JSONReader.read(#""\ud83cx\udf37""#) == .string("\u{FFFD}x\u{FFFD}"))
  }

  @Test(arguments: [
    ("a=1&b=%C3%A9+x&c", ["a": "1", "b": "é x", "c": ""]), ("&&", [:]), ("a=%zz%4", ["a": "%zz%4"]),
    ("a=1&a=2", ["a": "2"]), ("=x", ["": "x"]), ("a=%FF", ["a": "\u{FFFD}"]),
    ("a=b=c", ["a": "b=c"]),
  ])
  func `a form is decoded`(_ text: String, _ expected: [String: String]) {
    var parameters = GraphParameters()
    FormDecoding.append(text[...], to: &parameters)
    for (name, value) in expected { #expect(parameters[name] == value) }
    #expect(Set(parameters.items.map(\.name)) == Set(expected.keys))
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00+0000"), (951_782_400_000, "2000-02-29T00:00:00+0000"),
    (-1, "1969-12-31T23:59:59+0000"), (1_795_284_245_999, "2026-11-21T18:04:05+0000"),
  ])
  func `an instant is written in the network's spelling`(_ milliseconds: Int, _ text: String) {
    #expect(Instant(milliseconds: Int64(milliseconds)).graphText == text)
  }

  @Test(
    arguments: [
      ("1795284245", 1_795_284_245), ("2026-11-21T18:04:05Z", 1_795_284_245),
      ("2026-11-21T19:04:05+0100", 1_795_284_245), ("2026-11-21T14:04:05-04:00", 1_795_284_245),
      ("2026-02-30T00:00:00Z", nil), ("tomorrow", nil), ("99999999999999999999", nil),
      ("9223372036854775807", nil), ("2026-11-21T25:00:00Z", nil), ("", nil),
    ] as [(String, Int64?)])
  func `an instant is read strictly`(_ text: String, _ seconds: Int64?) {
    #expect(Instant(parameter: text)?.seconds == seconds)
  }

  @Test func `fields nest and carry modifiers`() throws {
    let fields = try FieldSelection.parse("id, comments.limit(0).summary(true){from{id}},message")
    #expect(fields.map(\.name) == ["id", "comments", "message"])
    #expect(fields[1].modifier("summary") == "true")
    #expect(fields[1].children.first?.children.map(\.name) == ["id"])
  }

  @Test(arguments: ["a{b", "a}", "a.limit", "a.limit(", "a)", String(repeating: "a{", count: 2000)])
  func `unbalanced fields are refused`(_ text: String) {
    #expect(throws: GraphError.self) { try FieldSelection.parse(text) }
  }

  @Test(arguments: ["--x--", "", "--x\r\nno end", "--x\r\n\r\n--x", "--x\r\nA: b\r\n\r\n"])
  func `a multipart body that breaks off never crashes`(_ body: String) {
    let form = MultipartForm(contentType: "multipart/form-data; boundary=x", body: Array(body.utf8))
    #expect(form?.files.isEmpty ?? true)
  }

  @Test func `a multipart body gives its fields and files`() throws {
    let body = """
      --x\r\nContent-Disposition: form-data; name="caption"\r\n\r\nÉté\r\n\
      --x\r\nContent-Disposition: form-data; name="source"; filename="a.png"\r\n\
      Content-Type: image/png\r\n\r\n\u{1}\r\n--\r\n--x--\r\n
      """
    let form = try #require(
      MultipartForm(contentType: "multipart/form-data; boundary=\"x\"", body: Array(body.utf8)))
    #expect(form.fields.map(\.value) == ["Été"])
    #expect(form.files.map(\.bytes) == [Array("\u{1}\r\n--".utf8)])
  }

  @Test(
    arguments: [
      ("GET", "me/accounts", .accounts), ("GET", "me", .page), ("GET", "12", .page),
      ("GET", "?ids=1,2", .page), ("GET", "?ids=1_2", .read), ("POST", "12/feed", .publish),
      ("POST", "12/feed?published=false", .stage), ("POST", "12/feed?published=0", .stage),
      ("GET", "12/feed", .list), ("GET", "12/published_posts", .list),
      ("POST", "12/photos", .photo),
      ("GET", "1_2?fields=id", .read), ("POST", "1_2?is_published=true", .release),
      ("POST", "1_2?message=x", .edit), ("DELETE", "1_2", .delete),
      ("POST", "1_2?method=delete", .delete),
      ("GET", "debug_token", .debug), ("GET", "12/insights", .other),
      ("GET", "v26.0/1_2/comments", .other),
    ] as [(String, String, CallKind)])
  func `a call is counted under its kind`(_ method: String, _ url: String, _ kind: CallKind) throws
  {
    var call = try #require(GraphCall(method: method, url: url))
    call.applyMethodOverride()
    #expect(CallKind(of: call) == kind)
  }
}
