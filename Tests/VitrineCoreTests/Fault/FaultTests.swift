import Testing
import VitrineCore

struct FaultTests {
  @Test(
    arguments: zip(
      Fault.Code.allCases,
      [64, 65, 66, 77, 77, 65, 75, 75, 75, 69, 1, 74, 78, 70, 130, 70] as [Int32]))
  func `each kind of fault has its exit code`(_ code: Fault.Code, _ exit: Int32) {
    #expect(code.exitCode == exit)
  }

  @Test func `a finding prints as a compiler would`() {
    let finding = Finding(
      .error, Message("finding.warning"), rule: "r.1", file: "a.csv", line: 3, column: 7)
    #expect(finding.text(in: .en) == "a.csv:3:7: error: warning [r.1]")
    #expect(finding.text(in: .fr) == "a.csv:3:7: erreur: avertissement [r.1]")
  }

  @Test func `a secret prints as dots however it is printed`() {
    let secret = Secret("canary-4711")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect("\(secret) \(secret.debugDescription) \(dumped)".contains("canary") == false)
    #expect(secret.exposed == "canary-4711")
  }
}
