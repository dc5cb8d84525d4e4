import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

extension Rows {
    /// Table C, what Finura does. One test a row.
    @Suite("Table C: moods, predictions and saving plans", .timeLimit(.minutes(3)))
    struct TableCTests {
        @Test("C1 a mood is kept only where the person wants it, and forgotten when they no longer do")
        func c1() async throws {
            try await RowStage.with { stage async throws in
                let refused = try await stage.app.request(
                    "PUT", "/me/moods", token: stage.token, headers: [("Content-Type", "application/json")],
                    body: #"{"mood":4}"#)
                #expect(refused.status == 409)
                try await stage.send("PUT", "/me/choices", #"{"mood":true}"#)
                try await stage.send("PUT", "/me/moods", #"{"mood":4}"#)
                let found = try await stage.get("/me/moods")
                #expect((found["days"] as? [Any])?.count == 1)
                try await stage.send("PUT", "/me/choices", #"{"mood":false}"#)
                let after = try await stage.get("/me/moods")
                #expect((after["days"] as? [Any])?.isEmpty == true)
            }
        }

        @Test("C2 names get categories only where they are known, and a correction is kept with the person")
        func c2() async throws {
            try await RowStage.with { stage async throws in
                try await stage.send("PUT", "/me/categories", #"{"name":"Zumba hall","category":"Fun"}"#)
                #expect(try await stage.text("/me/export").lowercased().contains("zumba"))
                #expect(try await stage.app.request("GET", "/analysis/categories", token: stage.token).status == 200)
            }
        }

        @Test("C3 tomorrow's spending is told only where it beats a plain guess; else why not")
        func c3() async throws {
            try await RowStage.with { stage async throws in
                try await stage.send("PUT", "/me/choices", #"{"mood":true}"#)
                let moods = try await stage.get("/me/moods")
                let tomorrow = try #require(moods["tomorrow"] as? [String: Any], "\(moods.keys)")
                let right = tomorrow["rightPercent"] as? Double ?? 0
                #expect(tomorrow["reason"] is String || right > tomorrow["basePercent"] as? Double ?? 100)
            }
        }

        @Test("C4 how far spending is past its limit, beside what the goals ask for")
        func c4() async throws {
            try await RowStage.with { stage async throws in
                let ratio = try await stage.get("/analysis/goal-ratio")
                #expect(ratio["asOf"] is String && ratio["basis"] is String)
            }
        }

        @Test("C5 we write of our own accord only outside quiet hours, and not at all to who wants none")
        func c5() async throws {
            try await RowStage.with { stage async throws in
                let choices = try await stage.send(
                    "PUT", "/me/choices", #"{"nudges":false,"quietFrom":20,"quietTo":9}"#)
                #expect(choices["nudges"] as? Bool == false && choices["quietFrom"] as? Int == 20)
            }
        }

        @Test(
            "C6 nobody is told that a message saved them money; administrators see an estimate with its range, or why not"
        )
        func c6() async throws {
            try await RowStage.with { stage async throws in
                let admin = try await stage.app.token(DemoData.admin, role: .admin)
                let overview = try await stage.app.request("GET", "/admin/overview", token: admin)
                #expect(overview.status == 200)
                #expect(try await !stage.text("/nudges").contains("saved you"))
            }
        }

        @Test("C7 each goal says what it needs a month, whether that is feasible, and what another amount would do")
        func c7() async throws {
            try await RowStage.with { stage async throws in
                let goals = try #require(try await stage.get("/analysis/goals")["goals"] as? [[String: Any]])
                let open = try #require(goals.first { $0["isCompleted"] as? Bool != true })
                let id = try #require(open["id"] as? String, "\(open.keys)")
                let tried = try await stage.get("/analysis/goal-what-if?goal=\(id)&monthly=500")
                #expect(tried["before"] is [String: Any] && tried["after"] is [String: Any])
            }
        }

        @Test("C8 where each goal stands against its plan")
        func c8() async throws {
            try await RowStage.with { stage async throws in
                #expect(try await stage.text("/analysis/goals").contains("isOnTrack"))
            }
        }

        @Test("C9 a message that is sent twice under one id is one question")
        func c9() async throws {
            try await RowStage.with { stage async throws in
                let (socket, _) = try await stage.app.chat(stage.token)
                for _ in 0..<2 {
                    try socket.ask("What is left this month?", id: "same")
                    _ = try await socket.turn()
                }
                await socket.end()
                let list = try #require(try await stage.get("/chat/conversations")["list"] as? [[String: Any]])
                let id = try #require(list.first?["conversation_id"] as? String)
                let page = try #require(
                    try await stage.get("/chat/conversations/\(id)/messages")["messages"] as? [[String: Any]])
                #expect(page.count { $0["content"] as? String == "What is left this month?" } == 1)
            }
        }

        @Test("C11 a month's figures and where its money went")
        func c11() async throws {
            try await RowStage.with { stage async throws in
                let found = try await stage.get("/analysis/snapshot")
                #expect((found["figures"] as? [Any])?.isEmpty == false)
                let spending = try await stage.get("/analysis/spending")
                #expect(spending["asOf"] is String)
            }
        }

        @Test("C12 the chat page is more than a stub")
        func c12() async throws {
            try await RowStage.with { stage async throws in
                let page = try await stage.app.request("GET", "/")
                #expect(page.status == 200 && page.text.contains("<script"))
                let turn = try await stage.say("What is left this month?")
                #expect(turn.answer.contains("£"))
            }
        }
    }
}
