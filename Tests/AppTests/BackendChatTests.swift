import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

/// The real shape: records in MongoDB, a cache in Redis, a model over HTTP.
@Suite("A chat beside the main backend")
struct BackendChatTests {
    @Test("the model is shown the worked example to the penny, and the answer streams back")
    func workedExample() async throws {
        try await Backend.with { backend, app in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            try socket.ask("How am I doing?")
            let request = try await backend.model.nextRequest()
            let frames = try await socket.turn()
            #expect(frames.last?.type == "turn_completed")
            #expect(frames.last?.words == FakeOpenAI.text(tokens: 12))
            let prompt = try #require(request.chat).messages.map(\.content).joined(separator: "\n")
            for figure in ["£3,650.50", "£1,382.99", "£2,267.51", "£10,600", "£390"] {
                #expect(prompt.contains(figure), "\(figure) is missing from the facts")
            }
            for foreign in ["maya.thornton@example.com", NamedPeople.mayaID.hex, "Daniel"] {
                #expect(!prompt.contains(foreign), "\(foreign) must not leave the house")
            }
        }
    }

    @Test("a record created in the main app is in the very next answer")
    func freshRecord() async throws {
        try await Backend.with { backend, app in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            try socket.ask("What is left?")
            _ = try await backend.model.nextRequest()
            _ = try await socket.turn()
            try await backend.addExpense(of: NamedPeople.mayaID, name: "New sofa", amount: 267.51)
            try socket.ask("And now?")
            let prompt = try #require(try await backend.model.nextRequest().chat).messages.map(\.content).joined()
            #expect(prompt.contains("£2,000.00"), "the sofa is not in the figures")
            _ = try await socket.turn()
        }
    }

    @Test("stop closes the upstream request within 250 ms and keeps what had arrived")
    func stop() async throws {
        try await Backend.with(usual: slow()) { backend, app in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            try socket.ask("Tell me everything")
            let request = try await backend.model.nextRequest()
            let delta = try await socket.next("text_delta")
            let asked = ContinuousClock.now
            try socket.send(["type": "stop", "turnId": try #require(delta.turnID)])
            let stopped = try await socket.next("turn_stopped")
            let closed = try await backend.model.closed(request)
            let delay = asked.duration(to: closed)
            #expect(delay < .milliseconds(250), "upstream closed after \(delay)")
            print("stop to closed upstream: \(delay)")
            let partial = try #require(stopped.words)
            #expect(FakeOpenAI.text(tokens: 500).hasPrefix(partial) && !partial.isEmpty)
            let (_, welcome) = try await app.chat(try await app.token(NamedPeople.mayaID))
            let last = try #require((welcome.data["history"] as? [[String: Any]])?.last)
            #expect(last["content"] as? String == partial)
            #expect(last["state"] as? String == "stopped")
        }
    }

    @Test("when the model fails before its first word the coach answers from the same records, and says so")
    func modelDown() async throws {
        try await Backend.with { backend, app in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            var broken = FakeScript()
            broken.failure = .init(401)
            backend.model.enqueue(broken)
            try socket.ask("What is left this month?")
            let answered = try #require(try await socket.turn().last)
            #expect(answered.type == "turn_completed")
            #expect(answered.words?.hasPrefix("My usual helper is out of reach") == true)
            #expect(answered.words?.contains("£") == true)
            broken.failure = nil
            broken.disconnectAfter = 3
            backend.model.enqueue(broken)
            try socket.ask("Hello?")
            let failed = try #require(try await socket.turn().last)
            #expect(failed.type == "turn_failed" && failed.code == "ai_unavailable")
            try socket.ask("And now?")
            #expect(try await socket.turn().last?.type == "turn_completed")
        }
    }

    @Test("a database that goes away is an error, never an answer without figures")
    func databaseDown() async throws {
        try await Backend.with(ownMongo: true) { backend, app in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            await backend.mongo.kill()
            try socket.ask("What is left?")
            let frame = try await socket.next("turn_failed", "error", timeout: .seconds(20))
            #expect(["not_saved", "temporarily_unavailable"].contains(frame.code))
            #expect(backend.model.requests.isEmpty)
            let ready = try await app.request("GET", "/health/ready")
            #expect(ready.status == 503)
            #expect(try await app.request("GET", "/health/live").status == 200)
        }
    }

    @Test("Redis gone changes nothing for a chat")
    func redisDown() async throws {
        try await Backend.with { backend, app in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            await backend.redis.kill()
            try socket.ask("What is left?")
            #expect(try await socket.turn().last?.type == "turn_completed")
            let ready = try await app.request("GET", "/health/ready")
            #expect(ready.status == 200, "\(ready.text)")
        }
    }

    private func slow() -> FakeScript {
        var script = FakeScript()
        script.tokens = 500
        script.gap = .milliseconds(20)
        return script
    }
}
