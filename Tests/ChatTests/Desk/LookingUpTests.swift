import Analyses
import Finance
import Ports
import Prompts
import TestKit
import Testing

@testable import Chat

@Suite("A model that looks things up", .timeLimit(.minutes(5)))
struct LookingUpTests {
    /// Lets the newest request ask for look-ups.
    private func ask(_ call: ScriptedModel.Call, _ calls: [ToolCall], saying text: String = "") {
        if !text.isEmpty { call.say(text) }
        for one in calls { call.tell(.toolCall(one)) }
        call.tell(.usage(Usage(promptTokens: 100, completionTokens: 10, model: "m", isEstimated: false)))
        call.finish(.toolCalls)
    }

    @Test("Each call is shown as it starts and ends, its card follows, and the model goes on with the answers")
    func round() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, first) = try await bench.turn(client, "What do I owe?")
            #expect(first.request.tools.contains { $0.name == "get_debts" })
            let calls = [
                ToolCall(id: "a", name: "get_debts", arguments: "{}"),
                ToolCall(id: "b", name: "get_month", arguments: #"{"month":"2026-03"}"#),
            ]
            ask(first, calls, saying: "Let me look.")
            let second = try await bench.model.call(1)
            let added = second.request.prompt.messages.dropFirst(first.request.prompt.messages.count)
            #expect(added.map(\.role) == [.assistant, .tool, .tool])
            #expect(added.first?.toolCalls == calls && added.first?.content == "Let me look.")
            #expect(added.dropFirst().map(\.answersCall) == ["a", "b"])
            #expect(added.last?.content.contains("March 2026") == true)
            second.say("Done.")
            second.tell(.usage(Usage(promptTokens: 200, completionTokens: 20, model: "m", isEstimated: false)))
            second.finish()
            let end = try await client.end(of: turn)
            #expect(end.string("text") == "Let me look.\n\nDone.")
            let kinds = client.frames.filter { $0.turnID == turn }.map(\.type)
            #expect(
                kinds == [
                    "turn_started", "text_delta", "tool_started", "tool_finished", "card", "tool_started",
                    "tool_finished", "card", "text_delta", "usage", "turn_completed",
                ])
            let usage = try #require(client.frames.of("usage").first)
            #expect(usage.data["promptTokens"] as? Int == 300 && usage.data["completionTokens"] as? Int == 30)
        }
    }

    @Test("What a question about spending comes to is there before the model speaks, also for a follow-up")
    func spending() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            for (text, label) in [
                ("How much did I spend last month?", "Spent in March 2026"), ("and this month?", "Spent in April 2026"),
            ] {
                let (turn, call) = try await bench.turn(client, text)
                let figure = try #require(call.request.prompt.figures.first)
                #expect(figure.id == "question.total" && figure.label == label)
                #expect(call.request.prompt.messages[1].content.contains("\(label): \(figure.printed)"))
                call.say("That was \(figure.printed).")
                call.tell(.usage(Usage(promptTokens: 1, completionTokens: 1, model: "m", isEstimated: false)))
                call.finish()
                #expect(try await client.end(of: turn).string("text") == "That was \(figure.printed).")
                let card = try #require(client.frames.of("card").last { $0.turnID == turn })
                #expect(card.data["kind"] as? String == "spending_answer")
            }
        }
    }

    @Test("What a look-up found may be stated; the same number without it is left out")
    func figures() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            for isLookedUp in [true, false] {
                let count = bench.model.calls.entries.count
                let (turn, first) = try await bench.turn(client, "Twelve months? \(isLookedUp)")
                let income = try #require(first.request.prompt.figures.first { $0.id == "month.income" }?.pence)
                let pounds = "\(income / 100).\(income % 100 < 10 ? "0" : "")\(income % 100)"
                let arguments = #"{"operation":"multiply","amount":\#(pounds),"number":12}"#
                var last = first
                if isLookedUp {
                    ask(first, [ToolCall(id: "a", name: "calculate", arguments: arguments)])
                    last = try await bench.model.call(count + 1)
                }
                let year = Money(pence: income * 12)
                last.tell(.text("That is \(year)."))
                last.finish()
                if !isLookedUp { try await bench.model.call(count + 1).cut() }
                let end = try await client.end(of: turn)
                #expect(end.string("text") == (isLookedUp ? "That is \(year)." : Redaction.line))
            }
        }
    }

    @Test("A model that would look things up for ever has to speak after five rounds")
    func endless() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, first) = try await bench.turn(client, "Loop")
            ask(first, [ToolCall(id: "a", name: "get_debts", arguments: "{}")])
            for round in 1..<5 {
                let call = try await bench.model.call(round)
                #expect(!call.request.tools.isEmpty)
                ask(call, [ToolCall(id: "a", name: "no_such_tool", arguments: "{")])
            }
            let last = try await bench.model.call(5)
            #expect(last.request.tools.isEmpty)
            last.say("Enough.")
            last.finish()
            #expect(try await client.end(of: turn).string("text") == "Enough.")
        }
    }

    @Test("Of two hundred calls twelve are made and every one is answered")
    func many() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, first) = try await bench.turn(client, "Everything")
            ask(first, (0..<200).map { ToolCall(id: "c\($0)", name: "get_goals", arguments: "{}") })
            let second = try await bench.model.call(1)
            let answers = second.request.prompt.messages.filter { $0.role == .tool }
            #expect(answers.map(\.answersCall) == (0..<200).map { "c\($0)" })
            #expect(answers.count { $0.content.contains("no more look-ups") } == 188)
            second.say("Done.")
            second.finish()
            try await client.end(of: turn)
            #expect(client.frames.of("tool_finished").count == 12)
        }
    }

    @Test("A stop between two rounds ends it, and nothing more is asked")
    func stopped() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, first) = try await bench.turn(client, "Stop me")
            ask(first, [ToolCall(id: "a", name: "get_debts", arguments: "{}")])
            _ = try await bench.model.call(1)
            client.session.received(#"{"type":"stop","turnId":"\#(turn)"}"#)
            #expect(try await client.end(of: turn).type == "turn_stopped")
            #expect(bench.model.calls.entries.count == 2)
        }
    }
}
