import Testing

@testable import Redis

@Suite("Redis errors")
struct RedisErrorTests {
    @Test("the first word of an error reply decides its kind")
    func kinds() {
        #expect(RedisError.Refusal(reply: "OOM command not allowed when used memory > 'maxmemory'.") == .outOfMemory)
        #expect(RedisError.Refusal(reply: "MOVED 3999 127.0.0.1:6381") == .moved)
        #expect(RedisError.Refusal(reply: "LOADING") == .loading)
        #expect(RedisError.Refusal(reply: "ERR unknown command 'foo', with args beginning with: 'user'") == .other)
        #expect(RedisError.Refusal(reply: "") == .other)
    }

    @Test("every code has a label of its own")
    func labels() {
        let labels = RedisError.Code.all.map(\.label)
        #expect(Set(labels).count == labels.count)
        #expect(labels.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "_" } })
    }

    @Test("words about a refusal hold its kind and nothing of the reply")
    func words() {
        #expect(RedisError.refused(.wrongType).description == "wrongtype: redis answered WRONGTYPE")
    }
}
