import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Embedded

@Suite("What lives in this process is bounded")
struct MemoryBoundsTests {
    @Test("A full cache lets go of what would expire first and never holds a value over its bytes")
    func cache() async {
        let cache = Cache.embedded(limits: EmbeddedLimits(cacheEntries: 3, cacheBytes: 20))
        for (index, key) in ["a", "b", "c", "d"].enumerated() {
            await cache.set(key, [UInt8(index)], .seconds(10 + index))
        }
        #expect(await cache.get("a") == nil)
        #expect(await cache.get("d") == [3])
        await cache.set("d", Array(repeating: 1, count: 20), .seconds(99))
        #expect(await cache.get("d") == nil, "a value that cannot be kept leaves no older one behind")
        #expect(await cache.get("c") == [2])
    }

    @Test("A life of nothing keeps nothing")
    func noLife() async throws {
        let cache = Cache.embedded()
        await cache.set("a", [1], .zero)
        #expect(await cache.get("a") == nil)
        let claims = Claims.embedded()
        #expect(try await claims.claim("a", [1], .zero) == nil)
        #expect(try await claims.take("a") == nil)
    }

    @Test("Full claims refuse the next as busy, keep the promised ones, and take more once some have expired")
    func claims() async throws {
        let time = ManualTime()
        let claims = Claims.embedded(limits: EmbeddedLimits(claims: 2), now: time.now)
        _ = try await claims.claim("a", [1], .seconds(1))
        _ = try await claims.claim("b", [2], .seconds(60))
        let error = await #expect(throws: PortError.self) { _ = try await claims.claim("c", [3], .seconds(60)) }
        #expect(error?.code == .busy)
        #expect(try await claims.claim("b", [9], .seconds(60)) == [2])
        await time.advance(.seconds(1))
        #expect(try await claims.claim("c", [3], .seconds(60)) == nil)
    }

    @Test("A channel holds no more than its bounds while one delivers, and is forgotten with its last subscriber")
    func board() {
        var board = BusBoard(maxMessages: 2, maxBytes: 10)
        #expect(board.post("a", [0]) == false)
        let id = board.subscribe("a") { _ in }
        #expect(board.post("a", [1]) == true)
        #expect(board.post("a", [2]) == false, "someone is delivering already")
        #expect(board.post("a", [3]) == false, "over the count")
        #expect(board.next("a")?.messages == [[1], [2]])
        #expect(board.post("a", Array(repeating: 0, count: 11)) == false, "over the bytes")
        #expect(board.next("a") == nil)
        #expect(board.post("a", [4]) == true, "free again")
        board.cancel("a", id)
        #expect(board.channelCount == 1, "its delivery still runs")
        #expect(board.next("a")?.subscribers.isEmpty ?? false)
        #expect(board.next("a") == nil)
        #expect(board.channelCount == 0)
    }

    @Test("A thousand messages from ten publishers reach both subscribers in one order")
    func oneOrder() async {
        let bus = Bus.embedded()
        let (first, second) = (Journal<[UInt8]>(), Journal<[UInt8]>())
        let subscriptions = [
            await bus.subscribe("a") { first.append($0) }, await bus.subscribe("a") { second.append($0) },
        ]
        await withTaskGroup { group in
            for publisher in UInt8(0)..<10 {
                group.addTask { for message in UInt8(0)..<100 { await bus.publish("a", [publisher, message]) } }
            }
        }
        #expect(first.entries.count == 1_000 && first.entries == second.entries)
        for publisher in UInt8(0)..<10 {
            #expect(first.entries.filter { $0[0] == publisher }.map { $0[1] } == Array(0..<100))
        }
        for subscription in subscriptions { subscription.cancel() }
    }

    @Test("One who is cancelled by another that hears the same message first does not hear it any more")
    func cancelledByAnother() async {
        let bus = Bus.embedded()
        let later = NIOLockedValueBox<Bus.Subscription?>(nil)
        let heard = Journal<[UInt8]>()
        let first = await bus.subscribe("a") { _ in later.withLockedValue { $0 }?.cancel() }
        let second = await bus.subscribe("a") { heard.append($0) }
        later.withLockedValue { $0 = second }
        await bus.publish("a", [1])
        #expect(heard.entries.isEmpty)
        first.cancel()
    }
}
