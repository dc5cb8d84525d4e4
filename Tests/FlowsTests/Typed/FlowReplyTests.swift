import Analyses
import Flows
import TestKit
import Testing

@Suite("Flows as plain conversation")
struct FlowReplyTests {
    @Test("commands are moves, yes takes what is shown, all else answers the current question")
    func moves() throws {
        var run = FlowRun.onboarding(id: "f1", of: try Given.maya(), at: Given.now)
        #expect(FlowReply.move(for: "Skip.", in: run) == .skip(nil))
        #expect(FlowReply.move(for: "go back", in: run) == .back)
        #expect(
            FlowReply.move(for: "CANCEL", in: run) == .cancel
                && FlowReply.move(for: "stop", in: run) == .cancel)
        #expect(
            FlowReply.move(for: "yes", in: run) == .answer("savings_killer", .text("yes")),
            "nothing is shown there")
        try run.apply(FlowReply.move(for: "2", in: run), at: Given.now)
        #expect(run.answer(to: "savings_killer") == .choices(["eating_out"]))
        try run.apply(FlowReply.move(for: "That’s right.", in: run), at: Given.now)
        #expect(run.answer(to: "starting_savings") == .money(Given.pounds(1_500)))
        try run.apply(.cancel, at: Given.now)
        #expect(FlowReply.move(for: "hello", in: run) == .cancel && FlowReply.words(for: run) == nil)
    }

    @Test("a whole onboarding by typing")
    func typed() throws {
        let snapshot = try Given.maya()
        var run = FlowRun.onboarding(id: "f1", of: snapshot, at: Given.now)
        for text in [
            "impulse", "about 1200", "yes", "back", "£3,000", "okay", "every other week", "skip",
            "1 and 6",
        ] {
            try run.apply(FlowReply.move(for: text, in: run), at: Given.now)
        }
        let profile = try #require(Profile(of: run, in: snapshot))
        #expect(profile.startingSavings == Given.pounds(1_200) && profile.cadence == .fortnightly)
        #expect(profile.motivation == .chosen(.planned) && profile.preferences.answerLength == .short)
        #expect(
            profile.preferences.noJargon
                && profile.discrepancies.map(\.about) == ["starting_savings", "monthly_income"])
    }

    @Test(
        "a question in words: where one is, what is shown, the options by number, what may be typed")
    func words() throws {
        var run = FlowRun.onboarding(id: "f1", of: try Given.maya(), at: Given.now)
        let first = try #require(FlowReply.words(for: run))
        #expect(first.hasPrefix("A few questions") && first.contains("\nStep 1 of 7. What most often"))
        #expect(first.contains("\n1. Things bought on the spur of the moment\n2. Eating out"))
        #expect(first.hasSuffix("\nReply with a number, your own words, skip or cancel."))
        try run.apply(.answer("savings_killer", .text("7")), at: Given.now)
        #expect(
            FlowReply.words(for: run)
                == """
                Step 2 of 7. How much have you put by in all, today? Not what you save each month.
                The app shows £1,500.00 saved towards your goals; is that all of it?
                Reply with yes to keep what is shown, an amount in pounds, skip, back or cancel.
                """)
        try run.apply(.back, at: Given.now)
        #expect(
            FlowReply.words(for: run)?.contains("\nYour answer so far: Nothing stands out.\n") == true)
        #expect(FlowReply.words(for: run)?.contains("A few questions") == false)
    }

    @Test("a refused reply is told what is expected and what may be typed")
    func faults() throws {
        var run = FlowRun.onboarding(id: "f1", of: try Given.maya(), at: Given.now)
        try run.apply(.skip(nil), at: Given.now)
        let fault = FlowFault.notAnAnswer("Please give one amount in pounds, for instance £1,200 or 0.")
        #expect(throws: fault) { try run.apply(FlowReply.move(for: "lots", in: run), at: Given.now) }
        #expect(
            FlowReply.words(for: fault, in: run)
                == """
                Please give one amount in pounds, for instance £1,200 or 0.
                Reply with yes to keep what is shown, an amount in pounds, skip, back or cancel.
                """)
        #expect(FlowReply.words(for: .expired, in: run) == FlowFault.expired.sentence)
    }
}
