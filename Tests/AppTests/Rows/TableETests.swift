import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

extension Rows {
    /// Table E, what the sidecar that is re-made does. One test a row.
    @Suite("Table E: the sidecar of before", .timeLimit(.minutes(3)))
    struct TableETests {
        @Test("E1 old clients are answered in the frames they know")
        func e1() async throws {
            try await RowStage.with { stage async throws in
                let socket = try await ChatSocket.legacy(port: stage.app.port, token: stage.token)
                try socket.send(["message": "What is left this month?"])
                let full = try await socket.next("full_response")
                #expect(full.plain?.isEmpty == false)
                await socket.end()
            }
        }

        @Test("E2 the rules come first, ask for British English and pounds, and typed names are data")
        func e2() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.say("What is left this month?")
                let chat = try #require(backend.model.requests.last?.chat)
                #expect(
                    chat.messages[0].content.contains("British English") && chat.messages[1].content.contains("<facts>")
                )
            }
        }

        @Test("E3 each answer reads the records afresh")
        func e3() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.say("What is left this month?")
                try await backend.addExpense(of: NamedPeople.mayaID, name: "Kite", amount: 123)
                _ = try await stage.say("And now?")
                let facts = backend.model.requests.compactMap { $0.chat?.messages[1].content }
                #expect(facts.count == 2 && facts[0] != facts[1])
            }
        }

        @Test("E4 a conversation is remembered, and goes on with it")
        func e4() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.say("My cat is called Biscuit. What is left?")
                _ = try await stage.say("And last month?")
                let chat = try #require(backend.model.requests.last?.chat)
                #expect(chat.messages.contains { $0.role == "user" && $0.content.contains("Biscuit") })
            }
        }

        @Test("E5 an administrator sees one person whole, and nobody of an unknown id")
        func e5() async throws {
            try await RowStage.with { stage async throws in
                let admin = try await stage.app.token(DemoData.admin, role: .admin)
                let (path, person) = ("/admin/user-dashboard/", try await stage.person())
                let page = try await stage.app.request("GET", path + person, token: admin)
                #expect(page.status == 200 && page.text.contains("risk"))
                let unknown = try await stage.app.request("GET", path + "aaaaaaaaaaaaaaaaaaaaaaaa", token: admin)
                #expect(unknown.status == 404)
                #expect(try await stage.app.request("GET", path + person, token: stage.token).status == 403)
            }
        }

        @Test("E6 the heatmap has the categories there are, with level and share, and no invented rows")
        func e6() async throws {
            try await RowStage.with { stage async throws in
                #expect(try await stage.text("/analysis/spending").contains("level"))
            }
        }

        @Test("E7 the level of risk comes with every rule behind it")
        func e7() async throws {
            try await RowStage.with { stage async throws in
                let admin = try await stage.app.token(DemoData.admin, role: .admin)
                let page = try await stage.app.request(
                    "GET", "/admin/user-dashboard/\(try await stage.person())", token: admin)
                #expect(page.text.contains("threshold") && page.text.contains("screening aid"))
            }
        }

        @Test("E8 a comparison with others is real, or there is not enough data")
        func e8() async throws {
            try await RowStage.with { stage async throws in
                let peers = try await stage.text("/analysis/peers")
                #expect(peers.contains("reason") && !peers.contains("Infinity"))
            }
        }

        @Test("E9 50/30/20 stands beside what was planned, and shares add up")
        func e9() async throws {
            try await RowStage.with { stage async throws in
                let rule = try await stage.text("/analysis/budget-rule")
                #expect(rule.contains("needs") && rule.contains("wants") && rule.contains("savings"))
            }
        }

        @Test("E10 debts are simulated month by month, every way priced, all of them")
        func e10() async throws {
            try await RowStage.with { stage async throws in
                let plan = try await stage.text("/analysis/debt-plan?extra=50")
                #expect(plan.contains("avalanche") && plan.contains("snowball"))
            }
        }

        @Test("E11 what repeats is told from what only looks doubled")
        func e11() async throws {
            try await RowStage.with { stage async throws in
                let audit = try await stage.get("/analysis/recurring")
                #expect(audit["asOf"] is String)
            }
        }

        @Test("E12 calculator tips come from calculations the person made")
        func e12() async throws {
            try await RowStage.with { stage async throws in
                #expect(try await stage.app.request("GET", "/calculator/tips", token: stage.token).status == 200)
            }
        }

        @Test("E13 what is kept for speed is never shown to another, and shows what was just written")
        func e13() async throws {
            try await RowStage.with { stage async throws in
                let before = try await stage.get("/analysis/spending")["total"] as? Double
                let offer = try await stage.send(
                    "POST", "/me/proposals", #"{"words":"spent £31.50 on a kettle today"}"#)
                let id = try #require((offer["proposal"] as? [String: Any])?["proposalId"] as? String)
                try await stage.send("POST", "/me/proposals/\(id)/confirm")
                let after = try await stage.get("/analysis/spending")["total"] as? Double
                #expect(abs((after ?? 0) - (before ?? 0) - 31.50) < 0.001)
            }
        }

        @Test("E14 the nightly run is started by key, makes the reports, and tells how it went")
        func e14() async throws {
            try await RowStage.with(["SCHEDULER_API_KEY": "a-scheduler-key-of-some-length"]) { stage async throws in
                let key = ("X-API-KEY", "a-scheduler-key-of-some-length")
                let wrong = try await stage.app.request(
                    "POST", "/schedule/run-daily-ai-jobs", headers: [("X-API-KEY", "another-key-of-some-length")])
                #expect(wrong.status == 401)
                #expect(
                    try await stage.app.request("POST", "/schedule/run-daily-ai-jobs", headers: [key]).status == 200)
                let isDone = try await eventually(within: .seconds(60)) {
                    try await stage.app.request("GET", "/schedule/runs", headers: [key]).text.contains(#""done""#)
                }
                #expect(isDone)
            }
        }

        @Test("E15 alerts for administrators are made by rules, with a state that can be changed")
        func e15() async throws {
            try await RowStage.with { stage async throws in
                let admin = try await stage.app.token(DemoData.admin, role: .admin)
                #expect(try await stage.app.request("GET", "/admin/alerts", token: admin).status == 200)
                #expect(try await stage.app.request("GET", "/admin/alerts", token: stage.token).status == 403)
                #expect(try await stage.app.request("POST", "/admin/alerts/none/ack", token: admin).status == 404)
            }
        }

        @Test("E16 health tells alive from ready, and metrics are in Prometheus' text")
        func e16() async throws {
            try await RowStage.with { stage async throws in
                for path in ["/health", "/health/live", "/health/ready"] {
                    #expect(try await stage.app.request("GET", path).status == 200)
                }
                #expect(try await stage.app.request("GET", "/metrics").status == 200)
            }
        }
    }
}
