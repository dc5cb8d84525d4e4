import Testing

@testable import Redis

@Suite("A connection's life")
struct ConnectionStateTests {
    private let start = ContinuousClock.now
    private let one = HostAddress.numeric("10.0.0.1", port: 1)
    private let two = HostAddress.numeric("10.0.0.2", port: 1)
    private let away = RedisError(.unavailable, "away")

    private func fresh() -> ConnectionState {
        ConnectionState(settings: RedisSettings(address: .host("cache", port: 1)), at: start)
    }

    private func ready() -> ConnectionState {
        var state = fresh()
        #expect(state.tick(at: start, random: 1) == .resolve)
        #expect(state.resolved([one], at: start, random: 1) == .connect(one))
        #expect(state.connected() == .greet)
        #expect(state.greeted() == .announceReady)
        return state
    }

    @Test("goes from look-up to ready in order, and ready has no deadline")
    func straight() {
        let state = ready()
        #expect(state.isReady)
        #expect(state.deadline == nil)
    }

    @Test("one time-out covers look-up, connect and greeting together")
    func oneDeadline() {
        var state = fresh()
        _ = state.tick(at: start, random: 1)
        let due = start + .seconds(1)
        #expect(state.deadline == due)
        _ = state.resolved([one], at: start + .milliseconds(900), random: 1)
        _ = state.connected()
        #expect(state.deadline == due)
        #expect(state.tick(at: due - .milliseconds(1), random: 1) == nil)
        guard case .discard(let error) = state.tick(at: due, random: 1) else {
            Issue.record("a greeting that takes too long was not given up")
            return
        }
        #expect(error.code == .timeout)
    }

    @Test("waits longer after each failure, and short again only after an answered command")
    func backoff() {
        var state = ready()
        _ = state.lost(away, at: start, random: 1)
        #expect(state.deadline == start + .milliseconds(50))
        _ = state.tick(at: start + .milliseconds(50), random: 1)
        _ = state.resolved([one], at: start, random: 1)
        _ = state.connected()
        _ = state.greeted()
        _ = state.lost(away, at: start, random: 1)
        #expect(state.deadline == start + .milliseconds(100))
        state.answered()
        _ = state.tick(at: start + .milliseconds(100), random: 1)
        _ = state.lost(away, at: start, random: 1)
        #expect(state.deadline == start + .milliseconds(50))
    }

    @Test("tries the addresses of a name in turn, one an attempt")
    func rotation() {
        var state = fresh()
        var tried: [ConnectionState.Action?] = []
        for attempt in 1...3 {
            _ = state.tick(at: start + .seconds(attempt * 10), random: 1)
            tried.append(state.resolved([one, two], at: start, random: 1))
            _ = state.lost(away, at: start, random: 1)
        }
        #expect(tried == [.connect(one), .connect(two), .connect(one)])
    }

    @Test("a name without an address is a failed attempt")
    func noAddress() {
        var state = fresh()
        _ = state.tick(at: start, random: 1)
        guard case .discard(let error) = state.resolved([], at: start, random: 1) else {
            Issue.record("an empty look-up was taken for an address")
            return
        }
        #expect(error.code == .unavailable)
    }

    @Test("a slow look-up serves the attempt that is waiting for one, and nobody when none is")
    func slowLookup() {
        var state = fresh()
        _ = state.tick(at: start, random: 1)
        _ = state.tick(at: start + .seconds(1), random: 1)
        #expect(state.resolved([one], at: start, random: 1) == nil)
        _ = state.tick(at: start + .seconds(2), random: 1)
        #expect(state.resolved([one], at: start, random: 1) == .connect(one))
    }

    @Test("a loss while waiting to try again changes nothing, and closed is for good")
    func ends() {
        var state = ready()
        _ = state.lost(away, at: start, random: 1)
        #expect(state.lost(away, at: start, random: 1) == nil)
        #expect(state.close() == .discard(.shutdown))
        #expect(state.tick(at: start + .seconds(60), random: 1) == nil)
        #expect(state.lost(away, at: start, random: 1) == nil)
    }
}
