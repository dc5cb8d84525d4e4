import NIOConcurrencyHelpers
import Redis
import TestServers
import Testing
import Threads

/// F36: replies that are cut, shifted, announced too large, or never asked for.
@Suite("Redis that lies")
struct RedisLiesTests {
    @Test("a reply cut in the middle is an error, never half a value")
    func truncated() async throws {
        let server = try await RedisServer.shared()
        let proxy = try await ChaosProxy.start(to: server.port)
        try await withRedis("redis://127.0.0.1:\(proxy.port)") { client in
            let key = RedisArgument(randomKey())
            _ = try await client.command(["SET", key, RedisArgument([UInt8](repeating: 7, count: 10_000))])
            proxy.set(.limitData(bytes: 5_000), for: .downstream)
            #expect(await client.failure("GET", key)?.code == .unavailable)
            proxy.clear()
            try await client.untilAnswered()
            #expect(try await client.command(["GET", key]).bytes?.count == 10_000)
        }
        await proxy.stop()
    }

    @Test("after a missed deadline the connection is given up, and its late reply reaches nobody")
    func discarded() async throws {
        let server = try await RedisServer.shared()
        let proxy = try await ChaosProxy.start(to: server.port)
        try await withRedis("redis://127.0.0.1:\(proxy.port)", timeout: .milliseconds(100)) { client in
            try await client.untilAnswered()
            let accepted = proxy.accepted
            proxy.set(.latency(.milliseconds(200)), for: .downstream)
            #expect(await client.failure("ECHO", "late")?.code == .timeout)
            proxy.clear()
            try await client.untilAnswered()
            #expect(try await client.command(["ECHO", "own"]).text == "own")
            #expect(proxy.accepted == accepted + 1)
        }
        await proxy.stop()
    }

    @Test("whatever the path does, no caller ever gets another caller's value", arguments: [1, 2, 3, 4])
    func neverShifted(seed: UInt64) async throws {
        let server = try await RedisServer.shared()
        let proxy = try await ChaosProxy.start(to: server.port)
        let quick: (inout RedisSettings) -> Void = { settings in
            settings.backoff = .init(first: .milliseconds(1), longest: .milliseconds(5))
            settings.breaker.rest = .milliseconds(5)
        }
        try await withRedis("redis://127.0.0.1:\(proxy.port)", timeout: .milliseconds(25), change: quick) { client in
            try await client.untilAnswered()
            let isOver = NIOLockedValueBox(false)
            let tally = await withTaskGroup(of: Tally.self) { group in
                for task in 0..<16 {
                    group.addTask { await Tally.ofEchoes(from: task, client, until: { isOver.withLockedValue { $0 } }) }
                }
                await mistreat(proxy, seed: seed)
                isOver.withLockedValue { $0 = true }
                return await group.reduce(into: Tally()) { $0.add($1) }
            }
            #expect(tally.wrong == 0)
            // Otherwise the property was not put to the test.
            #expect(tally.right > 100)
            #expect(tally.failed > 0)
        }
        await proxy.stop()
    }

    @Test("an announced value of 512 MiB is given up when it exceeds what a reply may have")
    func huge() async throws {
        let body = String(repeating: "x", count: 100_000)
        let fake = try await FakeRedis.start { words in
            switch words[0] {
            case "PING": "+PONG\r\n"
            case "GET": "$536870912\r\n" + body
            default: body
            }
        }
        let small: (inout RedisSettings) -> Void = { $0.limits.replyBytes = 150_000 }
        try await withRedis("redis://127.0.0.1:\(fake.port)", change: small) { client in
            try await client.untilAnswered()
            async let asked = client.failure("GET", "a")
            async let more = client.failure("MORE")
            #expect(await asked?.code == .oversized)
            #expect(await more != nil)
            try await client.untilAnswered()
        }
        await fake.stop()
    }

    @Test("an announced array of two thousand million elements is refused before memory is taken for it")
    func hugeArray() async throws {
        let fake = try await FakeRedis.start { $0[0] == "PING" ? "+PONG\r\n" : "*2147483647\r\n" }
        try await withRedis("redis://127.0.0.1:\(fake.port)") { client in
            let took = await ContinuousClock().measure {
                #expect(await client.failure("KEYS", "a")?.code == .unavailable)
            }
            #expect(took < .seconds(1))
        }
        await fake.stop()
    }

    @Test("a reply that nobody asked for ends the connection, not the process")
    func unasked() async throws {
        let fake = try await FakeRedis.start { $0[0] == "GET" ? "+mine\r\n+whose?\r\n+and this?\r\n" : "+PONG\r\n" }
        try await withRedis("redis://127.0.0.1:\(fake.port)") { client in
            for _ in 1...5 {
                try await client.untilAnswered()
                let accepted = fake.accepted
                #expect(try await client.command(["GET", "a"]).text == "mine")
                try await eventually { fake.accepted > accepted }
            }
        }
        await fake.stop()
    }

    @Test("bytes that are no protocol end the connection")
    func garbage() async throws {
        let fake = try await FakeRedis.start { $0[0] == "PING" ? "+PONG\r\n" : "HTTP/1.1 400 Bad Request\r\n\r\n" }
        try await withRedis("redis://127.0.0.1:\(fake.port)") { client in
            #expect(await client.failure("GET", "a")?.code == .unavailable)
            try await client.untilAnswered()
        }
        await fake.stop()
    }

    /// A hundred changes of weather, the same ones for the same seed.
    private func mistreat(_ proxy: ChaosProxy, seed: UInt64) async {
        var random = seed
        for _ in 0..<100 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            switch random >> 61 {
            case 0: proxy.set(.latency(.milliseconds(30)), for: .downstream)
            case 1: proxy.set(.slicer(size: 3, delay: .microseconds(100)), for: .downstream)
            case 2: proxy.cut()
            case 3: proxy.set(.limitData(bytes: 900), for: .downstream)
            case 4: proxy.set(.latency(.milliseconds(15), jitter: .milliseconds(20)), for: .upstream)
            default: proxy.clear()
            }
            try? await Task.sleep(for: .milliseconds(15))
        }
        proxy.clear()
    }
}

/// How many echoes were the caller's own word.
private struct Tally: Sendable {
    var right = 0
    var wrong = 0
    var failed = 0

    mutating func add(_ other: Tally) {
        right += other.right
        wrong += other.wrong
        failed += other.failed
    }

    static func ofEchoes(from task: Int, _ client: RedisClient, until isOver: () -> Bool) async -> Tally {
        var tally = Tally()
        while !isOver() {
            let word = "\(task)/\(tally.right)/\(tally.failed)"
            do {
                let answer = try await client.command(["ECHO", RedisArgument(word)])
                if answer.text == word { tally.right += 1 } else { tally.wrong += 1 }
            } catch {
                tally.failed += 1
                try? await Task.sleep(for: .milliseconds(1))
            }
        }
        return tally
    }
}
