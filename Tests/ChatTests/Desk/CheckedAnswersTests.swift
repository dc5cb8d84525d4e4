import Analyses
import Finance
import Ports
import Prompts
import TestKit
import Testing

@testable import Chat

@Suite("A model's words are checked before anybody sees them", .timeLimit(.minutes(5)))
struct CheckedAnswersTests {
    private func income(_ call: ScriptedModel.Call) throws -> String {
        try #require(call.request.prompt.figures.first { $0.id == "month.income" }).printed
    }

    @Test("A sentence is shown once it is whole and every number in it is backed; its figures are the sources")
    func backed() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Income?")
            let income = try income(call)
            for piece in ["Your income in April 2026 is ", income, ". ", "That is all."] { call.tell(.text(piece)) }
            call.finish()
            let end = try await client.end(of: turn)
            #expect(end.string("text") == "Your income in April 2026 is \(income). That is all.")
            #expect(client.frames.streamed(turn) == end.string("text"))
            #expect((end.data["unverified"] as? [Any])?.isEmpty == true)
            let frame = try #require(client.frames.of("sources").first)
            #expect("\(frame.object)".contains("month.income"))
            #expect(bench.model.calls.entries.count == 1)
        }
    }

    @Test("An unbacked number is never shown: the model is asked once more, and what it writes then is")
    func repaired() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, first) = try await bench.turn(client, "Income?")
            let income = try income(first)
            first.tell(.text("Hello Maya. Your income in April 2026 is £9,876.54. Well done."))
            first.finish()
            let second = try await bench.model.call(1)
            #expect(second.request.tools.isEmpty)
            #expect(second.request.prompt.messages.last?.content.contains("£9,876.54") == true)
            #expect(client.frames.streamed(turn) == "Hello Maya. ")
            second.tell(.text("Hello Maya. Your income in April 2026 is \(income). Well done."))
            second.finish()
            let end = try await client.end(of: turn)
            #expect(end.string("text") == "Hello Maya. Your income in April 2026 is \(income). Well done.")
            #expect((end.data["unverified"] as? [Any])?.isEmpty == true)
            #expect(client.frames.streamed(turn) == end.string("text"))
            #expect(bench.store.all(of: NamedPeople.mayaID).last?.text == end.string("text"))
        }
    }

    @Test(
        "When the second answer is no better, does not fit or never comes, the sentence is replaced by a fixed line",
        arguments: ["same", "other", "cut", "silence"])
    func replaced(_ kind: String) async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, first) = try await bench.turn(client, "Income?")
            first.tell(.text("Hello Maya. You have £9,876.54 left. Keep going."))
            first.finish()
            let second = try await bench.model.call(1)
            switch kind {
            case "same": second.tell(.text("Hello Maya. You have £9,876.54 left. Keep going."))
            case "other": second.tell(.text("Something else altogether."))
            default: break
            }
            switch kind {
            case "cut": second.cut()
            case "silence":
                let wait = bench.desk.settings.turns.repairWait
                try await bench.clock.hasSlept(for: wait)
                bench.clock.advance(by: wait)
            default: second.finish()
            }
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_completed")
            #expect(end.string("text") == "Hello Maya. \(Redaction.line) Keep going.")
            #expect(!client.frames.contains { "\($0.object)".contains("9,876.54") })
        }
    }

    @Test("An order about a debt and an address nobody reviewed do not get through")
    func linted() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Which debt first?")
            call.tell(.text("You should pay off the Credit card first. See https://evil.example/x for more."))
            call.finish()
            let text = try await client.end(of: turn).string("text") ?? ""
            #expect(text.hasPrefix(OutgoingLint.directiveLine), "\(text)")
            #expect(!text.contains("evil") && text.contains(PlainText.removedLink), "\(text)")
        }
    }

    @Test("Trouble is met with reviewed words first, whatever the model then says or fails to say")
    func care() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let question = "The bailiffs are coming and I can't pay"
            let (turn, call) = try await bench.turn(client, question)
            let block = try #require(CareBlock(for: question))
            #expect(client.frames.streamed(turn) == block.text + "\n\n")
            call.fail(PortError(.unavailable, "down"))
            let end = try await client.end(of: turn)
            #expect(end.string("text") == block.text + "\n\n")
        }
    }

    @Test("Where nothing about money belongs behind the words, no model is asked")
    func standsAlone() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            client.say("I want to kill myself", id: "c")
            let turn = try #require(try await client.frame("turn_started").turnID)
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_completed")
            #expect(end.string("text") == CareBlock(for: "I want to kill myself")?.text)
            #expect(bench.model.calls.entries.isEmpty)
        }
    }
}
