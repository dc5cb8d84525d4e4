import Dispatch
import NIOConcurrencyHelpers
import Testing
import Threads

@Suite("Blocking pool")
struct BlockingPoolTests {
    /// A job that holds its thread until it is let go.
    private struct Plug: Sendable {
        let gate = DispatchSemaphore(value: 0)
        func hold() { gate.wait() }
        func release(_ count: Int = 1) { for _ in 0..<count { gate.signal() } }
    }

    @Test("a thousand jobs on three threads each give their own result")
    func results() async throws {
        let pool = BlockingPool(name: "t", limits: .init(threads: 3, queue: 1_000))
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<1_000 { group.addTask { try await pool.run { number } } }
            return try await group.reduce(0, +)
        }
        #expect(sum == 499_500)
        await pool.shutdown()
    }

    @Test("as many jobs run at once as there are threads, and no more")
    func width() async throws {
        let pool = BlockingPool(name: "t", limits: .init(threads: 4, queue: 100))
        let running = NIOLockedValueBox((now: 0, most: 0))
        let (plug, entered) = (Plug(), AsyncStream.makeStream(of: Void.self))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try? await pool.run {
                        running.withLockedValue { state in
                            state.now += 1
                            state.most = max(state.most, state.now)
                        }
                        entered.continuation.yield()
                        plug.hold()
                        running.withLockedValue { $0.now -= 1 }
                    }
                }
            }
            var arrivals = entered.stream.makeAsyncIterator()
            for _ in 0..<4 { _ = await arrivals.next() }
            #expect(running.withLockedValue { $0.now } == 4)
            plug.release(20)
        }
        #expect(running.withLockedValue { $0.most } == 4)
        await pool.shutdown()
    }

    @Test("a full line refuses as busy at once, without running the job")
    func full() async throws {
        let (pool, plug) = (BlockingPool(name: "t", limits: .init(threads: 1, queue: 1)), Plug())
        await withTaskGroup(of: Void.self) { group in
            await occupy(pool, plug, in: &group)
            group.addTask { try? await pool.run {} }
            while pool.waiting == 0 { await Task.yield() }
            let ran = NIOLockedValueBox(false)
            await #expect(throws: BlockingPool.Refusal.busy) {
                try await pool.run { ran.withLockedValue { $0 = true } }
            }
            plug.release()
            #expect(!ran.withLockedValue { $0 })
        }
        await pool.shutdown()
    }

    @Test("a job cancelled while it waits never runs and its caller hears of it at once")
    func cancellation() async throws {
        let (pool, plug) = (BlockingPool(name: "t", limits: .init(threads: 1, queue: 200)), Plug())
        let ran = NIOLockedValueBox(0)
        await withTaskGroup(of: Void.self) { group in
            await occupy(pool, plug, in: &group)
            await withTaskGroup(of: BlockingPool.Refusal?.self) { waiting in
                for _ in 0..<100 {
                    waiting.addTask {
                        do throws(BlockingPool.Refusal) {
                            try await pool.run { ran.withLockedValue { $0 += 1 } }
                            return nil
                        } catch { return error }
                    }
                }
                while pool.waiting < 100 { await Task.yield() }
                waiting.cancelAll()
                for await refusal in waiting { #expect(refusal == .cancelled) }
            }
            #expect(pool.waiting == 0)
            plug.release()
        }
        #expect(ran.withLockedValue { $0 } == 0)
        await pool.shutdown()
    }

    @Test("a task that is cancelled already never enters the line")
    func cancelledBefore() async throws {
        let pool = BlockingPool(name: "t", limits: .init(threads: 1))
        await withTaskGroup(of: BlockingPool.Refusal?.self) { group in
            group.cancelAll()
            group.addTask {
                do throws(BlockingPool.Refusal) {
                    try await pool.run {}
                    return nil
                } catch { return error }
            }
            #expect(await group.next() == .cancelled)
        }
        await pool.shutdown()
    }

    @Test("a job that waited past its patience is refused as busy when its turn comes")
    func patience() async throws {
        let limits = BlockingPool.Limits(threads: 1, queue: 10, wait: .zero)
        let (pool, plug) = (BlockingPool(name: "t", limits: limits), Plug())
        await #expect(throws: BlockingPool.Refusal.busy) { try await pool.run {} }
        plug.release()
        await pool.shutdown()
    }

    @Test("shutting down refuses whoever waits, lets the running job end, and then takes nobody")
    func shutdown() async throws {
        let (pool, plug) = (BlockingPool(name: "t", limits: .init(threads: 1, queue: 10)), Plug())
        let finished = NIOLockedValueBox(false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let entered = AsyncStream.makeStream(of: Void.self)
            group.addTask {
                try await pool.run {
                    entered.continuation.yield()
                    plug.hold()
                    finished.withLockedValue { $0 = true }
                }
            }
            var arrivals = entered.stream.makeAsyncIterator()
            _ = await arrivals.next()
            group.addTask {
                await #expect(throws: BlockingPool.Refusal.closed) { try await pool.run {} }
                plug.release()
            }
            while pool.waiting == 0 { await Task.yield() }
            await pool.shutdown()
            #expect(finished.withLockedValue { $0 })
            try await group.waitForAll()
        }
        await #expect(throws: BlockingPool.Refusal.closed) { try await pool.run {} }
    }

    /// Returns once the pool's one thread is held by a job.
    private func occupy(_ pool: BlockingPool, _ plug: Plug, in group: inout TaskGroup<Void>) async {
        let entered = AsyncStream.makeStream(of: Void.self)
        group.addTask {
            try? await pool.run {
                entered.continuation.yield()
                plug.hold()
            }
        }
        var arrivals = entered.stream.makeAsyncIterator()
        _ = await arrivals.next()
    }
}
