import Testing
import Threads

@testable import Redis

@Suite("Where callers leave commands")
struct MailboxTests {
    private let start = ContinuousClock.now
    private let ping = RedisCommand(["PING"])

    private func mailbox(commands: Int = 100, bytes: Int = 1_000_000) -> Mailbox {
        var settings = RedisSettings(address: .host("cache", port: 1))
        settings.limits.commands = commands
        settings.limits.queuedBytes = bytes
        settings.breaker.failures = 2
        return Mailbox(settings)
    }

    private func post(_ box: Mailbox) throws(RedisError) -> Answer { try box.post(ping, until: start + .seconds(1)) }

    private func code(_ box: Mailbox) -> RedisError.Code? {
        do throws(RedisError) {
            _ = try post(box)
            return nil
        } catch { return error.code }
    }

    private func settle(_ box: Mailbox, _ outcome: CircuitBreaker.Outcome) -> [CircuitBreaker.Change] {
        let verdict: Answer.Verdict = outcome == .answered ? .success(.null) : .failure(.shutdown)
        let settled = box.take().requests.map { Mailbox.Settled(request: $0, outcome: outcome, verdict: verdict) }
        return box.settle(settled, at: start)
    }

    @Test("commands are handed over once, in order")
    func order() throws {
        let box = mailbox()
        for number in 1...3 { _ = try box.post(RedisCommand([RedisArgument(Int64(number))]), until: start) }
        let commands = box.take().requests.map(\.command)
        #expect(commands == [RedisCommand([1]), RedisCommand([2]), RedisCommand([3])])
        #expect(box.take().requests.isEmpty)
    }

    @Test("a command counts against the limits until it is settled, not only until it is taken")
    func limits() throws {
        let byCount = mailbox(commands: 1)
        _ = try post(byCount)
        #expect(code(byCount) == .overloaded)
        #expect(settle(byCount, .answered).isEmpty)
        #expect(code(byCount) == nil)

        let byBytes = mailbox(bytes: ping.wire.count)
        _ = try post(byBytes)
        #expect(code(byBytes) == .overloaded)
        _ = settle(byBytes, .answered)
        #expect(code(byBytes) == nil)
    }

    @Test("callers see an open circuit before the failed ones hear of it")
    func breaker() async throws {
        let box = mailbox()
        let answers = try [post(box), post(box)]
        #expect(box.isOpen)
        #expect(settle(box, .failed) == [.opened])
        #expect(!box.isOpen)
        #expect(code(box) == .unavailable)
        for answer in answers { await #expect(throws: RedisError.self) { try await answer.value() } }
    }

    @Test("a shut gate refuses at once with its reason, an opened one lets through, a stopped one is for good")
    func gate() throws {
        let box = mailbox()
        box.setGate(.down(RedisError(.timeout, "silence")))
        let error = #expect(throws: RedisError.self) { try post(box) }
        #expect(error == RedisError(.unavailable, "redis is away: silence"))
        box.setGate(.open)
        #expect(code(box) == nil)
        box.stop()
        box.setGate(.open)
        #expect(code(box) == .shutdown)
        #expect(box.take().isStopped)
        #expect(box.take().isStopped)
    }
}
