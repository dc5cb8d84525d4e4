import TestKit
import Testing

@testable import Routes

@Suite struct TokenBucketTests {
    @Test("a burst at once, then the pace; what is refused says how long to wait and costs nothing")
    func pace() {
        var bucket = TokenBucket(Pace(burst: 3, perSecond: 2), at: .zero)
        for _ in 0..<3 { #expect(bucket.take(at: .zero) == nil) }
        #expect(bucket.take(at: .zero) == .milliseconds(500))
        #expect(bucket.take(at: .milliseconds(400)) == .milliseconds(100))
        #expect(bucket.take(at: .milliseconds(500)) == nil)
        #expect(bucket.take(at: .milliseconds(500)) == .milliseconds(500))
    }

    @Test("it never holds more than its burst, however long it rests, and a clock set back gives nothing")
    func bounds() {
        var bucket = TokenBucket(Pace(burst: 2, perSecond: 10), at: .seconds(5))
        for _ in 0..<2 { #expect(bucket.take(at: .seconds(1_000)) == nil) }
        #expect(bucket.take(at: .seconds(1_000)) != nil)
        #expect(bucket.take(at: .seconds(3)) != nil)
        #expect(bucket.take(at: .seconds(1_000)) != nil)
    }
}

@Suite struct PaceKeeperTests {
    @Test("each name has its own bucket, and time fills it")
    func names() {
        let clock = TestClock()
        let keeper = PaceKeeper(Pace(burst: 1, perSecond: 1), remembered: 10, clock: clock)
        #expect(keeper.take("a") == nil)
        #expect(keeper.take("a") == .seconds(1))
        #expect(keeper.take("b") == nil)
        clock.advance(by: .seconds(1))
        #expect(keeper.take("a") == nil)
    }

    @Test("memory is bounded, and a name in use stays limited while others come and go")
    func bounded() {
        let keeper = PaceKeeper(Pace(burst: 1, perSecond: 0.001), remembered: 100, clock: TestClock())
        #expect(keeper.take("busy") == nil)
        for number in 0..<1_000 {
            _ = keeper.take("name \(number)")
            #expect(keeper.take("busy") != nil)
            #expect(keeper.count <= 100)
        }
    }
}
