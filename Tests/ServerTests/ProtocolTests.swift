import NIOCore
import TestServers
import Testing

@testable import Server

@Suite("RFC 6455 on the wire")
struct ProtocolTests {
    /// Connects, sends the bytes, and gives the close code and how many messages came back before it.
    private func end(
        of bytes: [UInt8], _ limits: WebSocketLimits = .init(), extensions: String? = nil
    ) async throws -> (code: UInt16?, echoed: Int) {
        var result: (UInt16?, Int) = (nil, 0)
        try await EchoServer.with(limits) { server in
            let socket = try await RawWebSocket.connect(
                port: server.port, path: "/echo", extensions: extensions, answers: [.pings])
            socket.send(bytes: bytes)
            let code = try await socket.closed().code
            var echoed = 0
            while let frame = try? await socket.next(timeout: .milliseconds(1)), frame.opcode < 8 { echoed += 1 }
            result = (code, echoed)
        }
        return result
    }

    // How soon it ends is `linger`, which `SocketStateTests` holds to the clock.
    @Test(
        "A bad frame ends the connection, and nothing behind it is looked at (F19)",
        arguments: [
            (1002, RawFrame.text("a").bytes(masked: false)), (1002, RawFrame(1, reserved: 4).bytes()),
            (1002, RawFrame(3).bytes()), (1002, RawFrame(9, fin: false).bytes()), (1002, RawFrame(0).bytes()),
            (1002, RawFrame.text("a", fin: false).bytes() + RawFrame.text("b").bytes()),
            (1002, RawFrame(2).bytes(length: .claimed(1 << 63))), (1002, RawFrame(8, [3]).bytes()),
            (1002, RawFrame.close(1005).bytes()), (1007, RawFrame(8, [3, 232, 0xFF]).bytes()),
            (1007, RawFrame(1, [0xC0, 0x80]).bytes()), (1007, RawFrame(1, [0xED, 0xA0, 0x80]).bytes()),
            (1009, RawFrame(2, [UInt8](repeating: 0, count: 64 << 10 | 1)).bytes()),
            (1009, RawFrame(2, [UInt8](repeating: 0, count: 1 << 20)).bytes()),
        ] as [(UInt16, [UInt8])])
    func badFrames(code: UInt16, bytes: [UInt8]) async throws {
        let end = try await end(of: bytes + RawFrame.text("never").bytes())
        #expect(end.code == code)
        #expect(end.echoed == 0)
    }

    @Test("What was right before the violation is answered before the close")
    func answeredBefore() async throws {
        let end = try await end(of: RawFrame.text("one").bytes() + RawFrame.text("two").bytes() + RawFrame(3).bytes())
        #expect(end.code == 1002 && end.echoed == 2)
    }

    @Test("70,000 empty fragments are stopped at the limit (F17)")
    func manyFragments() async throws {
        let fragments = (0..<70_000).flatMap { _ in [0x00, 0x80, 1, 2, 3, 4] as [UInt8] }
        #expect(try await end(of: RawFrame(1, fin: false).bytes() + fragments).code == CloseCode.tooBig)
    }

