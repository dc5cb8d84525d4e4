import Analyses
import Drafts
import Finance
import FoundationEssentials
import Ports
import Prompts
import TestKit
import Testing

@testable import Chat

@Suite("Offers to write in the main app, over the socket")
struct ProposalDeskTests {
    private static let said = "I spent £12.40 on lunch yesterday"

    /// Says something to be written, and gives the id of the card.
    private static func offer(_ client: Client, _ words: String = said) async throws -> String {
        let (known, ended) = (client.frames.of("card").count, client.frames.of("turn_completed").count)
        client.say(words)
        let card = try await client.frame("card", known)
        try await client.frame("turn_completed", ended)
        #expect(card.data["kind"] as? String == "proposal")
        let data = try #require(card.data["data"] as? [String: Any])
        #expect(data["state"] as? String == "open")
        return try #require(data["proposalId"] as? String)
    }

    private static func state(_ card: Frame) -> String? { (card.data["data"] as? [String: Any])?["state"] as? String }

    @Test("words become a card without a model; a yes saves it once and every tab sees that")
    func confirm() async throws {
        try await Bench.with { bench in
            let (client, tab) = (try await bench.connect(), try await bench.connect())
            let id = try await Self.offer(client)
            #expect(bench.model.calls.entries.isEmpty && bench.mainApp.calls.entries.isEmpty)
            let known = tab.frames.of("card").count
            client.tell("confirm", ["proposalId": .string(id)])
            #expect(Self.state(try await tab.frame("card", known)) == "applied")
            client.tell("confirm", ["proposalId": .string(id)])
            #expect(Self.state(try await tab.frame("card", known + 1)) == "applied")
            #expect(bench.mainApp.calls.entries.map(\.token) == ["maya"])
        }
    }

    @Test("a no leaves it; another person's yes and an unknown one find nothing")
    func refused() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let id = try await Self.offer(client)
            let noah = try await bench.connect("noah")
            noah.tell("confirm", ["proposalId": .string(id)])
            #expect(try await noah.frame("error").code == "not_found")
            noah.tell("confirm", ["proposalId": "nobody"])
            #expect(try await noah.frame("error", 1).code == "not_found")
            let known = client.frames.of("card").count
            client.tell("reject", ["proposalId": .string(id)])
            #expect(Self.state(try await client.frame("card", known)) == "rejected")
            client.tell("confirm", ["proposalId": .string(id)])
            #expect(Self.state(try await client.frame("card", known + 1)) == "rejected")
            #expect(bench.mainApp.calls.entries.isEmpty)
        }
    }

    @Test("a client that only knows text says yes in words; what is unclear is asked back first")
    func typed() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect("maya", .legacy)
            let question = try await client.ask("I spent some money on lunch yesterday")
            #expect(question.contains("?"))
            let card = try await client.ask("£9.50")
            #expect(card.contains("£9.50") && card.contains("Reply yes"))
            #expect(bench.mainApp.calls.entries.isEmpty)
            #expect(try await client.ask("yes").contains("Saved in the app."))
            #expect(bench.mainApp.calls.entries.count == 1 && bench.model.calls.entries.isEmpty)
        }
    }

    @Test("a question about a payment is for the model, which can only propose what the person wrote")
    func model() async throws {
        let call = ToolCall(
            id: "1", name: "propose_change",
            arguments: #"{"purpose":"addExpense","name":"lunch","amount":99,"day":"2026-04-19"}"#)
        try await Bench.with { bench in
            let client = try await bench.connect()
            client.say("I spent £12.40 on lunch yesterday, was that a lot?")
            let asked = try await bench.model.calls.wait(count: 1)[0]
            #expect(asked.request.tools.contains { $0.name == "propose_change" })
            asked.tell(.toolCall(call))
            asked.finish(.toolCalls)
            let card = try await client.frame("card")
            // Ninety-nine pounds were never said: it is asked, not offered.
            #expect(card.data["kind"] as? String == "question")
            let again = try await bench.model.calls.wait(count: 2)[1]
            again.say("How much was it?")
            again.finish()
            try await client.frame("turn_completed")
            #expect(bench.mainApp.calls.entries.isEmpty)
        }
    }
}
