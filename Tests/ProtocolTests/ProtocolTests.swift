import Foundation
import TestServers
import Testing

/// The AsyncAPI document and the Python client against the built binary, driven by `Tests/Protocol`.
@Suite("The protocol and its Python client")
struct ProtocolTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("reho").path

    @Test("every example of the document is replayed, every frame is judged, and a cut line loses nothing")
    func replayed() async throws {
        let tests = try await ChildProcess.start(
            Self.root.appendingPathComponent(".tools/peers/bin/python").path,
            ["-B", Self.root.appendingPathComponent("Tests/Protocol/run.py").path],
            environment: ["REHO_BINARY": Self.binary, "PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory()],
            ready: .immediately)
        let status = await tests.waitForExit()
        for line in tests.output.split(separator: "\n") where line.hasPrefix("figure") { print(line) }
        #expect(status == 0, "\(tests.output.suffix(8_000))")
    }
}
