import Finance
import Foundation
import TestServers
import Testing

@testable import App

/// What the service says about itself, held against what it does by programs that know nothing of it.
@Suite("The description of the API")
struct APIDescriptionTests {
    private static func run(_ tool: String, _ arguments: [String]) async throws -> (status: Int32, output: String) {
        let path = LegacyClientTests.root.appendingPathComponent(".tools/peers/bin/\(tool)").path
        let process = try await ChildProcess.start(path, arguments, ready: .immediately)
        return (await process.waitForExit(), process.output)
    }

    private static func document(_ app: RunningApp) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("openapi-\(UUID().uuidString).json")
        try Data(try await app.request("GET", "/openapi.json").text.utf8).write(to: file)
        return file.path
    }

    /// What failed, from its heading on; of a walk without any, its end.
    private static func findings(in output: String) -> String {
        guard let start = output.range(of: "= FAILURES =") else { return String(output.suffix(3_000)) }
        return String(output[start.lowerBound...].prefix(6_000))
    }

    @Test("it is valid OpenAPI 3.1")
    func valid() async throws {
        try await RunningApp.with { app in
            let file = try await Self.document(app)
            defer { try? FileManager.default.removeItem(atPath: file) }
            let (status, output) = try await Self.run("openapi-spec-validator", [file])
            #expect(status == 0, "\(output)")
        }
    }

    @Test(
        "walked with odd and regular values, no route fails, and none answers what it does not describe",
        arguments: ["person", "administrator"])
    func walked(_ who: String) async throws {
        try await RunningApp.with { app in
            let file = try await Self.document(app)
            defer { try? FileManager.default.removeItem(atPath: file) }
            let isAdmin = who == "administrator"
            let token = try await app.token(
                isAdmin ? DemoData.admin : DemoData.featured, role: isAdmin ? .admin : .user)
            let checks = [
                "not_a_server_error", "status_code_conformance", "content_type_conformance",
                "response_schema_conformance",
            ]
            let (status, output) = try await Self.run(
                "schemathesis",
                [
                    "run", file, "--url", "http://127.0.0.1:\(app.port)", "-H", "Authorization: Bearer \(token)",
                    "--phases", "coverage,fuzzing", "--max-examples", "3", "--seed", "1", "--workers", "1",
                    "--exclude-path", "/chat/ws", "--checks", checks.joined(separator: ","),
                ])
            #expect(status == 0, "\(Self.findings(in: output))")
        }
    }
}
