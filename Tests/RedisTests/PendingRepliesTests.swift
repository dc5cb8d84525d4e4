import Testing
import Threads

@testable import Redis

@Suite("Pairing of replies and commands")
struct PendingRepliesTests {
    private let start = ContinuousClock.now

    private func request(_ name: String, due milliseconds: Int) throws -> Request {
        var breaker = CircuitBreaker()
        return Request(
            command: RedisCommand([RedisArgument(name)]), deadline: start + .milliseconds(milliseconds),
            permit: try breaker.permit(at: start), answer: Answer())
    }

    @Test("replies belong to sent commands in their order; a further one belongs to nobody")
    func order() throws {
        var pending = PendingReplies()
        for (index, name) in ["a", "b", "c"].enumerated() { pending.append(try request(name, due: index)) }
        let sent = pending.takeWaiting().map(\.command)
        #expect(sent == [RedisCommand(["a"]), RedisCommand(["b"]), RedisCommand(["c"])])
        #expect((1...3).map { _ in pending.next()?.command } == sent)
        #expect(pending.next() == nil)
    }

    @Test("a command that was never sent gets no reply")
    func unsent() throws {
        var pending = PendingReplies()
        pending.append(try request("a", due: 1))
        #expect(pending.next() == nil)
    }

    @Test("only a sent command that is late puts the connection in doubt")
    func overdue() throws {
        var pending = PendingReplies()
        pending.append(try request("sent", due: 20))
        _ = pending.takeWaiting()
        pending.append(try request("unsent", due: 10))
        #expect(pending.deadline == start + .milliseconds(10))
        #expect(!pending.isOverdue(at: start + .milliseconds(10)))
        #expect(pending.expireWaiting(at: start + .milliseconds(10)).count == 1)
        #expect(!pending.isOverdue(at: start + .milliseconds(19)))
        #expect(pending.isOverdue(at: start + .milliseconds(20)))
    }

    @Test("a lost connection gives back everything, oldest first, and starts empty")
    func removeAll() throws {
        var pending = PendingReplies()
        pending.append(try request("a", due: 1))
        _ = pending.takeWaiting()
        pending.append(try request("b", due: 2))
        #expect(pending.removeAll().map(\.command) == [RedisCommand(["a"]), RedisCommand(["b"])])
        #expect(pending.deadline == nil)
        #expect(pending.takeWaiting().isEmpty)
    }
}
