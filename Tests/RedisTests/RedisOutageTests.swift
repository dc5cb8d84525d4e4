import NIOConcurrencyHelpers
import Redis
import TestServers
import Testing
import Threads

/// F33 and F34: Redis that is not there, and Redis that says nothing.
@Suite("Redis away or silent")
struct RedisOutageTests {
    /// Of one call. It is 50 to 60 ms on a machine at rest; what counts is that only the first few wait at all.
    private let longest = Duration.milliseconds(500)

    @Test("down at the start: calls fail at once, and work once it is there")
    func downAtStart() async throws {
        let server = try await RedisServer.start()
        await server.kill()
        let lines = LogLines()
        try await withRedis(server.url, timeout: .milliseconds(500), logger: lines.logger) { client in
            #expect(await client.failure("PING")?.code == .unavailable)
            let took = await ContinuousClock().measure { _ = await client.failure("PING") }
            #expect(took < .milliseconds(20))
            #expect(!client.isAvailable)
            try await server.restart()
            try await client.untilAnswered()
            #expect(lines.events == ["redis.unavailable commands", "redis.available commands"])
        }
        await server.stop()
    }

    @Test("killed while commands are under way: each gets a typed error, and it works again once it is back")
    func killed() async throws {
        let server = try await RedisServer.start()
        let lines = LogLines()
        try await withRedis(server.url, logger: lines.logger) { client in
            try await client.untilAnswered()
            server.pause()
            await withTaskGroup(of: RedisError.Code?.self) { group in
                for _ in 0..<50 { group.addTask { await client.failure("PING")?.code } }
                await server.kill()
                for await code in group { #expect(code == .unavailable) }
            }
            try await server.restart()
            try await client.untilAnswered()
            let expected = ["redis.available commands", "redis.unavailable commands", "redis.available commands"]
            #expect(lines.events == expected)
        }
        await server.stop()
    }

    @Test("flapping: one line for each change, and no answer that is not the caller's own")
    func flapping() async throws {
        let server = try await RedisServer.start()
        let lines = LogLines()
        try await withRedis(server.url, logger: lines.logger) { client in
            for round in 1...3 {
                try await client.untilAnswered()
                #expect(try await client.command(["ECHO", RedisArgument(Int64(round))]).text == "\(round)")
                await server.kill()
                try await eventually { !client.isAvailable }
                try await server.restart()
            }
            try await client.untilAnswered()
            #expect(lines.events.count == 7)
        }
        await server.stop()
    }

    @Test("stopped by a signal: the first call waits its time, the next ones nothing, until it runs again")
    func stopped() async throws {
        let server = try await RedisServer.start()
        let lines = LogLines()
        try await withRedis(server.url, timeout: .milliseconds(50), logger: lines.logger) { client in
            try await client.untilAnswered()
            server.pause()
            let waits = await timesOfFailures(30, client)
            #expect(waits.allSatisfy { $0.took < longest })
            #expect(waits.count { $0.took > .milliseconds(45) } <= 5)
            #expect(waits.first?.code == .timeout)
            server.resume()
            try await client.untilAnswered()
            #expect(
                lines.events.count { $0 == "redis.unavailable commands" }
                    <= lines.events.count { $0 == "redis.available commands" })
        }
        await server.stop()
    }

    @Test("paused by its own command: as when stopped")
    func clientPause() async throws {
        let server = try await RedisServer.start()
        try await withRedis(server.url, timeout: .milliseconds(50)) { client in
            try await client.untilAnswered()
            try await server.run("CLIENT", "PAUSE", "700", "ALL")
            let waits = await timesOfFailures(10, client)
            #expect(waits.allSatisfy { $0.took < longest })
            #expect(waits.count { $0.took > .milliseconds(45) } <= 5)
            try await client.untilAnswered()
        }
        await server.stop()
    }

    @Test("a path that swallows every byte: as when stopped")
    func swallowed() async throws {
        let server = try await RedisServer.shared()
        let proxy = try await ChaosProxy.start(to: server.port)
        try await withRedis("redis://127.0.0.1:\(proxy.port)", timeout: .milliseconds(50)) { client in
            try await client.untilAnswered()
            proxy.set(.timeout(.zero))
            let waits = await timesOfFailures(30, client)
            #expect(waits.allSatisfy { $0.took < longest })
            #expect(waits.count { $0.took > .milliseconds(45) } <= 5)
            proxy.clear()
            try await client.untilAnswered()
        }
        await proxy.stop()
    }

    @Test("answers that come too late, again and again, open the circuit; the probe closes it")
    func breaker() async throws {
        let server = try await RedisServer.shared()
        let proxy = try await ChaosProxy.start(to: server.port)
        let lines = LogLines()
        let quick: (inout RedisSettings) -> Void = { settings in
            settings.backoff = .init(first: .milliseconds(2), longest: .milliseconds(4))
            settings.breaker.rest = .milliseconds(600)
        }
        let url = "redis://127.0.0.1:\(proxy.port)"
        try await withRedis(url, timeout: .milliseconds(50), logger: lines.logger, change: quick) { client in
            try await client.untilAnswered()
            proxy.set(.latency(.milliseconds(120)), for: .downstream)
            try await eventually {
                _ = await client.failure("PING")
                return lines.events.contains("redis.circuit.opened")
            }
            let waits = await timesOfFailures(20, client)
            #expect(waits.allSatisfy { $0.took < .milliseconds(45) })
            proxy.clear()
            try await client.untilAnswered()
            #expect(lines.events.last { $0.contains("circuit") } == "redis.circuit.closed")
            #expect(lines.events.count { $0 == "redis.unavailable commands" } == 1)
        }
        await proxy.stop()
    }

    @Test("calls that hang hold up nobody else")
    func holdsUpNobody() async throws {
        let (server, other) = (try await RedisServer.start(), try await RedisServer.shared())
        try await withRedis(server.url, timeout: .seconds(60)) { client in
            try await client.untilAnswered()
            server.pause()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<500 { group.addTask { _ = try await client.command(["PING"]) } }
                try await withRedis(other.url) { free in
                    for _ in 0..<100 { _ = try await free.command(["PING"]) }
                }
                server.resume()
                try await group.waitForAll()
            }
        }
        await server.stop()
    }

    private func timesOfFailures(
        _ count: Int, _ client: RedisClient
    ) async -> [(took: Duration, code: RedisError.Code?)] {
        var waits: [(took: Duration, code: RedisError.Code?)] = []
        for _ in 0..<count {
            let start = ContinuousClock.now
            let code = await client.failure("PING")?.code
            waits.append((.now - start, code))
        }
        return waits
    }
}
