import NIOCore
import NIOEmbedded
import TestServers
import Testing

@testable import Server

@Suite("Slow and greedy connections before any route")
struct InboundGuardTests {
    /// A connection with the product's limits and a clock that a test turns.
    private func connection() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(InboundGuard(limits: HTTPLimits()))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func tell(_ progress: InboundGuard.Progress, _ channel: EmbeddedChannel) throws {
        try channel.triggerUserOutboundEvent(progress).wait()
    }

    private func isClosed(_ channel: EmbeddedChannel, after seconds: Int64) -> Bool {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        return !channel.isActive
    }

    @Test("A head has ten seconds from the connection on, and dripping bytes do not stretch them (F10)")
    func slowHead() throws {
        let channel = try connection()
        for _ in 0..<9 {
            #expect(!isClosed(channel, after: 1))
            try channel.writeInbound(ByteBuffer(string: "G"))
        }
        #expect(isClosed(channel, after: 1))
    }

    @Test("Between two requests there is no hurry; the first byte of the next one starts the clock")
    func laterRequest() throws {
        let channel = try connection()
        try tell(.headRead, channel)
        try tell(.requestRead, channel)
        #expect(!isClosed(channel, after: 50))
        try channel.writeInbound(ByteBuffer(string: "G"))
        #expect(!isClosed(channel, after: 9))
        #expect(isClosed(channel, after: 1))
    }

    @Test("A body has thirty seconds")
    func slowBody() throws {
        let channel = try connection()
        try tell(.headRead, channel)
        #expect(!isClosed(channel, after: 29))
        #expect(isClosed(channel, after: 1))
    }

    @Test("While an upgrade is being decided there is no clock")
    func deciding() throws {
        let channel = try connection()
        try tell(.headRead, channel)
        try tell(.upgradeAsked, channel)
        #expect(!isClosed(channel, after: 59))
    }

    @Test("After a refusal what still comes is dropped, and the connection ends within a second")
    func refused() throws {
        let channel = try connection()
        try tell(.refused, channel)
        try channel.writeInbound(ByteBuffer(string: "never mind"))
        #expect(try channel.readInbound(as: ByteBuffer.self) == nil)
        #expect(isClosed(channel, after: 1))
    }

    @Test("Fifty connections that hang do not keep a request waiting (F10)")
    func hanging() async throws {
        try await EchoServer.with { server in
            var hanging: [RawHTTP] = []
            for _ in 0..<50 {
                let http = try await RawHTTP.connect(port: server.port)
                http.send("GET /hello HTTP/1.1\r\n")
                hanging.append(http)
            }
            #expect(try await RawHTTP.request("GET", "/hello", port: server.port).text == "hello")
            for http in hanging { await http.close() }
        }
    }

    @Test("A head that never ends closes a real connection")
    func realClock() async throws {
        var quick = HTTPLimits()
        quick.headDeadline = .milliseconds(100)
        try await EchoServer.with(http: quick) { server in
            let http = try await RawHTTP.connect(port: server.port)
            http.send("GET /hello HTTP/1.1\r\nHost: a\r\nX: ")
            #expect(await http.isClosed())
        }
    }
}
