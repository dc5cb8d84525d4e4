import Finance
import Logging
import Ports
import Redis
import TestKit
import TestServers
import Testing

@testable import Adapters

/// The promises of the ports, kept by a real Redis.
@Suite("Cache, claims and bus in Redis")
struct RedisPortsTests {
    @Test(arguments: CacheConformance.checks)
    func cache(check: ConformanceCheck<Timed<Cache>>) async throws {
        try await withClient { try await check.run(Timed(.redis($0))) }
    }

    @Test(arguments: ClaimsConformance.checks)
    func claims(check: ConformanceCheck<Timed<Claims>>) async throws {
        try await withClient { try await check.run(Timed(.redis($0))) }
    }

    @Test(arguments: ClaimsConformance.checks)
    func claimsWithFallback(check: ConformanceCheck<Timed<Claims>>) async throws {
        try await withClient { client in
            try await check.run(Timed(Claims.redis(client).fallingBack(to: .redis(client, prefix: Fresh.key()))))
        }
    }

    @Test(arguments: BusConformance.checks)
    func bus(check: ConformanceCheck<BusPair>) async throws {
        try await withClient { here in
            try await withClient { there in try await check.run(BusPair(here: .redis(here), there: .redis(there))) }
        }
    }

    @Test("of 1,000 callers on two instances that take one ticket exactly one gets it")
    func oneTicket() async throws {
        try await withClient { here in
            try await withClient { there in
                let key = Fresh.key()
                let ports = [Claims.redis(here), .redis(there)]
                _ = try await ports[0].claim(key, [7], .seconds(60))
                let winners = try await withThrowingTaskGroup(of: Int.self) { group in
                    for caller in 0..<1_000 {
                        group.addTask { try await ports[caller % 2].take(key) == nil ? 0 : 1 }
                    }
                    return try await group.reduce(0, +)
                }
                #expect(winners == 1)
            }
        }
    }

    @Test("with Redis away the cache has nothing, the bus says nothing, claims fail typed, and nothing waits")
    func away() async throws {
        let server = try await RedisServer.start()
        await server.kill()
        try await withClient(server.url) { client in
            _ = try? await client.command(["PING"])
            let took = await ContinuousClock().measure {
                let cache = Cache.redis(client)
                for _ in 1...20 {
                    await cache.set("a", [1], .seconds(60))
                    #expect(await cache.get("a") == nil)
                    await cache.remove("a")
                    await Bus.redis(client).publish("a", [1])
                }
                await Bus.redis(client).subscribe("a") { _ in }.cancel()
                let claim = await #expect(throws: PortError.self) {
                    try await Claims.redis(client).claim("a", [1], .seconds(60))
                }
                #expect(claim?.code == .unavailable)
                let probe = await #expect(throws: PortError.self) { try await Dependency.redis(client).probe() }
                #expect(probe?.code == .unavailable)
                #expect(!Dependency.redis(client).isNeeded)
            }
            #expect(took < .seconds(2))
        }
    }

    @Test("a ticket issued while Redis is away is good here, once, also after Redis is back")
    func fallback() async throws {
        let server = try await RedisServer.start()
        await server.kill()
        try await withClient(server.url) { client in
            try await withClient { memory in
                let claims = Claims.redis(client).fallingBack(to: .redis(memory, prefix: Fresh.key()))
                for ticket in ["a", "b"] { #expect(try await claims.claim(ticket, [1], .seconds(60)) == nil) }
                #expect(try await claims.take("a") == [1])
                // It may be another instance's: who comes with it may come again.
                let unknown = await PortError.thrown { _ = try await claims.take("a") }
                #expect(unknown?.isRetryable == true)
                try await server.restart()
                #expect(try await eventually { (try? await client.command(["PING"])) != nil })
                #expect(try await claims.take("b") == [1])
                #expect(try await claims.take("b") == nil)
            }
        }
        await server.stop()
    }

    @Test("snapshots kept in a real Redis come back exactly; garbage and other people's under my key do not")
    func snapshots() async throws {
        try await withClient { client in
            let user = try Fresh.user()
            var mine = try NamedPeople.snapshot(of: NamedPeople.maya)
            mine.person.id = user
            let key = KeptSnapshot.key(user, mine.month)
            let source = mine
            let cached = Snapshots.fixed(source).cached(in: .redis(client), random: { 0.5 })
            let kept = Snapshots.unexpected.cached(in: .redis(client), random: { 0.5 })
            #expect(try await cached.read(user, mine.month, mine.asOf) == mine)
            #expect(try await kept.read(user, mine.month, mine.asOf) == mine)

            var foreign = mine
            foreign.person.id = try Fresh.user()
            for planted in [try #require(KeptSnapshot.bytes(of: foreign)), Array("{".utf8), []] {
                _ = try await client.command(["SET", RedisArgument(key), RedisArgument(planted)])
                #expect(try await cached.read(user, mine.month, mine.asOf) == mine)
            }
            _ = try await client.command(["DEL", RedisArgument(key)])
            _ = try await client.command(["LPUSH", RedisArgument(key), "a list"])
            #expect(try await cached.read(user, mine.month, mine.asOf) == mine)
            _ = try await client.command(["DEL", RedisArgument(key)])
        }
    }

    private func withClient(_ url: String? = nil, _ body: (RedisClient) async throws -> Void) async throws {
        let shared = try await RedisServer.shared().url
        var settings = try RedisSettings(url: url ?? shared)
        settings.commandTimeout = .seconds(5)
        let client = RedisClient(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        do { try await body(client) } catch {
            await client.shutdown()
            throw error
        }
        await client.shutdown()
    }
}

extension Claims {
    /// Claims under keys of their own, to stand for those of one process.
    fileprivate static func redis(_ client: RedisClient, prefix: String) -> Claims {
        let inner = Claims.redis(client)
        return Claims(
            claim: { key, value, ttl throws(PortError) in try await inner.claim(prefix + key, value, ttl) },
            take: { key throws(PortError) in try await inner.take(prefix + key) })
    }
}
