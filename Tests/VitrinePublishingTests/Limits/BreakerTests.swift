import Testing
import VitrineCore

@testable import VitrinePublishing

struct BreakerTests {
  private func later(_ seconds: Int64) -> Timestamp { .noon.advanced(bySeconds: seconds) }

  @Test func `twenty requests in a row without an answer open it, nineteen do not`() {
    var breaker = HostBreaker()
    for second in 0..<19 { breaker.note(.silent, at: later(Int64(second))) }
    #expect(!breaker.isOpen)
    #expect(breaker.allowance(at: later(19)) == nil)
    breaker.note(.silent, at: later(19))
    #expect(breaker.isOpen)
    #expect(breaker.since == .noon)
  }

  @Test func `an answer in between begins the count anew`() {
    var breaker = HostBreaker()
    for _ in 0..<5 {
      for _ in 0..<19 { breaker.note(.silent, at: .noon) }
      breaker.note(.answered, at: .noon)
    }
    #expect(breaker == HostBreaker())
  }

  @Test func `an open one lets a try through every thirty seconds, and closes with an answer`() {
    var breaker = HostBreaker()
    for _ in 0..<20 { breaker.note(.silent, at: .noon) }
    // What was on its way still comes back, and puts nothing off.
    breaker.note(.silent, at: later(20))
    #expect(breaker.allowance(at: later(29)) == 0)
    #expect(breaker.allowance(at: later(30)) == 1)
    breaker.probed(at: later(30))
    #expect(breaker.allowance(at: later(31)) == 0)
    breaker.note(.silent, at: later(40))
    #expect(breaker.allowance(at: later(60)) == 1)
    breaker.note(.answered, at: later(61))
    #expect(breaker.allowance(at: later(61)) == nil)
    #expect(breaker.since == nil)
  }

  @Test(arguments: [(600, true), (601, false)])
  func `a second page taken for spam within ten minutes stops the run`(
    _ seconds: Int64, _ stops: Bool
  ) {
    var watch = SpamWatch()
    let told = [
      watch.note(RemoteID("1"), at: .noon), watch.note(RemoteID("1"), at: .noon),
      watch.note(RemoteID("2"), at: later(seconds)),
    ]
    #expect(told == [false, false, stops])
  }

  @Test func `more than one in five of the last fifty pages is too many`() {
    var wave = FailureWave()
    for _ in 0..<10 { wave.note(failed: true) }
    #expect(!wave.isTooMany)
    wave.note(failed: true)
    #expect(wave.isTooMany)
    // Thirty-nine good ones later all of them are in sight; one more, and the oldest is not.
    for _ in 0..<39 { wave.note(failed: false) }
    #expect(wave.failures == 11)
    wave.note(failed: false)
    #expect(wave.failures == 10)
    #expect(!FailureWave(bits: wave.bits).isTooMany)
    #expect(FailureWave(bits: -1).failures == 50)
  }
}
