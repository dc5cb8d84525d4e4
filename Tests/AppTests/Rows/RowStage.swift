import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

/// One person of the demo store over the whole program, for a row of the tables of features.
struct RowStage: Sendable {
    let app: RunningApp
    let token: String

    /// Starts the program with everything embedded.
    static func with(
        _ environment: [String: String] = [:], _ body: (RowStage) async throws -> Void
    ) async throws {
        try await RunningApp.with(environment) { app in
            try await body(RowStage(app: app, token: try #require(app.demoToken)))
        }
    }

    /// The same over real servers and a model that answers from a script.
    static func withModel(
        _ script: FakeScript = FakeScript(), _ body: (RowStage, Backend) async throws -> Void
    ) async throws {
        try await Backend.with(usual: script) { backend, app in
            try await body(RowStage(app: app, token: try await app.token(NamedPeople.mayaID)), backend)
        }
    }

    /// The id of the person.
    func person() async throws -> String {
        let list = try #require(try await get("/chat/conversations")["list"] as? [[String: Any]])
        if let id = list.first?["conversation_id"] as? String { return String(id.dropFirst("default_".count)) }
        _ = try await say("Hello")
        return try await person()
    }

    /// The JSON object a path answers with.
    func get(_ path: String) async throws -> [String: Any] {
        try Self.object(try await app.request("GET", path, token: token))
    }

    /// What a path answers with, as text.
    func text(_ path: String) async throws -> String { try await app.request("GET", path, token: token).text }

    /// Sends a body and gives the JSON object of the answer; nothing for an empty one.
    @discardableResult
    func send(_ method: String, _ path: String, _ body: String = "{}") async throws -> [String: Any] {
        let answer = try await app.request(
            method, path, token: token, headers: [("Content-Type", "application/json")], body: body)
        return answer.text.isEmpty ? [:] : try Self.object(answer)
    }

    /// Says one thing in a conversation and gives every frame of the turn.
    func say(_ text: String) async throws -> [Frame] {
        let (socket, _) = try await app.chat(token)
        try socket.ask(text)
        let frames = try await socket.turn()
        await socket.end()
        return frames
    }

    /// Goes through a guided conversation with the first choice of every question, and gives its frames.
    func guide(_ flow: String, saved: Int = 1_600) async throws -> [Frame] {
        let (socket, _) = try await app.chat(token)
        try socket.send(["type": "start_flow", "flow": flow])
        var frames = [try await socket.next("flow_started")]
        while let question = frames.last?.data["question"] as? [String: Any], let id = question["id"] as? String {
            var answer: [String: Any] = ["type": "answer", "questionId": id]
            if question["canSkip"] as? Bool == false, let options = question["options"] as? [[String: Any]] {
                answer["value"] = options.first?["id"]
            }
            if id == "saved_now" { answer["value"] = saved }
            try socket.send(answer)
            frames.append(try await socket.next("flow_step", "flow_done"))
        }
        await socket.end()
        return frames
    }

    private static func object(_ answer: RawResponse) throws -> [String: Any] {
        guard (200..<300).contains(answer.status) else { throw WireError.malformed("\(answer.status): \(answer.text)") }
        let read = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
        return read as? [String: Any] ?? ["list": read]
    }
}

/// The tables of features, a test a row; one after the other, so that tests that measure time are not pushed aside.
@Suite("Every row of the tables of features", .serialized)
enum Rows {}

extension [Frame] {
    /// The cards of a kind.
    func cards(_ kind: String) -> [[String: Any]] {
        filter { $0.type == "card" && $0.data["kind"] as? String == kind }.compactMap {
            $0.data["data"] as? [String: Any]
        }
    }

    /// The words of the finished answer.
    var answer: String { last?.words ?? "" }
}
