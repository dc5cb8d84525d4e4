import Testing

@testable import Threads

@Suite("Waiting line of a blocking pool")
struct BlockingPoolQueueTests {
    private let start = ContinuousClock.now

    @Test("jobs leave in the order they came")
    func order() throws {
        var queue = BlockingPoolQueue<Int>(limit: 3)
        for job in 1...3 { _ = try queue.push(job, at: start) }
        #expect([queue.pop(), queue.pop(), queue.pop(), queue.pop()] == [1, 2, 3, nil])
    }

    @Test("one job more than the limit is refused, and a freed place may be taken again")
    func bound() throws {
        var queue = BlockingPoolQueue<Int>(limit: 2)
        _ = try queue.push(1, at: start)
        _ = try queue.push(2, at: start)
        #expect(throws: BlockingPoolQueue<Int>.Refusal.full) { try queue.push(3, at: start) }
        #expect(queue.pop() == 1)
        _ = try queue.push(4, at: start)
        #expect(queue.count == 2)
    }

    @Test("a place given up is never reached, and only once given up")
    func removal() throws {
        var queue = BlockingPoolQueue<Int>(limit: 5)
        let tickets = try (1...4).map { try queue.push($0, at: start) }
        #expect(queue.remove(tickets[1]) == 2)
        #expect(queue.remove(tickets[1]) == nil)
        #expect([queue.pop(), queue.pop()] == [1, 3])
        #expect(queue.remove(tickets[0]) == nil)
        #expect(queue.pop() == 4)
    }

    @Test("whoever has waited too long is taken out, oldest first, and nobody else")
    func lateness() throws {
        var queue = BlockingPoolQueue<Int>(limit: 5)
        for job in 0..<4 { _ = try queue.push(job, at: start + .seconds(job)) }
        #expect(queue.removeAll(since: start + .seconds(1)) == [0, 1])
        #expect(queue.removeAll(since: start + .seconds(1)) == [])
        #expect(queue.pop() == 2)
    }

    @Test("a closed line gives everybody back and lets nobody in")
    func closing() throws {
        var queue = BlockingPoolQueue<Int>(limit: 5)
        for job in 1...3 { _ = try queue.push(job, at: start) }
        #expect(queue.pop() == 1)
        #expect(queue.close() == [2, 3])
        #expect(queue.pop() == nil)
        #expect(throws: BlockingPoolQueue<Int>.Refusal.closed) { try queue.push(4, at: start) }
    }
}
