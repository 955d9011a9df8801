import Testing

@testable import VitrineSandbox

struct FaultSpecTests {
  @Test func `a fault with every key is read`() throws {
    let spec = try FaultSpec.parse(
      "error,op=release,rate=0.05,pages=12+FR-7,count=3,delay=40,code=190,subcode=463,done=true")
    var expected = FaultSpec(kind: .error)
    expected.operation = "release"
    expected.rate = 0.05
    expected.pages = ["12", "FR-7"]
    expected.count = 3
    expected.delayMilliseconds = 40
    expected.code = 190
    expected.subcode = 463
    expected.isDone = true
    #expect(spec == expected)
  }

  @Test(arguments: [
    #"{"kind":"error","op":"release","rate":0.05,"pages":["12","FR-7"],"code":190}"#,
    #"{"fault":"error","op":"release","rate":"0.05","pages":"12+FR-7","code":"190"}"#,
    #""error,op=release,rate=0.05,pages=12+FR-7,code=190""#,
  ])
  func `the same fault as JSON is the same fault`(_ json: String) throws {
    let text = try FaultSpec.parse("error,op=release,rate=0.05,pages=12+FR-7,code=190")
    let value = try JSONReader.read(json)
    #expect(try FaultSpec.read(value) == text)
  }

  @Test(arguments: [
    ("", "unknown fault ''"), ("lost", "unknown fault 'lost'"),
    ("reset,", "'' is not of the form key=value"), ("reset,rate", "'rate' is not of the form"),
    ("reset,rate=2", "rate must be from 0 to 1, not '2'"), ("reset,rate=nan", "rate must be"),
    ("reset,op=fly", "unknown op 'fly'"), ("reset,often=1", "unknown key 'often'"),
    ("reset,count=-1", "count must be a whole number"),
    ("slow,delay=99999999999999999999", "delay must be a whole number"),
    ("error", "needs code="), ("throttle,code=190", "code must be 80001"),
    ("hang,done=maybe", "done must be true or false"),
  ])
  func `a bad fault is refused with a reason`(_ text: String, _ reason: String) {
    do {
      Issue.record("accepted as \(try FaultSpec.parse(text))")
    } catch {
      #expect(error.message.contains(reason), "\(error.message)")
    }
  }
}
