import Testing
import VitrineCore
import VitrinePublishing

struct TokenBucketTests {
  private let rate = TokenBucket.Rate(interval: 100, burst: 5)

  @Test func `a new bucket is full, and no fuller after a year`() {
    #expect(TokenBucket().count(rate, at: .noon) == 5)
    #expect(TokenBucket(next: .noon).count(rate, at: .noon.advanced(bySeconds: 31_536_000)) == 5)
  }

  @Test func `what is taken comes back one interval a call`() {
    var bucket = TokenBucket()
    bucket.take(5, rate, at: .noon)
    #expect(bucket.count(rate, at: .noon) == 0)
    let left = [99, 100, 199, 200, 450, 10_000].map {
      bucket.count(rate, at: .noon.advanced(byMilliseconds: $0))
    }
    #expect(left == [0, 1, 1, 2, 4, 5])
  }

  @Test func `however it is asked, no second gives more than its share`() {
    var bucket = TokenBucket()
    var taken = 0
    for step in 0..<1_000 {
      let now = Timestamp.noon.advanced(byMilliseconds: Int64(step) * 37)
      let some = min(bucket.count(rate, at: now), step % 4)
      bucket.take(some, rate, at: now)
      taken += some
    }
    // 37 s at ten calls a second, and the burst that was there at first.
    #expect((360...376).contains(taken), "\(taken)")
  }

  @Test func `more than there is can be owed`() {
    var bucket = TokenBucket()
    bucket.take(8, rate, at: .noon)
    #expect(bucket.count(rate, at: .noon.advanced(byMilliseconds: 300)) == 0)
    #expect(bucket.count(rate, at: .noon.advanced(byMilliseconds: 400)) == 1)
  }

  @Test func `numbers without measure are no trap`() {
    let odd = TokenBucket.Rate(interval: .max, burst: .max)
    var bucket = TokenBucket()
    bucket.take(.max, odd, at: .noon)
    #expect(bucket.count(odd, at: .noon) == 0)
    #expect(TokenBucket.Rate(interval: 0, burst: -3) == TokenBucket.Rate(interval: 1, burst: 1))
    #expect(rate.slowed(by: .max).interval == 86_400_000)
  }

  @Test(arguments: [
    (0, UsageLevel.free, CallPriority.reads), (59, .free, .reads), (60, .eased, .reads),
    (79, .eased, .reads), (80, .urgent, .mandatory), (94, .urgent, .mandatory),
  ])
  func `a report leaves room down to a priority`(
    _ percent: Int, _ level: UsageLevel, _ last: CallPriority
  ) {
    #expect(UsageLevel(percent: percent) == level)
    for priority in CallPriority.allCases {
      #expect(level.allows(priority) == (priority <= last), "\(priority)")
    }
  }

  @Test func `from 95 percent on nothing is called at all`() {
    #expect(UsageLevel(percent: 95) == .stopped)
    #expect(CallPriority.allCases.allSatisfy { !UsageLevel.stopped.allows($0) })
  }
}
