import Testing

@testable import Redis

@Suite("Where a caller waits for its reply")
struct AnswerTests {
    @Test("a verdict that comes first is kept for the caller, and one that comes later resumes it")
    func orders() async throws {
        let early = Answer()
        early.settle(.success(.integer(1)))
        #expect(try await early.value() == .integer(1))

        let late = Answer()
        async let value = late.value()
        await Task.yield()
        late.settle(.success(.integer(2)))
        #expect(try await value == .integer(2))
    }

    @Test("the first verdict stands")
    func first() async throws {
        let answer = Answer()
        #expect(answer.settle(.failure(.shutdown)))
        #expect(!answer.settle(.success(.null)))
        await #expect(throws: RedisError.shutdown) { try await answer.value() }
        #expect(!answer.settle(.success(.null)))
    }

    @Test("a cancelled caller is answered at once, and the reply that comes later is dropped")
    func cancelled() async throws {
        for delay in [0, 1, 50] {
            let answer = Answer()
            let caller = Task { try await answer.value() }
            for _ in 0..<delay { await Task.yield() }
            caller.cancel()
            await #expect(throws: RedisError.cancelled) { try await caller.value }
            #expect(!answer.settle(.success(.null)))
        }
    }
}
