import Foundation
import TestKit
import TestServers
import Testing

/// The pages in a real browser over the built binary, driven by `Tests/Console`.
@Suite("The console in a browser")
struct ConsolePagesTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("reho").path
    private static let key = "a-scheduler-key-of-some-length"

    /// What people and administrators are shown in the morning is there, whatever the time of day.
    private static func night(on port: Int) async throws {
        func ask(_ method: String, _ path: String) async throws -> RawResponse {
            let http = try await RawHTTP.connect(port: port)
            http.send(request: method, path, headers: [("X-API-KEY", key)], body: "")
            let answer = try await http.response(timeout: .seconds(15))
            await http.close()
            return answer
        }
        #expect(try await ask("POST", "/schedule/run-daily-ai-jobs").status == 200)
        let isDone = try await eventually(within: .seconds(60)) {
            try await ask("GET", "/schedule/runs").text.contains(#""state":"done""#)
        }
        #expect(isDone)
    }

    /// The administrator among the demo people.
    private static let admin = "de0100020000000000000000"

    @Test(
        "a chat, a cut line, a draft, an alert, a night: no error in the console, no policy broken, nothing hard to reach"
    )
    func pages() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reho-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let environment = [
            "REHO_DATA_DIR": folder, "PORT": "0", "HOST": "127.0.0.1",
            "JWT_SECRET": "a-secret-of-some-length-for-the-console", "SCHEDULER_API_KEY": Self.key,
        ]
        let server = try await ChildProcess.start(
            Self.binary, ["serve"], environment: environment, ready: .line(containing: "terminal"),
            timeout: .seconds(60))
        let found = try #require(server.output.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/#))
        let address = found.output.0
        try await Self.night(on: try #require(Int(found.output.1)))
        let mint = try await ChildProcess.start(
            Self.binary, ["token", "--user", Self.admin, "--role", "ADMIN"], environment: environment,
            ready: .immediately)
        #expect(await mint.waitForExit() == 0)
        let token = try #require(mint.output.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("ey") })
        let tests = try await ChildProcess.start(
            Self.root.appendingPathComponent(".tools/peers/bin/python").path,
            ["-B", Self.root.appendingPathComponent("Tests/Console/run.py").path],
            environment: [
                "CONSOLE_URL": String(address), "CONSOLE_ADMIN_TOKEN": String(token),
                "CONSOLE_CHROMIUM": "/usr/bin/chromium", "PATH": "/usr/bin:/bin", "HOME": folder,
            ], ready: .immediately)
        let status = await tests.waitForExit()
        for line in tests.output.split(separator: "\n") where line.contains(#/figure|kB|^== /#) {
            print("figure console \(line)")
        }
        let failed = tests.output.range(of: "FAILED ").map { tests.output[$0.lowerBound...] }
        #expect(status == 0, "\(failed ?? tests.output.suffix(1_500))")
        await server.stop()
    }
}
