import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

@Suite("Whether a model may be asked about a person")
struct ConsentTests {
    private static func choose(_ isYes: Bool, _ token: String, _ app: RunningApp) async throws {
        let answer = try await app.request("PUT", "/me/choices", token: token, body: #"{"model":\#(isYes)}"#)
        #expect(answer.status == 200 && answer.text.contains("language model"))
    }

    /// Asks in chat and for the three reports; gives what was answered.
    private static func use(_ token: String, _ app: RunningApp) async throws -> String {
        let (socket, _) = try await app.chat(token)
        try socket.ask("What is left this month?")
        let end = try #require(try await socket.turn().last)
        #expect(end.type == "turn_completed")
        for kind in ["expenses", "budget", "debt"] {
            let report = try await app.request("GET", "/feedback/optimize-\(kind)?refresh=true", token: token)
            #expect(report.status == 200)
        }
        await socket.end()
        return end.text
    }

    @Test("about somebody who said no nothing reaches the model, and answers come from the records all the same")
    func refused() async throws {
        try await Backend.with { backend, app in
            let token = try await app.token(NamedPeople.mayaID)
            try await Self.choose(false, token, app)
            #expect(try await Self.use(token, app).contains("£"))
            #expect(backend.model.requests.isEmpty)
            try await Self.choose(true, token, app)
            _ = try await Self.use(token, app)
            #expect(!backend.model.requests.isEmpty)
        }
    }

    @Test("where a yes is required, nobody is asked about before it")
    func required() async throws {
        try await Backend.with(environment: ["MODEL_CONSENT": "required"]) { backend, app in
            let token = try await app.token(NamedPeople.mayaID)
            _ = try await Self.use(token, app)
            #expect(backend.model.requests.isEmpty)
            try await Self.choose(true, token, app)
            _ = try await Self.use(token, app)
            #expect(!backend.model.requests.isEmpty)
        }
    }
}
