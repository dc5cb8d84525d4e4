import NIOCore
import NIOHTTP1
import NIOPosix

/// The listener of a fake: HTTP on loopback, on a free port and on a thread of its own, so that one fake's flood does not
/// delay another's answer.
struct LoopbackHTTP: Sendable {
    /// The port it listens on.
    let port: Int
    private let open: OpenConnections
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup

    /// Connections taken since the start.
    var accepted: Int { open.accepted }

    /// Starts; `connection` makes what answers the gathered requests of one connection.
    static func start(_ connection: @escaping @Sendable () -> any ChannelHandler) async throws -> LoopbackHTTP {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let open = OpenConnections()
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
                        RequestGatherer(open), connection())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let port = channel.localAddress?.port else { throw WaitedInVain("a port") }
        return LoopbackHTTP(port: port, open: open, channel: channel, group: group)
    }

    /// Closes the listener and every connection.
    func stop() async throws {
        open.close()
        try await channel.close().get()
        try await group.shutdownGracefully()
    }
}

/// A fake that listens until it is stopped.
protocol LoopbackFake: Sendable {
    /// Closes the listener and every connection.
    func stop() async throws
}

extension LoopbackFake {
    /// Runs `body` and stops, however that ends.
    func during<R>(_ body: (Self) async throws -> R) async throws -> R {
        do {
            let result = try await body(self)
            try await stop()
            return result
        } catch {
            try? await stop()
            throw error
        }
    }
}
