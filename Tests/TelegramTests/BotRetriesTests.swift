import Testing

@testable import Telegram

@Suite("Whether a call is made again")
struct BotRetriesTests {
    let retries = BotRetries()

    private func wait(
        _ code: BotError.Code, _ count: Int = 0, elapsed: Duration = .zero, random: Double = 0.5,
        repeatable: Bool = false,
        retryAfter: Duration? = nil
    ) -> Duration? {
        retries.wait(
            after: BotError(code, "", retryAfter: retryAfter), repeatable: repeatable, retries: count, elapsed: elapsed,
            random: random)
    }

    @Test("only what passes by itself is tried again", arguments: BotError.Code.allCases)
    func codes(code: BotError.Code) {
        let passing: Set<BotError.Code> = [.rateLimited, .serverFailed, .unreachable]
        #expect((wait(code) != nil) == passing.contains(code))
        #expect((wait(code, repeatable: true) != nil) == (passing.contains(code) || code == .unanswered))
    }

    @Test("three times, and each wait is drawn from twice as long, to eight seconds")
    func growth() {
        #expect((0...3).map { wait(.serverFailed, $0) } == [.milliseconds(250), .milliseconds(500), .seconds(1), nil])
        #expect(wait(.serverFailed, 2, random: 0) == .zero)
        var more = BotRetries()
        more.maxRetries = 100
        let longest = more.wait(
            after: BotError(.serverFailed, ""), repeatable: false, retries: 99, elapsed: .zero, random: 1)
        #expect(longest == .seconds(8))
    }

    @Test("a pause Telegram names is kept to the letter")
    func named() {
        #expect(wait(.rateLimited, random: 0.9, retryAfter: .seconds(37)) == .seconds(37))
        #expect(wait(.rateLimited) == .milliseconds(250), "none was named")
    }

    @Test("nothing begins when a minute would be over by then")
    func patience() {
        #expect(wait(.rateLimited, elapsed: .seconds(30), retryAfter: .milliseconds(29_999)) != nil)
        #expect(wait(.rateLimited, elapsed: .seconds(30), retryAfter: .seconds(30)) == nil)
        #expect(wait(.serverFailed, elapsed: .seconds(60), random: 0) == nil)
    }
}
