import Foundation
import Testing
import VitrineTestSupport

@testable import VitrineSandbox

/// Meta's own Python SDK, unmodified, against the sandbox.
///
/// `VITRINE_TEST_PYTHON` names an interpreter that has `facebook-business` 26.x; without the SDK
/// there is nothing to run.
@Suite(.timeLimit(.minutes(30)))
struct OfficialSDKTests {
  @Test(
    .enabled("VITRINE_TEST_PYTHON names no Python with facebook-business") {
      await Python.has("facebook_business")
    })
  func `the official SDK works unmodified`() async throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "sdk_check.py").path
    try await withSandbox(.small(75)) { visitor in
      let ready = visitor.ready
      let (status, output) = try await Python.run([
        script, ready.baseURL, ready.userToken, ready.appID, ready.appSecret,
      ])
      #expect(status == 0, "\(output)")
    }
  }
}
