import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import TestServers
import Testing

@testable import Server

@Suite("A socket and its clocks, on the wire")
struct SocketDriverTests {
    private func limits(_ change: (inout WebSocketLimits) -> Void) -> WebSocketLimits {
        var limits = WebSocketLimits()
        change(&limits)
        return limits
    }

    /// A socket without a network, on a clock that a test turns; its first ping is due after 12 to 25 seconds.
    private func socket(_ limits: WebSocketLimits = .init(), _ handler: WebSocketHandler = .init()) throws
        -> EmbeddedChannel
    {
        let channel = EmbeddedChannel()
        let driver = SocketDriver(
            limits: limits, deflate: nil, sockets: OpenSockets(), now: channel.embeddedEventLoop.now)
        try channel.pipeline.syncOperations.addHandler(driver)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        driver.open { _ in handler }
        return channel
    }

    private func sent(_ channel: EmbeddedChannel) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let frame = try channel.readOutbound(as: ByteBuffer.self) { bytes += frame.readableBytesView }
        return bytes
    }

    @Test("The first ping comes within 12 to 25 seconds; pongs keep the socket for an hour")
    func heartbeat() throws {
        let channel = try socket()
        var pings: [Int] = []
        for second in 0..<3_600 {
            if try sent(channel) == [0x89, 0] {
                pings.append(second)
                try channel.writeInbound(ByteBuffer(bytes: RawFrame(10).bytes()))
            }
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect((12...26).contains(pings[0]))
        #expect(zip(pings, pings.dropFirst()).allSatisfy { $1 - $0 == 25 })
        #expect(channel.isActive && pings.count >= 143)
    }

    @Test("A side that is silent after a ping is told 4409 and dropped, within 40 seconds of its last word (F03)")
    func halfOpen() throws {
        let closed = NIOLockedValueBox<[UInt16?]>([])
        let channel = try socket(
            .init(), WebSocketHandler(onClosed: { code in closed.withLockedValue { $0.append(code) } }))
        while try sent(channel).isEmpty { channel.embeddedEventLoop.advanceTime(by: .seconds(1)) }
        try channel.writeInbound(ByteBuffer(bytes: RawFrame(10).bytes()))
        channel.embeddedEventLoop.advanceTime(by: .seconds(40))
        let goodbye = FrameWriter.close(CloseCode.noHeartbeat, "nothing was heard")
        #expect(try sent(channel) == [0x89, 0] + Array(goodbye.readableBytesView))
        #expect(!channel.isActive)
        #expect(closed.withLockedValue { $0 } == [CloseCode.noHeartbeat])
    }

    @Test("A message may take thirty seconds and not more (F10)")
    func messageDeadline() throws {
        let channel = try socket()
        try channel.writeInbound(ByteBuffer(bytes: RawFrame.text("half", fin: false).bytes()))
        for _ in 0..<29 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            try channel.writeInbound(ByteBuffer(bytes: RawFrame(0, fin: false).bytes()))
        }
        #expect(channel.isActive)
        _ = try sent(channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        let goodbye = FrameWriter.close(CloseCode.tooSlow, "message took too long")
        #expect(try sent(channel) == Array(goodbye.readableBytesView))
    }

    @Test("Messages that follow each other without a gap each have their own thirty seconds")
    func gaplessMessages() throws {
        let channel = try socket()
        let text = RawFrame.text("ab").bytes()
        try channel.writeInbound(ByteBuffer(bytes: text.prefix(3)))
        for _ in 0..<100 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            // The end of one message and the start of the next, always in one piece.
            try channel.writeInbound(ByteBuffer(bytes: text.dropFirst(3) + text.prefix(3)))
        }
        #expect(channel.isActive)
        #expect(try !sent(channel).contains(0x88))
    }

    @Test("A client that never answers our close frame is cut after the close timeout (F24)")
    func noCloseAnswer() async throws {
        try await EchoServer.with(limits { $0.closeTimeout = .milliseconds(200) }) { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo", answers: [])
            #expect(try await eventually { server.connections.count == 1 })
            let start = ContinuousClock.now
            server.connections[0].close(CloseCode.policy, "Authentication failed")
            server.connections[0].close(CloseCode.normal, "a second one is not sent")
            let end = try await socket.closed()
            #expect(end.code == CloseCode.policy && end.reason == "Authentication failed")
            #expect(ContinuousClock.now - start >= .milliseconds(150))
            #expect(server.closed == [CloseCode.policy])
        }
    }

    @Test("Half a frame, and half a message, are given up with 4408 (F10)")
    func slowWriter() async throws {
        try await EchoServer.with(limits { $0.messageDeadline = .milliseconds(150) }) { server in
            for bytes in [[0x81], RawFrame.text("half", fin: false).bytes()] as [[UInt8]] {
                let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
                socket.send(bytes: bytes)
                #expect(try await socket.closed().code == CloseCode.tooSlow)
            }
        }
    }
}
