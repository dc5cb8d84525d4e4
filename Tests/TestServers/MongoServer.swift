internal import Foundation

/// A real MongoDB-compatible server of our own on a free loopback port, with a fresh store; a replica set of one, so that
/// sessions, fail points and majority writes are there. Ends with the test process, however that ends.
public actor MongoServer {
    /// Where it listens; the same after every restart.
    public nonisolated let port: Int
    private let folder: URL
    private var process: ChildProcess

    /// One server for all tests of this process that only want a database of their own.
    public static func shared() async throws -> MongoServer { try await one.value }
    private static let one = Task { try await MongoServer.start() }

    /// Starts a server that nobody else uses.
    public static func start() async throws -> MongoServer {
        let folder = store()
        let port = FreePort.next()
        return try await MongoServer(port: port, folder: folder, process: launch(port, folder))
    }

    private init(port: Int, folder: URL, process: ChildProcess) {
        self.port = port
        self.folder = folder
        self.process = process
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What a client connects to.
    public nonisolated var address: String { "mongodb://127.0.0.1:\(port)/" }

    /// A database name nobody else has.
    public nonisolated static func database() -> String { "reho_\(UUID().uuidString.prefix(8).lowercased())" }

    /// Everything the server has printed.
    public var output: String { process.output }

    /// Ends it in the hardest way; the port refuses connections afterwards.
    public func kill() async {
        process.signal(SIGCONT)
        process.signal(SIGKILL)
        _ = await process.waitForExit()
    }

    /// Ends it politely.
    public func stop() async { await process.stop() }

    /// Lets it hold its connections without ever answering.
    public func pause() { process.signal(SIGSTOP) }

    /// Lets it go on.
    public func resume() { process.signal(SIGCONT) }

    /// Starts it again after `kill` or `stop`: same port, same store.
    public func restart() async throws { process = try await Self.launch(port, folder) }

    private static func launch(_ port: Int, _ folder: URL) async throws -> ChildProcess {
        try await ChildProcess.start(
            executable,
            [
                "--host", "127.0.0.1", "--port", String(port), "--storage-path", folder.path,
                // The default journal takes two gigabytes of disk and seconds to open again.
                "--log-file-max", "64MB", "--cache-size", "128M", "--log-level", "WARNING",
            ], ready: .line(containing: "listening on"))
    }

    /// In memory where the machine offers it.
    private static func store() -> URL {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let root =
            FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        return root.appendingPathComponent("reho-mongo-\(UUID().uuidString)")
    }

    private static var executable: String {
        if let given = ProcessInfo.processInfo.environment["REHO_MONGO_SERVER"], !given.isEmpty { return given }
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent(".tools/mongo/bin/secantusd-rs").path
    }
}
