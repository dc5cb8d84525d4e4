internal import Foundation

/// A real MongoDB-compatible server of our own on a free loopback port, with a fresh store; a replica set of one, so that
/// sessions, fail points and majority writes are there. Ends with the test process, however that ends.
public actor MongoServer {
    /// Where it listens; the same after every restart.
    public nonisolated let port: Int
    private let folder: URL
    private var options: [String]
    private var process: ChildProcess

    /// One server for all tests of this process that only want a database of their own.
    public static func shared() async throws -> MongoServer { try await one.value }
    private static let one = Task { try await start([]) }

    /// Starts a server that nobody else uses. What it has confirmed survives its being killed. A single one is no replica
    /// set and keeps no history of changes. With a certificate it speaks TLS only.
    public static func start(
        isStandalone: Bool = false, certificate: SelfSignedCertificate? = nil
    ) async throws -> MongoServer {
        var options = ["--sync-on-commit"]
        if isStandalone { options.append("--standalone") }
        if let certificate {
            options += ["--tls-cert-file", certificate.certificate.path, "--tls-key-file", certificate.key.path]
        }
        return try await start(options)
    }

    private static func start(_ options: [String]) async throws -> MongoServer {
        let folder = store()
        let port = FreePort.next()
        return try await MongoServer(
            port: port, folder: folder, options: options, process: launch(port, folder, options))
    }

    private init(port: Int, folder: URL, options: [String], process: ChildProcess) {
        self.port = port
        self.folder = folder
        self.options = options
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

    /// Lets it hold its connections without ever answering. A signal is only asked for by `kill`, so this waits until
    /// every thread of the server stands still.
    public func pause() async throws {
        process.signal(SIGSTOP)
        let tasks = URL(fileURLWithPath: "/proc/\(process.pid)/task")
        for _ in 0..<1_000 {
            let threads = try FileManager.default.contentsOfDirectory(atPath: tasks.path)
            let states = threads.map {
                try? String(contentsOf: tasks.appendingPathComponent("\($0)/stat"), encoding: .utf8)
            }
            if states.allSatisfy({ $0?.contains(") T ") != false }) { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        throw ChildProcess.Failure(description: "the server does not stand still")
    }

    /// Lets it go on.
    public func resume() { process.signal(SIGCONT) }

    /// Starts it again after `kill` or `stop`: same port, same store, from now on with these options too.
    public func restart(adding more: [String] = []) async throws {
        options += more
        process = try await Self.launch(port, folder, options)
    }

    private static func launch(_ port: Int, _ folder: URL, _ options: [String]) async throws -> ChildProcess {
        try await ChildProcess.start(
            executable,
            [
                "--host", "127.0.0.1", "--port", String(port), "--storage-path", folder.path,
                // The default journal takes two gigabytes of disk and seconds to open again.
                "--log-file-max", "64MB", "--cache-size", "128M", "--log-level", "WARNING",
            ] + options, ready: .line(containing: "listening on"))
    }

    /// In memory where the machine offers it. The name holds our process id, so that a later process can tell what a
    /// process that was killed has left behind.
    private static func store() -> URL {
        let files = FileManager.default
        let memory = URL(fileURLWithPath: "/dev/shm")
        let root = files.isWritableFile(atPath: memory.path) ? memory : files.temporaryDirectory
        let left = (try? files.contentsOfDirectory(atPath: root.path)) ?? []
        for name in left where name.hasPrefix(prefix) {
            let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
            if let pid = Int32(owner), Glibc.kill(pid, 0) != 0 {
                try? files.removeItem(at: root.appendingPathComponent(name))
            }
        }
        return root.appendingPathComponent("\(prefix)\(getpid())-\(UUID().uuidString)")
    }

    private static let prefix = "reho-mongo-"

    private static var executable: String {
        if let given = ProcessInfo.processInfo.environment["REHO_MONGO_SERVER"], !given.isEmpty { return given }
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent(".tools/mongo/bin/secantusd-rs").path
    }
}
