import Redis
import TestKit
import TestServers
import Testing

/// F35: Redis that answers with an error. The connection stays, and the caller learns which error it is.
@Suite("Error replies of Redis")
struct RedisRefusalTests {
    @Test("real error replies come as their kind, and the connection is used further")
    func real() async throws {
        let server = try await RedisServer.start()
        try await withRedis(server.url) { client in
            _ = try await client.command(["LPUSH", "list", "x"])
            #expect(await client.failure("GET", "list")?.code == .server(.wrongType))
            #expect(
                await client.failure("EVALSHA", "0000000000000000000000000000000000000000", 0)?.code
                    == .server(.unknownScript))
            #expect(await client.failure("NOSUCH", "thing")?.code == .server(.other))

            try await server.run("CONFIG", "SET", "min-replicas-to-write", "1")
            #expect(await client.failure("SET", "a", "b")?.code == .server(.tooFewReplicas))
            try await server.run("CONFIG", "SET", "min-replicas-to-write", "0")

            try await server.run("CONFIG", "SET", "maxmemory", "1")
            #expect(await client.failure("SET", "a", "b")?.code == .server(.outOfMemory))
            try await server.run("CONFIG", "SET", "maxmemory", "0")

            try await server.run("REPLICAOF", "127.0.0.1", "1")
            #expect(await client.failure("SET", "a", "b")?.code == .server(.readOnly))
            try await server.run("REPLICAOF", "NO", "ONE")

            #expect(try await client.command(["SET", "a", "b"]) == .status("OK"))
            #expect(try await server.run("INFO", "stats").contains("total_connections_received"))
            #expect(client.isAvailable)
        }
        await server.stop()
    }

    @Test("no password where one is needed, and a wrong one: away, with the reason in the words and not the password")
    func passwords() async throws {
        let server = try await RedisServer.start(["--requirepass", "right"])
        for (url, reason) in [("redis://", "NOAUTH"), ("redis://:hunter2@", "WRONGPASS")] {
            try await withRedis("\(url)127.0.0.1:\(server.port)") { client in
                let error = await client.failure("PING")
                #expect(error?.code == .unavailable)
                #expect(error?.message.contains(reason) == true)
                #expect(error?.description.contains("hunter2") == false)
            }
        }
        await server.stop()
    }

    @Test(
        "replies that only a server in trouble gives",
        arguments: [
            ("-MOVED 3999 127.0.0.1:6381", RedisError.Refusal.moved), ("-BUSY Redis is busy running a script", .busy),
            ("-MISCONF Redis is configured to save", .misconfigured),
            ("-MASTERDOWN Link with MASTER is down", .masterDown),
            ("-LOADING Redis is loading the dataset in memory", .loading),
            ("-NOAUTH Authentication required.", .authenticationRequired),
        ])
    func scripted(reply: String, kind: RedisError.Refusal) async throws {
        let fake = try await FakeRedis.start { words in words[0] == "PING" ? "+PONG\r\n" : reply + "\r\n" }
        try await withRedis("redis://127.0.0.1:\(fake.port)") { client in
            for _ in 1...20 { #expect(await client.failure("GET", "a")?.code == .server(kind)) }
            #expect(client.isAvailable)
        }
        await fake.stop()
    }

    @Test("a server that is still loading is away, not a source of errors for every caller")
    func loading() async throws {
        let fake = try await FakeRedis.start { _ in "-LOADING Redis is loading the dataset in memory\r\n" }
        try await withRedis("redis://127.0.0.1:\(fake.port)") { client in
            #expect(await client.failure("GET", "a")?.message.contains("LOADING") == true)
        }
        await fake.stop()
    }

    @Test("errors never repeat what was sent")
    func silence() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url) { client in
            #expect(await client.failure("NOSUCH", "canary-key")?.description.contains("canary") == false)
        }
    }

    @Test("commands and errors by kind are counted")
    func counted() async throws {
        let server = try await RedisServer.shared()
        let metrics = CountingMetrics()
        var settings = try RedisSettings(url: server.url)
        settings.commandTimeout = .seconds(5)
        let client = RedisClient(settings, logger: LogLines().logger, metrics: metrics)
        try await client.untilAnswered()
        let before = metrics.value("sidecar_redis_commands_total")
        for _ in 1...3 { _ = await client.failure("NOSUCH") }
        #expect(metrics.value("sidecar_redis_errors_total/err") == 3)
        #expect(metrics.value("sidecar_redis_commands_total") == before + 3)
        await client.shutdown()
        _ = await client.failure("PING")
        #expect(metrics.value("sidecar_redis_errors_total/shutdown") == 1)
    }
}
