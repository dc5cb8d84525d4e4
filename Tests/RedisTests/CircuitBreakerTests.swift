import Testing
import Threads

@Suite("Circuit breaker")
struct CircuitBreakerTests {
    private let start = ContinuousClock.now
    private let settings = CircuitBreaker.Settings(failures: 5, window: .seconds(10), rest: .seconds(5))

    /// A breaker that has just opened at `start`.
    private func opened() throws -> CircuitBreaker {
        var breaker = CircuitBreaker(settings)
        for count in 1...5 {
            let permit = try breaker.permit(at: start)
            #expect(breaker.report(.failed, of: permit, at: start) == (count == 5 ? .opened : nil))
        }
        return breaker
    }

    @Test("opens at the fifth failure within the window and then refuses at once")
    func opens() throws {
        var breaker = try opened()
        #expect(!breaker.isClosed)
        #expect(breaker.admit(at: start + .milliseconds(4_999)) == nil)
    }

    @Test("failures older than the window do not count")
    func window() throws {
        var breaker = CircuitBreaker(settings)
        for second in stride(from: 0, to: 60, by: 3) {
            let now = start + .seconds(second)
            let permit = try breaker.permit(at: now)
            #expect(breaker.report(.failed, of: permit, at: now) == nil)
        }
        #expect(breaker.isClosed)
    }

    @Test("successes in between do not hide a failure rate that is too high")
    func mixed() throws {
        var breaker = CircuitBreaker(settings)
        for _ in 1...4 {
            let bad = try breaker.permit(at: start)
            #expect(breaker.report(.failed, of: bad, at: start) == nil)
            let good = try breaker.permit(at: start)
            #expect(breaker.report(.answered, of: good, at: start) == nil)
        }
        let last = try breaker.permit(at: start)
        #expect(breaker.report(.failed, of: last, at: start) == .opened)
    }

    @Test("after the rest exactly one probe goes out, and its answer closes the circuit")
    func probeCloses() throws {
        var breaker = try opened()
        let later = start + .seconds(5)
        let probe = try breaker.permit(at: later)
        #expect(probe.isProbe)
        #expect(breaker.admit(at: later) == nil)
        #expect(breaker.report(.answered, of: probe, at: later) == .closed)
        #expect(breaker.admit(at: later)?.isProbe == false)
    }

    @Test("a failed probe rests again without a second report of opening")
    func probeFails() throws {
        var breaker = try opened()
        let later = start + .seconds(5)
        let probe = try breaker.permit(at: later)
        #expect(breaker.report(.failed, of: probe, at: later) == nil)
        #expect(breaker.admit(at: later + .milliseconds(4_999)) == nil)
        #expect(breaker.admit(at: later + .seconds(5))?.isProbe == true)
    }

    @Test("a probe whose caller left makes way for the next one at once")
    func probeAbandoned() throws {
        var breaker = try opened()
        let later = start + .seconds(5)
        let probe = try breaker.permit(at: later)
        #expect(breaker.report(.abandoned, of: probe, at: later) == nil)
        #expect(breaker.admit(at: later)?.isProbe == true)
    }

    @Test("a probe that never reports does not hold the circuit open for ever")
    func probeLost() throws {
        var breaker = try opened()
        let first = try breaker.permit(at: start + .seconds(5))
        let second = try breaker.permit(at: start + .seconds(10))
        #expect(breaker.report(.failed, of: first, at: start + .seconds(10)) == nil)
        #expect(breaker.report(.answered, of: second, at: start + .seconds(10)) == .closed)
    }

    @Test("late reports of calls from before the change count for nothing")
    func stale() throws {
        var breaker = CircuitBreaker(settings)
        let permits = try (1...12).map { _ in try breaker.permit(at: start) }
        for permit in permits.prefix(5) { _ = breaker.report(.failed, of: permit, at: start) }
        #expect(breaker.report(.answered, of: permits[5], at: start) == nil)
        #expect(!breaker.isClosed)
        let probe = try breaker.permit(at: start + .seconds(5))
        #expect(breaker.report(.failed, of: permits[6], at: start + .seconds(5)) == nil)
        #expect(breaker.report(.answered, of: probe, at: start + .seconds(5)) == .closed)
        for permit in permits.dropFirst(7) { _ = breaker.report(.failed, of: permit, at: start + .seconds(5)) }
        #expect(breaker.isClosed)
    }
}

extension CircuitBreaker {
    /// A permit that must be given.
    mutating func permit(at now: ContinuousClock.Instant) throws -> Permit {
        let permit = admit(at: now)
        return try #require(permit)
    }
}
