import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

extension Rows {
    /// Table B, what ai-on-backend does. One test a row.
    @Suite("Table B: agents over budgets and expenses", .timeLimit(.minutes(3)))
    struct TableBTests {
        @Test("B1 questions are direct, of one choice or of several, exactly one a turn")
        func b1() async throws {
            try await RowStage.with { stage async throws in
                let kinds = try await stage.guide("onboarding").compactMap {
                    ($0.data["question"] as? [String: Any])?["kind"] as? String
                }
                #expect(Set(kinds).isSubset(of: ["direct", "radio", "checkboxes"]) && Set(kinds).count > 1, "\(kinds)")
            }
        }

        @Test("B2 how a person wants to be written to stands in the prompt, within the rules")
        func b2() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.guide("onboarding")
                _ = try await stage.send("PATCH", "/me/profile", #"{"field":"noJargon","value":"true"}"#)
                _ = try await stage.say("What is left this month?")
                let request = try #require(backend.model.requests.last?.chat)
                #expect(request.messages.contains { $0.content.contains("How they want to be written to") })
            }
        }

        @Test("B3 the model looks things up by tools, within limits")
        func b3() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.say("What do I owe?")
                let names = try #require(backend.model.requests.last?.chat).toolNames
                #expect(Set(["get_debts", "get_month", "what_if_goal", "compare_purchases"]).isSubset(of: Set(names)))
            }
        }

        @Test("B4 a budget is drafted from real fixed costs as one card, inside the income")
        func b4() async throws {
            try await RowStage.with { stage async throws in
                let card = try #require(try await stage.say("make me a budget").cards("proposal").first)
                #expect(card["state"] as? String == "open" && (card["rows"] as? [Any])?.isEmpty == false)
                let plan = try await stage.get("/analysis/budget-plan")
                let lines = try #require(plan["lines"] as? [[String: Any]])
                let sum = lines.compactMap { $0["amount"] as? Double }.reduce(0, +)
                #expect(sum <= (plan["income"] as? Double ?? 0) + 0.001)
            }
        }

        @Test("B5 one budget moves and the others make up for it, before and after shown")
        func b5() async throws {
            try await RowStage.with { stage async throws in
                let snapshot = try await stage.get("/analysis/snapshot")
                let ids = try #require(snapshot["figures"] as? [[String: Any]]).compactMap { $0["label"] as? String }
                let name = try #require(
                    ids.first { $0.hasPrefix("Budget “") }.flatMap { $0.split(separator: "“").last }?
                        .split(separator: "”").first)
                let frames = try await stage.say("set \(name) to £1 and share it over the other budgets")
                let rows = frames.cards("proposal").first?["rows"] as? [[String: Any]]
                #expect(
                    rows?.allSatisfy { $0["before"] is String && $0["after"] is String } == true, "\(frames.answer)")
            }
        }

        @Test("B6 a payment in words becomes a card, and nothing is written before the yes")
        func b6() async throws {
            try await RowStage.with { stage async throws in
                let frames = try await stage.say("I spent £12.40 on lunch today")
                let card = try #require(frames.cards("proposal").first)
                #expect(card["state"] as? String == "open")
                let before = try await stage.get("/analysis/spending?refresh=true")["total"] as? Double
                let id = try #require(card["proposalId"] as? String)
                let saved = try await stage.send("POST", "/me/proposals/\(id)/confirm")
                #expect((saved["proposal"] as? [String: Any])?["state"] as? String == "applied")
                let after = try await stage.get("/analysis/spending")["total"] as? Double
                #expect(abs((after ?? 0) - (before ?? 0) - 12.40) < 0.001, "the next read knows it")
            }
        }

        @Test("B7 a budget that is used up is told once")
        func b7() async throws {
            try await RowStage.withModel { stage, backend async throws in
                try await backend.addExpense(
                    of: NamedPeople.mayaID, name: "Feast", amount: 500, budget: "66200000000000000000b003")
                let (socket, _) = try await stage.app.chat(stage.token)
                let isTold = try await eventually(within: .seconds(30)) {
                    try await stage.text("/nudges").contains("Eating out")
                }
                #expect(isTold)
                await socket.end()
            }
        }

        @Test("B8 messages are listed, counted, read, snoozed and put away")
        func b8() async throws {
            try await RowStage.with { stage async throws in
                let found = try await stage.get("/nudges")
                #expect(found["unread"] as? Int == 0)
                let counts = try await stage.get("/nudges/unread")
                #expect(counts["nudges"] as? Int == 0)
                _ = try await stage.send("POST", "/nudges/ack")
                #expect(try await stage.app.request("DELETE", "/nudges/none", token: stage.token).status == 404)
            }
        }

        @Test("B9 advice carries the facts it used")
        func b9() async throws {
            try await RowStage.with { stage async throws in
                let insights = try await stage.get("/insights")
                #expect(insights["items"] is [Any] && insights["asOf"] is String)
            }
        }

        @Test("B10 a purchase gets a verdict by rules, with its reasons, and is kept")
        func b10() async throws {
            try await RowStage.with { stage async throws in
                let check = try await stage.send("POST", "/me/purchases", #"{"item":"a bicycle","price":250}"#)
                #expect(check["verdict"] is String)
                #expect(try await stage.text("/me/purchases").contains("bicycle"))
            }
        }

        @Test("B11 things to buy stand side by side without a winner")
        func b11() async throws {
            try await RowStage.with { stage async throws in
                let body = #"{"options":[{"name":"one","price":200},{"name":"two","monthly":10,"months":24}]}"#
                let table = try await stage.send("POST", "/me/purchases/compare", body)
                #expect((table["rows"] as? [Any])?.count == 2 && table["notice"] is String)
            }
        }

        @Test("B12 a month is to be had as a report for people and as figures for programs")
        func b12() async throws {
            try await RowStage.with { stage async throws in
                let page = try await stage.text("/analysis/monthly-review?format=markdown")
                #expect(page.hasPrefix("# "))
                let sheet = try await stage.text("/analysis/monthly-review?format=csv")
                #expect(sheet.contains(","))
            }
        }

        @Test("B13 no agents call each other: a plain question is one call of the model")
        func b13() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.say("What is left this month?")
                #expect(backend.model.requests.count == 1)
            }
        }

        @Test("B14 a forecast with its own past error, or a reason why there is none")
        func b14() async throws {
            try await RowStage.with { stage async throws in
                let forecast = try await stage.get("/analysis/forecast")
                #expect(forecast["basis"] != nil && forecast["asOf"] is String, "\(forecast.keys)")
            }
        }

        @Test("B14 a receipt is read by the model, and becomes a card that waits for a yes")
        func b14receipt() async throws {
            let read = #"{"sort":"receipt","merchant":"Corner Bakery","total":"12.40","currency":"GBP","lines":[]}"#
            try await FakeOpenAI.with(usual: .with { $0.text = read }) { model in
                try await RowStage.with(["OPENAI_BASE_URL": model.baseURL, "OPENAI_API_KEY": "sk-test"]) { stage in
                    let answer = try await stage.app.request(
                        "POST", "/me/receipts", token: stage.token, headers: [("Content-Type", "application/pdf")],
                        body: "%PDF-1.7")
                    #expect(answer.status == 200 && answer.text.contains("Which day was it?"))
                    #expect(answer.text.contains("no_lines"), "what could not be checked is said")
                }
            }
        }

        @Test("B15 conversations and messages are listed, for their owner only")
        func b15() async throws {
            try await RowStage.with { stage async throws in
                _ = try await stage.say("What is left this month?")
                let list = try #require(try await stage.get("/chat/conversations")["list"] as? [[String: Any]])
                let id = try #require(list.first?["conversation_id"] as? String)
                let page = try await stage.get("/chat/conversations/\(id)/messages")
                #expect((page["messages"] as? [Any])?.isEmpty == false)
                let other = try await stage.app.token(NamedPeople.noahID)
                let foreign = try await stage.app.request("GET", "/chat/conversations/\(id)/messages", token: other)
                #expect([401, 403, 404].contains(foreign.status))
            }
        }
    }
}
