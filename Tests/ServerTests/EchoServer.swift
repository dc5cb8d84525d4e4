import HTTPTypes
import Hummingbird
import Logging
import NIOConcurrencyHelpers
import NIOCore
import ServiceLifecycle

@testable import Server

/// A context that knows its connection.
struct EchoContext: WebSocketContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

/// A real server on a free port, with a socket that answers everything with itself. With `EchoServer.wide` limits it is
/// what a conformance suite wants to talk to.
final class EchoServer: Sendable {
    /// What the server's side of the sockets saw.
    struct Seen {
        var connections: [WebSocketConnection] = []
        var closed: [UInt16?] = []
    }

    let port: Int
    let sockets: OpenSockets
    private let seen: NIOLockedValueBox<Seen>
    private let group: ServiceGroup

    /// Limits wide enough for 16 MiB messages in 70,000 fragments.
    static var wide: WebSocketLimits {
        var limits = WebSocketLimits()
        limits.maxFrame = 16 << 20
        limits.maxMessage = 16 << 20
        limits.maxFragments = 70_000
        limits.softBacklog = 64 << 20
        limits.hardBacklog = 128 << 20
        limits.maxPingsPerSecond = 100_000
        return limits
    }

    /// Runs a server for as long as `body` runs, and stops it gracefully.
    static func with(
        _ limits: WebSocketLimits = .init(), http: HTTPLimits = .init(), patience: Duration = .seconds(10),
        onDraining: (@Sendable (WebSocketConnection) -> Void)? = nil, _ body: (EchoServer) async throws -> Void
    ) async throws {
        let seen = NIOLockedValueBox(Seen())
        let sockets = OpenSockets(patience: patience)
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let app = Application(
            router: router(limits, seen, onDraining), server: .sockets(sockets, limits: http),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)), services: [sockets],
            onServerRunning: { announce.yield($0.localAddress?.port ?? 0) }, logger: .quiet)
        let group = ServiceGroup(configuration: .init(services: [app], logger: .quiet))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            guard let port = await ports.first(where: { _ in true }) else { return }
            try await body(EchoServer(port: port, sockets: sockets, seen: seen, group: group))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// What the owner was told of sockets that ended, in order.
    var closed: [UInt16?] { seen.withLockedValue { $0.closed } }

    /// The owner's ends of all sockets there were.
    var connections: [WebSocketConnection] { seen.withLockedValue { $0.connections } }

    /// What SIGTERM does.
    func terminate() async { await group.triggerGracefulShutdown() }

    private init(port: Int, sockets: OpenSockets, seen: NIOLockedValueBox<Seen>, group: ServiceGroup) {
        self.port = port
        self.sockets = sockets
        self.seen = seen
        self.group = group
    }

    private static func router(
        _ limits: WebSocketLimits, _ seen: NIOLockedValueBox<Seen>,
        _ onDraining: (@Sendable (WebSocketConnection) -> Void)?
    ) -> Router<EchoContext> {
        let router = Router(context: EchoContext.self)
        router.get("hello") { _, _ in "hello" }
        router.post("hello") { request, _ in
            String(buffer: try await request.body.collect(upTo: 1 << 20))
        }
        let echo: @Sendable (Request, EchoContext) -> Response = { request, context in
            .webSocket(for: request, channel: context.channel, subprotocol: "echo.v1", limits: limits) { connection in
                seen.withLockedValue { $0.connections.append(connection) }
                return handler(connection, seen, onDraining)
            }
        }
        router.get("echo") { request, context in echo(request, context) }
        router.get("greeted") { request, context -> Response in
            .webSocket(for: request, channel: context.channel) { connection in
                connection.send("welcome")
                return handler(connection, seen, nil)
            }
        }
        router.get("closed") { _, _ in HTTPResponse.Status.unauthorized }
        router.group("guarded").add(
            middleware: OriginCheck(OriginPolicy(["https://app.example.org", "http://127.0.0.1:3000"]))
        )
        .get("echo") { request, context in echo(request, context) }
        return router
    }

    private static func handler(
        _ connection: WebSocketConnection, _ seen: NIOLockedValueBox<Seen>,
        _ onDraining: (@Sendable (WebSocketConnection) -> Void)?
    ) -> WebSocketHandler {
        var handler = WebSocketHandler(
            onText: { connection.send($0) },
            onBinaryMessage: { connection.send($0) },
            onClosed: { code in seen.withLockedValue { $0.closed.append(code) } })
        if let onDraining { handler.onDraining = { onDraining(connection) } }
        return handler
    }
}

extension Logger {
    /// Says nothing.
    static let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
}

/// Waits for something that has no event of its own, looking every few milliseconds.
func eventually(within limit: Duration = .seconds(10), _ isSo: () -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while !isSo() {
        guard ContinuousClock.now < deadline else { return false }
        try await Task.sleep(for: .milliseconds(2))
    }
    return true
}
