internal import Foundation

/// A real nginx before a sidecar, with the project's own configuration: only its port, its upstream and its log paths
/// differ from what is deployed.
public struct NginxServer: Sendable {
    /// Where it listens.
    public let port: Int
    /// The running process.
    public let process: ChildProcess
    private let folder: URL

    /// Starts nginx in front of the loopback port `upstream`.
    public static func start(upstream: Int) async throws -> NginxServer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nginx-\(UUID().uuidString)")
        let port = FreePort.next()
        let configuration = try write(to: folder, port: port, upstream: upstream)
        let process = try await ChildProcess.start(
            executable, ["-c", configuration.path, "-p", folder.path, "-g", "daemon off;"], ready: .port(port))
        return NginxServer(port: port, process: process, folder: folder)
    }

    /// The output of `nginx -t` over the shipped configuration; throws when nginx refuses it.
    public static func check() async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nginx-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let configuration = try write(to: folder, port: FreePort.next(), upstream: 8_000)
        let process = try await ChildProcess.start(
            executable, ["-t", "-c", configuration.path, "-p", folder.path], ready: .immediately)
        let status = await process.waitForExit()
        guard status == 0 else { throw ChildProcess.Failure(description: process.output) }
        return process.output
    }

    /// Everything both logs hold.
    public func logs() throws -> String {
        try ["access.log", "error.log"].map { name in
            try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }.joined()
    }

    /// Ends nginx and removes its folder.
    public func stop() async {
        await process.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    private static let executable = "/usr/sbin/nginx"

    /// The shipped files with the test's port, upstream and folder put in; a line that is no longer there to be
    /// replaced is a failure, so that the test cannot drift from what is deployed.
    private static func write(to folder: URL, port: Int, upstream: Int) throws -> URL {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let shipped = root.appendingPathComponent("nginx")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let site = try put(
            shipped.appendingPathComponent("conf.d/reho.conf"), folder.appendingPathComponent("reho.conf"),
            [
                (" /tmp/nginx-", " \(folder.path)/"), ("server sidecar:8000", "server 127.0.0.1:\(upstream)"),
                ("listen 8080", "listen 127.0.0.1:\(port)"),
                ("/dev/stdout", folder.appendingPathComponent("access.log").path),
            ])
        return try put(
            shipped.appendingPathComponent("nginx.conf"), folder.appendingPathComponent("nginx.conf"),
            [
                ("conf.d/*.conf", site.path), ("/tmp/nginx.pid", folder.appendingPathComponent("nginx.pid").path),
                ("/dev/stderr", folder.appendingPathComponent("error.log").path),
                ("worker_rlimit_nofile 65536;", "worker_rlimit_nofile 10000;"),
                ("worker_connections 16384", "worker_connections 1024"),
            ])
    }

    private static func put(_ source: URL, _ target: URL, _ changes: [(String, String)]) throws -> URL {
        var text = try String(contentsOf: source, encoding: .utf8)
        for (shipped, testing) in changes {
            guard text.contains(shipped) else {
                throw ChildProcess.Failure(description: "\(source.lastPathComponent) no longer holds '\(shipped)'")
            }
            text = text.replacingOccurrences(of: shipped, with: testing)
        }
        try text.write(to: target, atomically: true, encoding: .utf8)
        return target
    }
}
