import Finance
import Foundation
import TestServers
import Testing

@testable import App

/// A fresh machine: no service beside the server at all.
@Suite("A first chat on embedded defaults")
struct EmbeddedChatTests {
    @Test("the coach answers what is left with the very figure the analysis route shows, and the history keeps it")
    func whatIsLeft() async throws {
        try await RunningApp.with { app in
            let token = try #require(app.demoToken)
            let analysis = try await app.request("GET", "/analysis/snapshot", token: token)
            #expect(analysis.status == 200)
            let (socket, welcome) = try await app.chat(token)
            #expect((welcome.data["history"] as? [Any])?.count == 1, "the stored greeting")
            try socket.ask("What is left this month?")
            let frames = try await socket.turn()
            #expect(frames.first?.type == "turn_started")
            #expect(frames.map(\.seq) == (1...frames.count).map { $0 })
            let whole = try #require(frames.last?.words)
            #expect(frames.filter { $0.type == "text_delta" }.compactMap(\.words).joined() == whole)
            #expect(whole.contains("£"))
            let left = try #require(Self.left(in: analysis.text))
            #expect(whole.contains(left), "\(left) is not in: \(whole)")
            await socket.end()
            let (again, second) = try await app.chat(token)
            let history = try #require(second.data["history"] as? [[String: Any]])
            #expect(history.compactMap { $0["role"] as? String } == ["assistant", "user", "assistant"])
            #expect(history.last?["content"] as? String == whole)
            await again.end()
        }
    }

    @Test("chat history survives a restart on the same data directory")
    func restart() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reho-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let said = try await RunningApp.with(["REHO_DATA_DIR": folder]) { app in
            let (socket, _) = try await app.chat(try #require(app.demoToken))
            try socket.ask("How much do I owe?")
            return try await socket.turn().last?.words
        }
        try await RunningApp.with(["REHO_DATA_DIR": folder]) { app in
            let (_, welcome) = try await app.chat(try #require(app.demoToken))
            let history = try #require(welcome.data["history"] as? [[String: Any]])
            #expect(history.last?["content"] as? String == said)
        }
    }

    @Test("the chat page comes with the demo token filled in and lets nothing foreign run")
    func page() async throws {
        try await RunningApp.with { app in
            let page = try await app.request("GET", "/")
            #expect(page.status == 200)
            let token = try #require(app.demoToken)
            #expect(page.text.contains(token))
            let policy = try #require(page.header("Content-Security-Policy"))
            #expect(policy.contains("default-src 'none'"))
            #expect(!policy.contains("unsafe-inline"))
        }
    }

    /// The analysis' "left over" figure as people read it.
    static func left(in body: String) -> String? {
        guard let root = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any],
            let figures = root["figures"] as? [[String: Any]],
            let value = figures.first(where: { $0["id"] as? String == "month.left" })?["value"] as? Double
        else { return nil }
        return Money(pence: Int64((value * 100).rounded())).description
    }
}
