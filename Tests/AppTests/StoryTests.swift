import Finance
import Foundation
import Mongo
import NIOConcurrencyHelpers
import TestKit
import TestServers
import Testing

@testable import Adapters
@testable import App

/// One person's way through everything, over real sockets and servers.
@Suite("A person's whole way")
struct StoryTests {
    private static let key = "a-scheduler-key-of-some-length"

    /// The main app stores where the sidecar reads.
    private static func store(_ put: FakePut, in client: NIOLockedValueBox<MongoClient?>) async throws {
        guard let client = client.withLockedValue({ $0 }), let place = MainApp(rawValue: put.collection) else { return }
        let document = BSONDocument(put.document)
        _ = try await client.delete(["_id": document["_id"] ?? .null], from: place)
        try await client.insert([document], into: place)
    }

    /// Answers every question: what may not be skipped with its first choice, the rest not at all.
    private static func guide(_ socket: ChatSocket, _ flow: String) async throws {
        try socket.send(["type": "start_flow", "flow": flow])
        var frame = try await socket.next("flow_started")
        while let question = frame.data["question"] as? [String: Any], let id = question["id"] as? String {
            var answer: [String: Any] = ["type": "answer", "questionId": id]
            if question["canSkip"] as? Bool == false, let options = question["options"] as? [[String: Any]] {
                answer["value"] = options.first?["id"]
            }
            if id == "saved_now" { answer["value"] = 1_600 }
            try socket.send(answer)
            frame = try await socket.next("flow_step", "flow_done")
        }
        #expect(frame.type == "flow_done" && frame.data["outcome"] as? String == "done")
    }

    private static func card(_ socket: ChatSocket) async throws -> [String: Any] {
        try #require(try await socket.next("card").data["data"] as? [String: Any])
    }

    @Test("first questions, a chat, a payment confirmed, a check-in, a message, the month, and everything erased")
    func story() async throws {
        let client = NIOLockedValueBox<MongoClient?>(nil)
        try await FakeBackend.with(
            .current, secret: RunningApp.secret, now: { NamedPeople.now },
            store: { put in try await Self.store(put, in: client) }
        ) { main in
            let environment = ["MAIN_BACKEND_URL": main.baseURL, "SCHEDULER_API_KEY": Self.key]
            try await Backend.with(environment: environment) { backend, app in
                client.withLockedValue { $0 = backend.client }
                try await Self.live(main, backend, app)
            }
        }
    }

    private static func live(_ main: FakeBackend, _ backend: Backend, _ app: RunningApp) async throws {
        let token = try await app.token(NamedPeople.mayaID)
        let (socket, _) = try await app.chat(token)
        try await guide(socket, "onboarding")
        try socket.ask("What is left this month?")
        #expect(try await socket.turn().last?.type == "turn_completed")

        try socket.ask("I spent £12.40 on lunch yesterday")
        let offer = try await card(socket)
        #expect(offer["state"] as? String == "open" && main.records(.expenses).isEmpty)
        _ = try await socket.next("turn_completed")
        try socket.send(["type": "confirm", "proposalId": try #require(offer["proposalId"] as? String)])
        let saved = try await card(socket)
        #expect(saved["state"] as? String == "applied", "\(saved) \(main.requests)")
        let expense = try #require(main.records(.expenses).first)
        #expect(expense["userId"] == .id(NamedPeople.mayaID.hex))
        let calls = main.requests.count
        try socket.send(["type": "confirm", "proposalId": try #require(offer["proposalId"] as? String)])
        #expect(try await card(socket)["state"] as? String == "applied")
        #expect(main.requests.count == calls)

        try await guide(socket, "checkin")
        let profile = try await app.request("GET", "/me/profile", token: token)
        #expect(profile.text.contains(#""total":1"#))

        try await backend.addExpense(of: NamedPeople.mayaID, name: "Car repair", amount: 900)
        let night = try await app.request("POST", "/schedule/run-daily-ai-jobs", headers: [("X-API-KEY", key)])
        #expect(night.status == 200)
        // Delivered over the socket, whichever came first: the change or the night.
        #expect(
            try await eventually(within: .seconds(30)) {
                try await app.request("GET", "/nudges", token: token).text.contains("Car repair")
            })

        let review = try await app.request(
            "GET", "/analysis/monthly-review?format=markdown&refresh=true", token: token)
        #expect(review.status == 200 && review.text.hasPrefix("# "))
        let export = try await app.request("GET", "/me/export", token: token)
        #expect(export.text.contains("sidecar_states") && export.text.contains("lunch"))
        _ = try await app.request("DELETE", "/me/data", token: token)
        #expect(try await socket.raw.closed().code == 4505)
        #expect(try await InboxBackendTests.traces(backend) == [])
    }
}
