import Testing

@testable import Redis

@Suite("Backoff")
struct BackoffTests {
    @Test("doubles from the first wait to the longest and stays there")
    func doubles() {
        var backoff = Backoff(.init(first: .milliseconds(50), longest: .seconds(2)))
        let waits = (1...9).map { _ in backoff.next(random: 1) }
        let expected = [50, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000]
        #expect(waits == expected.map { .milliseconds($0) })
    }

    @Test("draws each wait from its upper half", arguments: [0.0, 0.25, 0.999])
    func jitter(random: Double) {
        var backoff = Backoff()
        let wait = backoff.next(random: random)
        #expect(wait >= .milliseconds(25) && wait < .milliseconds(50))
    }

    @Test("starts again after a reset")
    func reset() {
        var backoff = Backoff()
        for _ in 1...5 { _ = backoff.next(random: 1) }
        backoff.reset()
        #expect(backoff.next(random: 1) == .milliseconds(50))
    }
}
