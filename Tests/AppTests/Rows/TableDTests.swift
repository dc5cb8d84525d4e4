import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

extension Rows {
    /// Table D, what the Streamlit tracker does. One test a row.
    @Suite("Table D: expenses in words and their sums", .timeLimit(.minutes(3)))
    struct TableDTests {
        @Test("D1 an expense in words is written once, after a yes, however often it is said")
        func d1() async throws {
            try await RowStage.with { stage async throws in
                let offer = try await stage.send(
                    "POST", "/me/proposals", #"{"words":"bought trainers for 30 quid today"}"#)
                let id = try #require((offer["proposal"] as? [String: Any])?["proposalId"] as? String)
                for _ in 0..<3 { try await stage.send("POST", "/me/proposals/\(id)/confirm") }
                let page = try await stage.text("/me/export")
                #expect(page.contains(id))
            }
        }

        @Test("D2 a sum says what it is based on and as of when")
        func d2() async throws {
            try await RowStage.with { stage async throws in
                let card = try #require(
                    try await stage.say("How much did I spend last month?").cards("spending_answer").first)
                #expect(card["basis"] is String && card["asOf"] is String && card["window"] is String)
            }
        }

        @Test("D3 weeks are ISO weeks with their own year")
        func d3() async throws {
            try await RowStage.with { stage async throws in
                let first = try await stage.get("/analysis/weekly?isoWeek=2026-W01")
                let other = try await stage.get("/analysis/weekly?isoWeek=2025-W01")
                #expect(
                    "\(first["week"] ?? "")" != "\(other["week"] ?? "")"
                        || first["from"] as? String != other["from"] as? String)
                #expect(
                    try await stage.app.request("GET", "/analysis/weekly?isoWeek=2025-W53", token: stage.token).status
                        == 422)
            }
        }

        @Test("D4 the prompt is bounded, and what does not fit is counted")
        func d4() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.say("What is left this month?")
                let chat = try #require(backend.model.requests.last?.chat)
                #expect(chat.messages.reduce(0) { $0 + $1.content.utf8.count } < 60_000)
            }
        }

        @Test("D5 a conversation belongs to the person of the token, never to a typed name")
        func d5() async throws {
            try await RowStage.with { stage async throws in
                _ = try await stage.say("What is left this month?")
                #expect(try await stage.app.request("GET", "/chat/conversations").status == 401)
            }
        }

        @Test("D6 an answer streams, and what is being done is told")
        func d6() async throws {
            try await RowStage.withModel { stage, _ async throws in
                let types = try await stage.say("What is left this month?").map(\.type)
                #expect(types.first == "turn_started" && types.contains("text_delta") && types.last == "turn_completed")
            }
        }

        @Test("D7 charts are cards whose every number comes from the engine")
        func d7() async throws {
            try await RowStage.with { stage async throws in
                let frames = try await stage.say("Show me my debts")
                #expect(frames.contains { $0.type == "card" })
            }
        }
    }
}
