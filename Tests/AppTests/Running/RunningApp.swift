import Finance
import Foundation
import Logging
import NIOConcurrencyHelpers
import TestServers

@testable import App

/// The shipped wiring on a free port, in this process, for as long as a scope lasts.
struct RunningApp: Sendable {
    /// Signs the tokens of every running app of the tests.
    static let secret = "whole-program-tests-secret-of-40-characters"

    let port: Int
    let demoToken: String?
    /// Every log line so far.
    let logs: NIOLockedValueBox<String>
    fileprivate let settings: Settings
    fileprivate let now: @Sendable () -> Date

    /// Starts, hands over, stops gracefully. Without settings everything is embedded, in a folder of its own.
    static func with<R: Sendable>(
        _ environment: [String: String] = [:], now: @escaping @Sendable () -> Date = { Date() },
        _ body: (RunningApp) async throws -> R
    ) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reho-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let usual = [
            "PORT": "0", "REHO_DATA_DIR": folder.path, "JWT_SECRET": secret, "DRAIN_SECONDS": "2", "LOG_LEVEL": "debug",
            // A test that wants a night asks for it.
            "NIGHTLY_AT": "off",
        ]
        if environment["DATABASE_URL"] == nil, environment["REHO_DATA_DIR"] == nil {
            try FileManager.default.copyItem(atPath: try await demo.value, toPath: folder.path)
        }
        let settings = try Settings(environment: usual.merging(environment) { $1 })
        let logs = NIOLockedValueBox("")
        let logger = Logger(label: "test") { label in
            JSONLogHandler(label: label, level: settings.logLevel) { line in logs.withLockedValue { $0 += line } }
        }
        let ready = Inbox<Sidecar.Listening>()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { ready.finish() }
                try await Sidecar(settings, logger: logger, now: now).run(trapsSignals: false) { ready.push($0) }
            }
            defer { group.cancelAll() }
            let listening = try await started(ready, &group)
            let app = RunningApp(
                port: listening.port, demoToken: listening.demoToken, logs: logs, settings: settings, now: now)
            return try await body(app)
        }
    }

    /// A store with the demo people in it, made once: each app that wants one begins with a copy.
    private static let demo = Task {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reho-\(UUID().uuidString)")
        let settings = try Settings(environment: ["REHO_DATA_DIR": folder.path])
        _ = try await DemoData.fill(settings, logger: Logger(label: "demo") { _ in SwiftLogNoOpLogHandler() })
        return folder.path
    }

    /// The start's own error is worth more than "it did not start". Where it just takes too long there is no other.
    private static func started(
        _ ready: Inbox<Sidecar.Listening>, _ group: inout ThrowingTaskGroup<Void, any Error>
    ) async throws -> Sidecar.Listening {
        do {
            return try await ready.next(timeout: .seconds(180))
        } catch WireError.timedOut {
            throw WireError.timedOut
        } catch {
            try await group.next()
            throw error
        }
    }

    /// A token of the main backend for a person.
    func token(_ user: UserID, role: Person.Role = .user, lifetime: Duration = .seconds(600)) async throws -> String {
        try await DevelopmentToken.mint(settings, user: user, role: role, lifetime: lifetime, at: now())
    }

    /// A socket speaking `reho.v2`, past its welcome.
    func chat(_ token: String, conversation: String? = nil) async throws -> (socket: ChatSocket, welcome: Frame) {
        let socket = try await ChatSocket.connect(port: port, token: token, conversation: conversation)
        return (socket, try await socket.next("welcome"))
    }

    /// The answer to one request, with a bearer token when given.
    func request(
        _ method: String, _ path: String, token: String? = nil, headers: [(String, String)] = [], body: String = ""
    ) async throws -> RawResponse {
        let http = try await RawHTTP.connect(port: port)
        let bearer = token.map { [("Authorization", "Bearer \($0)")] } ?? []
        http.send(request: method, path, headers: headers + bearer, body: body)
        let response = try await http.response(timeout: .seconds(15))
        await http.close()
        return response
    }
}