    @Test("Sizes up to the limit are fine: nothing, the largest message, one in 128 parts (F17)")
    func sizes() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
            socket.send(text: "")
            #expect(try await socket.nextText() == "")
            let largest = String(repeating: "x", count: 64 << 10)
            socket.send(text: largest)
            #expect(try await socket.nextText() == largest)
            for part in 0..<128 { socket.send(RawFrame(part == 0 ? 1 : 0, "ab".utf8, fin: part == 127)) }
            #expect(try await socket.nextText() == String(repeating: "ab", count: 128))
            await socket.end()
        }
    }

    @Test("A character cut by fragments and by one-byte segments arrives whole (F20)")
    func cutCharacters() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
            let bytes = Array("a😀é漢z".utf8)
            let frames = bytes.indices.flatMap {
                RawFrame($0 == 0 ? 1 : 0, [bytes[$0]], fin: $0 == bytes.count - 1).bytes()
            }
            try await socket.connection.writeBytewise(frames)
            #expect(try await socket.nextText() == "a😀é漢z")
            await socket.end()
        }
    }

    @Test("A bomb is 1009, whole, in fragments, or as the first thing in the handshake's segment (F18)")
    func bomb() async throws {
        let packed = try #require(DeflateHandle.deflate(ByteBuffer(repeating: 0, count: 32 << 20), maxWindowBits: 15))
        let bytes = Array(packed.readableBytesView.prefix(60_000))
        let whole = RawFrame(2, bytes, reserved: 4).bytes()
        let split =
            RawFrame(2, bytes.prefix(9_000), fin: false, reserved: 4).bytes()
            + RawFrame(0, bytes.dropFirst(9_000)).bytes()
        for bomb in [whole, split] {
            #expect(try await end(of: bomb, extensions: "permessage-deflate").code == CloseCode.tooBig)
        }
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(
                port: server.port, path: "/echo", extensions: "permessage-deflate", behind: whole)
            #expect(try await socket.closed().code == CloseCode.tooBig)
        }
    }

    @Test("Compression is agreed on, used for large messages only, and both ways (F23)")
    func compression() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(
                port: server.port, path: "/echo",
                extensions: "permessage-deflate; server_max_window_bits=8, permessage-deflate; client_max_window_bits")
            let answer = "permessage-deflate; server_no_context_takeover; client_no_context_takeover"
            #expect(socket.response.header("Sec-WebSocket-Extensions") == answer)
            let text = String(repeating: "what is left this month? ", count: 200)
            let packed = try #require(DeflateHandle.deflate(ByteBuffer(string: text), maxWindowBits: 15))
            socket.send(RawFrame(1, packed.readableBytesView, reserved: 4))
            let large = try await socket.next()
            #expect(large.reserved == 4 && large.payload.count < 500)
            #expect(
                try DeflateHandle.inflate(ByteBuffer(bytes: large.payload), limit: 9_999) == ByteBuffer(string: text))
            socket.send(text: "small")
            #expect(try await socket.next() == .text("small"))
            await socket.end()
        }
    }

    @Test("No offer, or only ones that cannot be kept: no compression, and RSV1 is a violation (F23)")
    func noCompression() async throws {
        for offer in [nil, "permessage-deflate; shiny", "permessage-deflate; server_max_window_bits=99"] {
            try await EchoServer.with { server in
                let socket = try await RawWebSocket.connect(port: server.port, path: "/echo", extensions: offer)
                #expect(socket.response.header("Sec-WebSocket-Extensions") == nil)
                await socket.end()
            }
        }
    }

    @Test("Pings are answered with their payload, between fragments too; pongs nobody asked for are ignored (F24)")
    func pings() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo", answers: [])
            socket.send(.text("a", fin: false))
            socket.send(RawFrame(9, "hi".utf8))
            socket.send(RawFrame(10, "nobody asked".utf8))
            socket.send(RawFrame(0, "b".utf8))
            #expect(try await socket.next() == RawFrame(10, "hi".utf8))
            #expect(try await socket.next() == .text("ab"))
            await socket.end()
        }
    }

    @Test("A flood of pings is 4429 (F24)")
    func pingFlood() async throws {
        let ping = RawFrame(9, "x".utf8).bytes()
        #expect(try await end(of: (0..<10_000).flatMap { _ in ping }).code == CloseCode.tooFast)
    }

    @Test("Data behind their close frame is dropped, the close is still answered (F24)")
    func dataBehindClose() async throws {
        let end = try await end(of: RawFrame.close(1000).bytes() + RawFrame.text("late").bytes())
        #expect(end.code == 1000 && end.echoed == 0)
    }

    @Test("A close frame in the middle of a message is answered with its own code")
    func closeInside() async throws {
        let end = try await end(of: RawFrame.text("half", fin: false).bytes() + RawFrame.close(1000).bytes())
        #expect(end.code == 1000)
    }
}
