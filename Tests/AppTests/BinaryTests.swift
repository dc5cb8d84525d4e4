import Finance
import Foundation
import TestServers
import Testing

@testable import App

/// The program as an operator meets it: the built binary, its output, its exit codes.
@Suite("The binary")
struct BinaryTests {
    /// Built beside the test bundle.
    static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("reho").path

    static func folder() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("reho-\(UUID().uuidString)").path
    }

    static func run(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> (Int32, String) {
        let process = try await ChildProcess.start(binary, arguments, environment: environment, ready: .immediately)
        return (await process.waitForExit(), process.output)
    }

    @Test("wrong settings are all named at once, exit 78, and no value is repeated")
    func wrongSettings() async throws {
        let wrong = ["PORT": "hunter2", "DATABASE_URL": "mysql://hunter2", "JWT_SECRET": "hunter2", "LOG_LEVEL": "x"]
        let (status, output) = try await Self.run(["serve"], wrong)
        #expect(status == 78)
        for name in ["PORT", "DATABASE_URL", "JWT_SECRET", "LOG_LEVEL"] { #expect(output.contains("\(name):")) }
        #expect(!output.contains("hunter2"))
    }

    @Test("serve prints page, token and terminal command; chat talks to it; SIGTERM ends it with 0")
    func firstMinute() async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let environment = ["REHO_DATA_DIR": folder, "PORT": "0", "HOST": "127.0.0.1", "NIGHTLY_AT": "off"]
        let server = try await ChildProcess.start(
            Self.binary, ["serve"], environment: environment, ready: .line(containing: "terminal"),
            timeout: .seconds(60))
        let address = try #require(server.output.firstMatch(of: #/http://(127\.0\.0\.1:\d+)//#)).output.1
        let token = try #require(server.output.firstMatch(of: #/demo token  (\S+)/#)).output.1
        let chat = try await ChildProcess.start(
            "/bin/sh", ["-c", "echo 'What is left this month?' | \(Self.binary) chat --url ws://\(address)"],
            environment: environment, ready: .immediately)
        #expect(await chat.waitForExit() == 0, "\(chat.output)")
        #expect(chat.output.contains("£"))
        let (status, answer) = try await Self.run(
            ["chat", "--url", "ws://\(address)", "--token", "nonsense"], environment)
        #expect(status == 1)
        #expect(answer.contains("close code 4501"), "\(answer)")
        server.signal(SIGTERM)
        #expect(await server.waitForExit() == 0)
        let logs = server.output.split(separator: "\n").filter { $0.hasPrefix("{") }.joined()
        #expect(!logs.contains(token))
        #expect(!logs.contains("What is left"))
    }

    @Test("check says what fails and what to do, and exits 1")
    func check() async throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let good = try await Self.run(["check"], ["REHO_DATA_DIR": folder])
        #expect(good.0 == 0, "\(good.1)")
        let nobody = "redis://127.0.0.1:\(FreePort.next())"
        let bad = try await Self.run(["check"], ["REHO_DATA_DIR": folder, "REDIS_URL": nobody])
        #expect(bad.0 == 1)
        #expect(bad.1.contains("FAIL  redis"))
        #expect(bad.1.contains("REDIS_URL"))
    }

    @Test("check counts indexes that could not be read as a failure")
    func unreadIndexes() async throws {
        let nobody = [
            "DATABASE_URL": "mongodb://127.0.0.1:\(FreePort.next())/x", "JWT_SECRET": RunningApp.secret,
        ]
        let report = try await Self.run(["check"], nobody)
        #expect(report.0 == 1)
        #expect(report.1.contains("FAIL  indexes"), "\(report.1)")
    }

    @Test("check names the indexes that the backend's collections lack, as commands for their owner")
    func missingIndexes() async throws {
        let mongo = try await MongoServer.shared()
        let environment = [
            "DATABASE_URL": mongo.address, "MONGO_DB_NAME": MongoServer.database(), "JWT_SECRET": RunningApp.secret,
        ]
        let filled = try await Self.run(["demo-data"], environment)
        #expect(filled.0 == 0, "\(filled.1)")
        let report = try await Self.run(["check"], environment)
        #expect(report.0 == 0, "\(report.1)")
        #expect(report.1.contains("db.expenses.createIndex({"))
        #expect(report.1.contains("userId"))
        let again = try await Self.run(["demo-data"], environment)
        #expect(again.0 == 1)
        #expect(again.1.contains("users"))
    }

    @Test("check --live tells a running server from none")
    func live() async throws {
        let nobody = try await Self.run(["check", "--live"], ["PORT": "\(FreePort.next())"])
        #expect(nobody.0 == 1)
        try await RunningApp.with { app in
            let alive = try await Self.run(["check", "--live"], ["PORT": "\(app.port)"])
            #expect(alive.0 == 0, "\(alive.1)")
        }
    }

    @Test("token mints what the server accepts, and refuses a wrong id in plain words")
    func token() async throws {
        try await RunningApp.with { app in
            let user = DemoData.featured.hex
            let environment = ["JWT_SECRET": RunningApp.secret]
            let (status, text) = try await Self.run(["token", "--user", user, "--ttl", "5m"], environment)
            #expect(status == 0)
            let minted = text.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(try await app.request("GET", "/chat/conversations", token: minted).status == 200)
            let refused = try await Self.run(["token", "--user", "me"], environment)
            #expect(refused.0 != 0)
            #expect(refused.1.contains("24 hex digits"))
        }
    }
}
