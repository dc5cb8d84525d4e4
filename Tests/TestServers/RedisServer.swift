internal import Foundation
internal import NIOConcurrencyHelpers

/// A real `redis-server` on a loopback port of its own, without files, that can be killed, paused and brought back.
public final class RedisServer: Sendable {
    /// Where it listens; the same after `restart`.
    public let port: Int
    private let arguments: [String]
    private let child: NIOLockedValueBox<ChildProcess>

    /// One server for all tests that only need a Redis; they use random keys. It ends with the test process.
    public static func shared() async throws -> RedisServer { try await sharedStart.value }

    private static let sharedStart = Task { try await RedisServer.start() }

    /// Starts a server of one's own; `arguments` are added to its command line.
    public static func start(_ arguments: [String] = []) async throws -> RedisServer {
        var failure: any Error = CancellationError()
        // Another process may take the free port first.
        for _ in 1...5 {
            let port = FreePort.next()
            do {
                let child = try await launch(port, arguments)
                return RedisServer(port: port, arguments: arguments, child: child)
            } catch { failure = error }
        }
        throw failure
    }

    private init(port: Int, arguments: [String], child: ChildProcess) {
        self.port = port
        self.arguments = arguments
        self.child = NIOLockedValueBox(child)
    }

    /// For a client's settings.
    public var url: String { "redis://127.0.0.1:\(port)" }

    /// Ends it without a chance to say goodbye.
    public func kill() async {
        let child = child.withLockedValue { $0 }
        child.signal(SIGKILL)
        _ = await child.waitForExit()
    }

    /// Stops it from running: the kernel still accepts connections and takes bytes for it.
    public func pause() { child.withLockedValue { $0.signal(SIGSTOP) } }

    /// Lets it run again.
    public func resume() { child.withLockedValue { $0.signal(SIGCONT) } }

    /// Starts it again on the same port, empty, after `kill`.
    public func restart() async throws {
        let started = try await Self.launch(port, arguments)
        child.withLockedValue { $0 = started }
    }

    /// Ends it in order.
    public func stop() async { await child.withLockedValue { $0 }.stop() }

    /// Runs one command from outside, past the client under test, and gives the raw reply.
    @discardableResult
    public func run(_ words: String...) async throws -> String {
        try await RedisWire.ask(words, port: port)
    }

    private static func launch(_ port: Int, _ arguments: [String]) async throws -> ChildProcess {
        let folder = FileManager.default.temporaryDirectory.path
        return try await ChildProcess.start(
            "redis-server",
            ["--port", "\(port)", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]
                + arguments,
            ready: .line(containing: "Ready to accept connections"), timeout: .seconds(20))
    }
}
