import TestKit
import Testing

@testable import Chat

@Suite("Pace of turns")
struct RateLimitTests {
    @Test("The window holds exactly its number, and says how long until the next")
    func window() {
        var limit = RateLimit(3, per: .seconds(60))
        for second in [0, 10, 20] { #expect(limit.take(at: .seconds(second)) == nil) }
        #expect(limit.take(at: .seconds(30)) == .seconds(30))
        #expect(limit.take(at: .seconds(60)) == nil)
        #expect(limit.take(at: .seconds(69)) == .seconds(1))
    }

    @Test("What is given back may be taken again")
    func givenBack() {
        var limit = RateLimit(1, per: .seconds(60))
        #expect(limit.take(at: .zero) == nil)
        limit.giveBack()
        #expect(limit.take(at: .seconds(1)) == nil)
        #expect(limit.isIdle(at: .seconds(30)) == false && limit.isIdle(at: .seconds(61)))
    }

    @Test("Never more than the number in any window, whatever the moments", arguments: 0..<20)
    func property(_ seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        var limit = RateLimit(5, per: .seconds(10))
        var now = Duration.zero
        var taken: [Duration] = []
        for _ in 0..<300 {
            now += .milliseconds(random.below(3_000))
            if limit.take(at: now) == nil { taken.append(now) }
        }
        for moment in taken { #expect(taken.count { $0 >= moment && $0 < moment + .seconds(10) } <= 5) }
    }
}
