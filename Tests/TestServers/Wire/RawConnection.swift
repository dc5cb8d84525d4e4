internal import Glibc
public import NIOCore
internal import NIOPosix

/// A TCP connection to a loopback port that sends exactly the bytes it is given.
public struct RawConnection: Sendable {
    let channel: any Channel

    /// Connects; `receive` runs on the connection's event loop for each piece that arrives, `ended` once at its end.
    /// A small `receiveBuffer` (SO_RCVBUF) makes a reader that stops fill up quickly.
    public static func connect(
        port: Int, host: String = "127.0.0.1", receiveBuffer: Int? = nil,
        receive: @escaping @Sendable (ByteBuffer) -> Void, ended: @escaping @Sendable () -> Void
    ) async throws -> RawConnection {
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connectTimeout(.seconds(5))
        if let receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: .init(receiveBuffer))
        }
        let channel = try await bootstrap.channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(Receiver(receive: receive, ended: ended))
            }
        }.connect(host: host, port: port).get()
        return RawConnection(channel: channel)
    }

    /// Sends the bytes in one segment.
    public func write(_ bytes: some Sequence<UInt8>) {
        channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    /// Sends each byte as a segment of its own (no delay by Nagle) and returns when the last one left.
    public func writeBytewise(_ bytes: some Sequence<UInt8>) async throws {
        for byte in bytes { try await channel.writeAndFlush(ByteBuffer(bytes: [byte])) }
    }

    /// Stops taking bytes from the kernel, so the other side's sends fill up.
    public func stopReading() async throws { try await channel.setOption(.autoRead, value: false).get() }

    /// Takes bytes again.
    public func resumeReading() async throws { try await channel.setOption(.autoRead, value: true).get() }

    /// Closes with a reset instead of a FIN, as a machine that crashed would.
    public func reset() async {
        if let options = channel as? any SocketOptionProvider {
            try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try? await channel.close().get()
    }

    /// Closes in the ordinary way.
    public func close() async { try? await channel.close().get() }
}

private final class Receiver: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let receive: @Sendable (ByteBuffer) -> Void
    private let ended: @Sendable () -> Void

    init(receive: @escaping @Sendable (ByteBuffer) -> Void, ended: @escaping @Sendable () -> Void) {
        self.receive = receive
        self.ended = ended
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { receive(Self.unwrapInboundIn(data)) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) { ended() }
}
