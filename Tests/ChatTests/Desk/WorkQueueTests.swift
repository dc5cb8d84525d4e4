import TestKit
import Testing

@testable import Chat

@Suite("Work handed over", .timeLimit(.minutes(5)))
struct WorkQueueTests {
    @Test("No more runs at once than may, no more waits than may, and what waits runs in order")
    func bounds() async throws {
        let queue = WorkQueue(running: 2, waiting: 3)
        let (gate, done) = (Gate(), Journal<Int>())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await queue.serve() }
            for index in 0..<2 {
                #expect(
                    queue.offer {
                        await gate.hold(); done.append(index)
                    })
            }
            try await gate.arrivals.wait(count: 2)
            for index in 2..<5 { #expect(queue.offer { done.append(index) }) }
            #expect(queue.offer {} == false)
            #expect(queue.load == (2, 3))
            gate.open()
            #expect(Set(try await done.wait(count: 5)) == Set(0..<5))
            group.cancelAll()
        }
        #expect(queue.offer {} == false)
    }

    @Test("Whatever is offered while it is served runs exactly once")
    func all() async throws {
        let queue = WorkQueue(running: 3, waiting: 10_000)
        let done = Journal<Int>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await queue.serve() }
            await withTaskGroup(of: Void.self) { offers in
                for index in 0..<500 { offers.addTask { #expect(queue.offer { done.append(index) }) } }
            }
            let ran = try await done.wait(count: 500)
            #expect(ran.sorted() == Array(0..<500))
            group.cancelAll()
        }
    }
}
