import Foundation
import Redis
import TestServers
import Testing

@Suite("Redis client against a real server")
struct RedisClientTests {
    @Test("every kind of reply comes back as it was sent")
    func kinds() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url) { client in
            let key = RedisArgument(randomKey())
            #expect(try await client.command(["GET", key]) == .null)
            #expect(try await client.command(["SET", key, RedisArgument([0, 13, 10, 255])]) == .status("OK"))
            #expect(try await client.command(["GET", key]) == .bytes([0, 13, 10, 255]))
            #expect(try await client.command(["STRLEN", key]) == .integer(4))
            #expect(
                try await client.command(["MGET", key, "no such key"]) == .array([.bytes([0, 13, 10, 255]), .null]))
            let nested = try await client.command(["EVAL", "return {1,{'a',{}},redis.error_reply('OOM x')}", 0])
            let inner = RedisValue.array([.bytes([97]), .array([])])
            #expect(nested == .array([.integer(1), inner, .refused(.outOfMemory)]))
        }
    }

    @Test("the very first command waits for the connection instead of failing")
    func first() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url) { client in
            let echo = try await client.command(["ECHO", "hello"])
            #expect(echo.text == "hello")
        }
    }

    @Test("a value of a megabyte goes there and back")
    func large() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url, timeout: .seconds(30)) { client in
            let key = RedisArgument(randomKey())
            let value = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            _ = try await client.command(["SET", key, RedisArgument(value)])
            #expect(try await client.command(["GET", key]).bytes == value)
            _ = try await client.command(["DEL", key])
        }
    }

    @Test("64 tasks at once each get the answers to their own commands")
    func concurrency() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url, timeout: .seconds(30)) { client in
            let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
                for task in 0..<64 {
                    group.addTask {
                        var wrong = 0
                        for count in 0..<200 {
                            let word = "\(task)/\(count)"
                            let answer = try await client.command(["ECHO", RedisArgument(word)])
                            wrong += answer.text == word ? 0 : 1
                        }
                        return wrong
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(wrong == 0)
        }
    }

    @Test("of 1,000 callers that take one value exactly one gets it")
    func takeOnce() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url, timeout: .seconds(30)) { client in
            let key = RedisArgument(randomKey())
            _ = try await client.command(["SET", key, "prize"])
            let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<1_000 {
                    group.addTask { try await client.command(["GETDEL", key]) != .null }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(winners == 1)
        }
    }

    @Test("password, ACL user and database are used on connect")
    func greeting() async throws {
        let server = try await RedisServer.start(["--requirepass", "s3cret/@"])
        let plain = "redis://:s3cret%2F%40@127.0.0.1:\(server.port)"
        try await withRedis(plain) { client in
            _ = try await client.command(["ACL", "SETUSER", "app", "on", ">pw", "~*", "+@all"])
        }
        try await withRedis("redis://app:pw@127.0.0.1:\(server.port)/5") { client in
            _ = try await client.command(["SET", "where", "five"])
            #expect(try await client.command(["ACL", "WHOAMI"]).text == "app")
        }
        let inDefault = try await withRedis(plain) { try await $0.command(["GET", "where"]) }
        let inFive = try await withRedis(plain + "/5") { try await $0.command(["GET", "where"]) }
        #expect(inDefault == .null)
        #expect(inFive.text == "five")
        await server.stop()
    }

    @Test("a host name is looked up, and one without an address is away")
    func names() async throws {
        let server = try await RedisServer.shared()
        try await withRedis("redis://localhost:\(server.port)") { try await $0.untilAnswered() }
        try await withRedis("redis://\(String(repeating: "x", count: 64)):\(server.port)") { client in
            #expect(await client.failure("PING")?.code == .unavailable)
        }
    }

    @Test("a socket file works like a port")
    func unixSocket() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/r\(UInt32.random(in: 0 ... .max)).sock"
        let server = try await RedisServer.start(["--unixsocket", path])
        try await withRedis("unix://\(path)?db=1") { client in
            let echo = try await client.command(["ECHO", "hello"])
            #expect(echo.text == "hello")
        }
        await server.stop()
    }

    @Test("a cancelled caller returns at once, and the others still get their own answers")
    func cancellation() async throws {
        let server = try await RedisServer.start()
        try await withRedis(server.url, timeout: .seconds(30)) { client in
            try await client.untilAnswered()
            server.pause()
            async let second = client.command(["ECHO", "second"])
            let caller = Task { await client.failure("ECHO", "first") }
            caller.cancel()
            #expect(await caller.value?.code == .cancelled)
            server.resume()
            #expect(try await second.text == "second")
            #expect(try await client.command(["ECHO", "third"]).text == "third")
        }
        await server.stop()
    }

    @Test("shutdown fails who waits and who comes later, and ends the thread")
    func shutdown() async throws {
        let server = try await RedisServer.start()
        try await withRedis(server.url, timeout: .seconds(30)) { client in
            try await client.untilAnswered()
            server.pause()
            async let waiting = client.failure("PING")
            async let listening = client.subscribeFailure()
            await client.shutdown()
            #expect(await waiting?.code == .shutdown)
            #expect(await listening?.code == .shutdown)
            #expect(await client.failure("PING")?.code == .shutdown)
            #expect(await client.subscribeFailure()?.code == .shutdown)
        }
        await server.stop()
    }

    @Test("more commands or bytes than may wait are refused at once")
    func overload() async throws {
        let server = try await RedisServer.start()
        let tight: (inout RedisSettings) -> Void = { settings in
            settings.limits.commands = 10
            settings.limits.queuedBytes = 10_000
        }
        try await withRedis(server.url, timeout: .seconds(30), change: tight) { client in
            try await client.untilAnswered()
            #expect(
                await client.failure("ECHO", RedisArgument([UInt8](repeating: 1, count: 11_000)))?.code == .overloaded)
            server.pause()
            let codes = await withTaskGroup(of: RedisError.Code?.self) { group in
                for _ in 0..<30 { group.addTask { await client.failure("PING")?.code } }
                var refused = 0
                while refused < 20, let code = await group.next() { refused += code == .overloaded ? 1 : 0 }
                server.resume()
                return await group.reduce(into: [RedisError.Code?](repeating: .overloaded, count: refused)) {
                    $0.append($1)
                }
            }
            #expect(codes.count { $0 == .overloaded } == 20)
            #expect(codes.count { $0 == nil } == 10)
        }
        await server.stop()
    }
}

extension RedisClient {
    /// The error of a subscription that must fail.
    func subscribeFailure() async -> RedisError? {
        do throws(RedisError) {
            _ = try await subscribe(randomKey()) { _ in }
            return nil
        } catch { return error }
    }
}
