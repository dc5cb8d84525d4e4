import Analyses
import Coaching
import Finance
import Flows
import FoundationEssentials
import Ports
import Prompts
import TestKit
import Testing

@testable import Chat

@Suite("Guided conversations over the socket")
struct CoachDeskTests {
    /// Answers every question of the one that runs with what is proposed, a first option, or nothing.
    private static func finish(_ client: Client, from first: Frame) async throws -> Frame {
        var (frame, place) = (first, client.frames.of("flow_step").count)
        while let question = frame.data["question"] as? [String: Any], let id = question["id"] as? String {
            if let options = question["options"] as? [[String: Any]], question["canSkip"] as? Bool == false {
                client.tell("answer", ["questionId": .string(id), "value": .string(options[0]["id"] as? String ?? "")])
            } else {
                client.tell("answer", ["questionId": .string(id)])
            }
            let isLast: @Sendable (Frame) -> Bool = { $0.type == "flow_done" }
            let known = place
            let frames = try await client.wire.frames.wait(for: "the next step") {
                $0.of("flow_step").count > known || $0.contains(where: isLast)
            }
            if let done = frames.first(where: isLast) { return done }
            frame = frames.of("flow_step")[known]
            place += 1
        }
        return frame
    }

    @Test("first questions are asked one by one, resume on another instance, and end in a profile")
    func onboarding() async throws {
        let (bus, state, clock, store) = (MemoryBus(), PersonalState.inMemory(), TestClock(), MemoryStore())
        try await Bench.with(clock: clock, store: store, bus: bus, state: state) { here in
            let client = try await here.connect()
            client.tell("start_flow", ["flow": "onboarding"])
            let started = try await client.frame("flow_started")
            let question = try #require(started.data["question"] as? [String: Any])
            #expect(question["id"] as? String == "savings_killer" || question["id"] != nil)
            client.tell("answer", ["questionId": .string(question["id"] as? String ?? "")])
            let second = try await client.frame("flow_step")
            try await Bench.with(clock: clock, store: store, bus: bus, state: state) { there in
                let other = try await there.connect()
                other.tell("start_flow", ["flow": "onboarding"])
                let resumed = try await other.frame("flow_started")
                #expect(resumed.data["flowId"] as? String == started.data["flowId"] as? String)
                let same = try #require(resumed.data["question"] as? [String: Any])
                let expected = try #require(second.data["question"] as? [String: Any])
                #expect(same["id"] as? String == expected["id"] as? String)
                let done = try await Self.finish(other, from: resumed)
                #expect(done.data["outcome"] as? String == "done")
            }
            let memory = try await here.desk.ports.coaching.memory(of: NamedPeople.mayaID)
            #expect(memory.profile?.cadence != nil && !memory.items.isEmpty)
            let choices = try await state.value(.choices, of: NamedPeople.mayaID, as: PersonalChoices.self)
            #expect(choices?.checkIn?.cadence == memory.profile?.cadence)
        }
    }

    @Test("a wrong answer is told with its field, costs nothing, and shows nothing to other conversations")
    func wrong() async throws {
        try await Bench.with { bench in
            let (client, tab) = (try await bench.connect(), try await bench.connect())
            let elsewhere = try await bench.connect(conversation: "elsewhere")
            client.tell("start_flow", ["flow": "checkin"])
            _ = try await tab.frame("flow_started")
            client.tell("answer", ["questionId": "saved_now", "value": "plenty"])
            let error = try await client.frame("error")
            #expect(error.code == "bad_request" && error.data["field"] as? String == "value")
            client.tell("answer", ["questionId": "nobody", "value": "x"])
            #expect(try await client.frame("error", 1).code == "not_found")
            client.tell("answer", ["questionId": "saved_now", "value": 1_600])
            _ = try await tab.frame("flow_step")
            try await elsewhere.settle()
            #expect(elsewhere.frames.allSatisfy { !$0.type.hasPrefix("flow") })
        }
    }

    @Test("typed words answer it for clients that only know text, until it is cancelled; the model is not asked")
    func typed() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect("maya", .legacy)
            let first = try await client.ask("/checkin")
            #expect(first.contains("Step 1 of") && first.contains("put by in all"))
            #expect(try await client.ask("lots").contains("one amount in pounds"))
            #expect(try await client.ask("about £1,600").contains("Step 2 of"))
            #expect(try await client.ask("cancel").contains("cancelled"))
            #expect(bench.model.calls.entries.isEmpty)
            client.session.received("What is left?")
            _ = try await bench.model.calls.wait(count: 1)
        }
    }

    @Test("a thumb on one's own answer is kept with its reason; any other message is unknown")
    func feedback() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "What is left?")
            call.say("Enough.")
            call.finish()
            let answer = try #require(try await client.end(of: turn).string("messageId"))
            for (rating, reason) in [("down", "too short"), ("up", "")] {
                client.tell(
                    "feedback", ["messageId": .string(answer), "rating": .string(rating), "reason": .string(reason)])
            }
            #expect(try await client.frame("feedback", 1).string("rating") == "up")
            let kept = try await bench.state.value(.feedback, of: NamedPeople.mayaID, as: FeedbackLog.self)
            #expect(kept?.entries.map(\.messageID) == [answer] && kept?.entries.map(\.rating) == [.up])
            let noah = try await bench.connect("noah")
            noah.tell("feedback", ["messageId": .string(answer), "rating": "up"])
            #expect(try await noah.frame("error").code == "not_found")
        }
    }

    @Test("what was told about oneself is in the prompt as data, and its numbers may be said again")
    func prompt() async throws {
        let state = PersonalState.inMemory()
        try await Bench.with(model: ScriptedModel(answering: ["You have put by £4,321.00 as you said."]), state: state)
        {
            bench in
            let snapshot = try await bench.book.port.read(
                NamedPeople.mayaID, Month(containing: bench.clock.date), bench.clock.date)
            var run = FlowRun.onboarding(id: "r", of: snapshot, at: bench.clock.date)
            while let step = run.current {
                let move: FlowMove =
                    switch step.id {
                    case "starting_savings": .answer(step.id, .number(4_321))
                    case "cadence": .answer(step.id, .text("monthly"))
                    default: .skip(step.id)
                    }
                try run.apply(move, at: bench.clock.date)
            }
            let client = try await bench.connect()
            client.tell("start_flow", ["flow": "onboarding"])
            _ = try await client.frame("flow_started")
            for step in run.steps {
                let value: JSON = step.id == "starting_savings" ? 4_321 : step.id == "cadence" ? "monthly" : .null
                client.tell("answer", ["questionId": .string(step.id), "value": value])
            }
            _ = try await client.frame("flow_done")
            client.say("How much did I have at the start?")
            let call = try await bench.model.calls.wait(count: 1)[0]
            let told = call.request.prompt.messages.first { $0.content.contains("said about themselves") }
            #expect(told?.role == .system && told?.content.contains("£4,321.00") == true)
            let end = try await client.frame("turn_completed")
            #expect(end.data["unverified"] as? [String] == [])
        }
    }
}
