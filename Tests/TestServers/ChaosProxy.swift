internal import Glibc
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import NIOPosix

/// A TCP proxy on a loopback port that mistreats what passes, in ways that can be changed while it runs. The words are
/// Toxiproxy's.
public final class ChaosProxy: Sendable {
    /// Where it listens.
    public let port: Int
    private let listener: any Channel
    private let switches: ChaosSwitches

    /// A proxy to a server on a loopback port, without toxics.
    public static func start(to target: Int) async throws -> ChaosProxy {
        let switches = ChaosSwitches()
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { client in join(client, to: target, switches) }
            .bind(host: "127.0.0.1", port: 0).get()
        return ChaosProxy(port: listener.localAddress?.port ?? 0, listener: listener, switches: switches)
    }

    private init(port: Int, listener: any Channel, switches: ChaosSwitches) {
        self.port = port
        self.listener = listener
        self.switches = switches
    }

    /// Replaces the toxics of one direction, or of both, for bytes that come from now on.
    public func set(_ toxics: ChaosToxic..., for direction: ChaosDirection? = nil) {
        for one in direction.map({ [$0] }) ?? ChaosDirection.allCases { switches.set(toxics, for: one) }
        if toxics.contains(.down) { cut() }
    }

    /// Lets everything pass again.
    public func clear() { set() }

    /// Resets every open connection once.
    public func cut() { switches.open().forEach(reset) }

    /// Connections from clients that are open now.
    public var connections: Int { switches.open().count }

    /// Connections taken since the start.
    public var accepted: Int { switches.accepted }

    /// Stops listening and resets what is open.
    public func stop() async {
        try? await listener.close().get()
        cut()
    }

    private static func join(
        _ client: any Channel, to target: Int, _ switches: ChaosSwitches
    ) -> EventLoopFuture<Void> {
        guard !switches.toxics(.upstream).contains(.down) else {
            reset(client)
            return client.eventLoop.makeSucceededVoidFuture()
        }
        switches.opened(client)
        return ClientBootstrap(group: client.eventLoop)
            .channelOption(.autoRead, value: false)
            .channelInitializer { server in
                server.eventLoop.makeCompletedFuture {
                    let link = ChaosLink(peer: client, direction: .downstream, switches: switches)
                    try server.pipeline.syncOperations.addHandler(link)
                }
            }
            .connect(host: "127.0.0.1", port: target)
            .flatMapThrowing { server in
                let link = ChaosLink(peer: server, direction: .upstream, switches: switches)
                try client.pipeline.syncOperations.addHandler(link)
            }
    }
}

/// Closes so that the other side sees a reset rather than an end.
@Sendable func reset(_ channel: any Channel) {
    guard let socket = channel as? any SocketOptionProvider else { return channel.close(promise: nil) }
    socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in channel.close(promise: nil) }
}
