import NIOConcurrencyHelpers
import Redis
import TestServers
import Testing

@Suite("Redis subscriptions")
struct RedisSubscriptionTests {
    /// What one listener has heard.
    private final class Heard: Sendable {
        private let kept = NIOLockedValueBox<[String]>([])
        var messages: [String] { kept.withLockedValue { $0 } }
        var receive: @Sendable ([UInt8]) -> Void {
            { bytes in self.kept.withLockedValue { $0.append(String(decoding: bytes, as: UTF8.self)) } }
        }
    }

    @Test("once it returns, the very next message is heard, and all of them in order")
    func standing() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url) { client in
            for _ in 1...20 {
                let (channel, heard) = (randomKey(), Heard())
                let subscription = try await client.subscribe(channel, heard.receive)
                for count in 1...20 {
                    let told = try await client.command([
                        "PUBLISH", RedisArgument(channel), RedisArgument(Int64(count)),
                    ])
                    #expect(told == .integer(1))
                }
                try await eventually { heard.messages.count == 20 }
                #expect(heard.messages == (1...20).map(String.init))
                subscription.cancel()
            }
        }
    }

    @Test("several listeners share a channel, and after a cancellation nothing more is heard")
    func sharing() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url) { client in
            let channel = randomKey()
            let (first, second) = (Heard(), Heard())
            let one = try await client.subscribe(channel, first.receive)
            let two = try await client.subscribe(channel, second.receive)
            _ = try await client.command(["PUBLISH", RedisArgument(channel), "both"])
            try await eventually { first.messages == ["both"] && second.messages == ["both"] }
            one.cancel()
            _ = try await client.command(["PUBLISH", RedisArgument(channel), "second only"])
            try await eventually { second.messages.count == 2 }
            #expect(first.messages == ["both"])
            two.cancel()
            try await eventually {
                try await client.command(["PUBLISH", RedisArgument(channel), "nobody"]) == .integer(0)
            }
        }
    }

    @Test("a listener may end itself while it is being told")
    func endsItself() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url) { client in
            let channel = randomKey()
            let heard = Heard()
            let own = NIOLockedValueBox<RedisSubscription?>(nil)
            let subscription = try await client.subscribe(channel) { bytes in
                heard.receive(bytes)
                own.withLockedValue { $0 }?.cancel()
            }
            own.withLockedValue { $0 = subscription }
            _ = try await client.command(["PUBLISH", RedisArgument(channel), "one"])
            _ = try await client.command(["PUBLISH", RedisArgument(channel), "two"])
            try await eventually {
                try await client.command(["PUBLISH", RedisArgument(channel), "three"]) == .integer(0)
            }
            #expect(heard.messages == ["one"])
        }
    }

    @Test("a server that was killed is subscribed to again when it is back")
    func reconnect() async throws {
        let server = try await RedisServer.start()
        try await withRedis(server.url) { client in
            let (channel, heard) = (randomKey(), Heard())
            let subscription = try await client.subscribe(channel, heard.receive)
            await server.kill()
            try await server.restart()
            try await publishUntilHeard(client, channel, heard)
            subscription.cancel()
        }
        await server.stop()
    }

    @Test("a loss of the listening connection alone leaves commands alone and is mended")
    func ownConnection() async throws {
        let server = try await RedisServer.start()
        try await withRedis(server.url) { client in
            let (channel, heard) = (randomKey(), Heard())
            let subscription = try await client.subscribe(channel, heard.receive)
            for _ in 1...3 {
                #expect(try await server.run("CLIENT", "KILL", "TYPE", "pubsub") == ":1")
                #expect(try await client.command(["ECHO", "still here"]).text == "still here")
                try await publishUntilHeard(client, channel, heard)
            }
            subscription.cancel()
        }
        await server.stop()
    }

    @Test("with Redis away subscribing fails at once, while following returns and listens once it is back")
    func away() async throws {
        let server = try await RedisServer.start()
        await server.kill()
        try await withRedis(server.url) { client in
            let (channel, heard) = (randomKey(), Heard())
            #expect(await client.subscribeFailure()?.code == .unavailable)
            let following = try await client.follow(channel, heard.receive)
            try await server.restart()
            try await publishUntilHeard(client, channel, heard)
            following.cancel()
        }
        await server.stop()
    }

    @Test("a subscription that is never confirmed fails in time")
    func unconfirmed() async throws {
        let fake = try await FakeRedis.start { $0[0] == "PING" ? "+PONG\r\n" : "" }
        let quick: (inout RedisSettings) -> Void = { $0.connectTimeout = .milliseconds(200) }
        try await withRedis("redis://127.0.0.1:\(fake.port)", change: quick) { client in
            #expect(await client.subscribeFailure()?.code == .timeout)
        }
        await fake.stop()
    }

    @Test("a cancelled subscriber leaves nothing behind")
    func cancelled() async throws {
        let fake = try await FakeRedis.start { $0[0] == "PING" ? "+PONG\r\n" : "" }
        let single: (inout RedisSettings) -> Void = { $0.limits.subscriptions = 1 }
        try await withRedis("redis://127.0.0.1:\(fake.port)", change: single) { client in
            let caller = Task { await client.subscribeFailure()?.code }
            caller.cancel()
            #expect(await caller.value == .cancelled)
            let next = Task { await client.subscribeFailure()?.code }
            next.cancel()
            #expect(await next.value == .cancelled)
        }
        await fake.stop()
    }

    private func publishUntilHeard(_ client: RedisClient, _ channel: String, _ heard: Heard) async throws {
        let word = randomKey()
        try await eventually {
            _ = try? await client.command(["PUBLISH", RedisArgument(channel), RedisArgument(word)])
            return heard.messages.contains(word)
        }
    }
}
