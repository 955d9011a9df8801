import Testing
import VitrineCore

@testable import VitrineNetworks

struct GraphUsageTests {
  private func read(_ headers: [String: String], page: RemoteID? = nil) -> [NetworkUsage] {
    GraphUsage.read(
      GraphHeaders(headers.map { (name: $0.key, value: $0.value) }), page: page)
  }

  @Test func `the app's budget is the highest of its three figures`() {
    let usage = read(["X-App-Usage": #"{"call_count":28,"total_time":25,"total_cputime":31}"#])
    #expect(usage == [NetworkUsage(scope: .app, percent: 31, regainSeconds: 0)])
  }

  @Test func `a page's budget is its fullest entry, and minutes become seconds`() {
    let usage = read([
      "x-business-use-case-usage": """
      {"100":[{"type":"pages","call_count":97,"total_cputime":23,"total_time":23,\
      "estimated_time_to_regain_access":0},{"type":"x","call_count":100,"total_cputime":1,\
      "total_time":1,"estimated_time_to_regain_access":7}]}
      """
    ])
    #expect(usage == [NetworkUsage(scope: .page(page), percent: 100, regainSeconds: 420)])
  }

  @Test func `the old header is about the page that was asked`() {
    let header = ["X-Page-Usage": #"{"call_count":5,"total_time":6,"total_cputime":7}"#]
    #expect(
      read(header, page: page) == [NetworkUsage(scope: .page(page), percent: 7, regainSeconds: 0)])
    #expect(read(header).isEmpty)
  }

  @Test(arguments: [
    "", "{", "[]", "null", #"{"call_count":"97"}"#, #"{"call_count":null}"#, "97", "<html>",
  ])
  func `a header that is none says nothing`(_ value: String) {
    let headers = ["x-app-usage": value, "x-business-use-case-usage": value, "x-page-usage": value]
    #expect(read(headers, page: page).isEmpty)
  }

  @Test(arguments: [
    #"{"../evil":[{"call_count":97}]}"#, #"{"100":{"call_count":97}}"#, #"{"100":[97]}"#,
    #"{"100":[]}"#, #"{"100":[[[[]]]]}"#,
  ])
  func `a page's entry that is none says nothing`(_ value: String) {
    #expect(read(["x-business-use-case-usage": value]).isEmpty)
  }

  @Test func `monstrous numbers are moved into their range`() {
    let usage = read([
      "x-app-usage": #"{"call_count":1e99,"total_time":-5,"total_cputime":0}"#,
      "x-business-use-case-usage":
        #"{"100":[{"call_count":-1,"estimated_time_to_regain_access":99999999999999999999}]}"#,
    ])
    #expect(
      usage == [
        NetworkUsage(scope: .app, percent: 1000, regainSeconds: 0),
        NetworkUsage(scope: .page(page), percent: 0, regainSeconds: 86_400),
      ])
  }

  @Test func `five hundred entries are cut short`() {
    let entries = (1...500).map { "\"\($0)\":[{\"call_count\":1}]" }.joined(separator: ",")
    let usage = read(["x-business-use-case-usage": "{\(entries)}"])
    #expect(usage.count == GraphUsage.mostEntries)
  }

  @Test(arguments: [
    ("5", 5), ("0", 0), ("86401", 86_400), ("99999999999999999999", 86_400), ("-5", nil),
    ("1e99", nil), ("Thu, 01 Jan 1970 00:00:00 GMT", nil), ("soon", nil), ("", nil), ("٥", nil),
    ("5.5", nil),
  ])
  func `Retry-After counts seconds within a day and nothing else`(_ text: String, _ expected: Int?)
  {
    #expect(GraphHeaders([(name: "Retry-After", value: text)]).retryAfter == expected)
  }
}
