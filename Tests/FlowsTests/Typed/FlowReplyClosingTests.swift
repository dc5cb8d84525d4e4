import Analyses
import Finance
import Flows
import Testing

@Suite("Ends of flows in words")
struct FlowReplyClosingTests {
    @Test("an onboarding ends with what was understood, the tag with its evidence, and that it can be changed")
    func profile() throws {
        let snapshot = try Given.maya()
        let run = try Given.onboarded(
            [
                "savings_killer": .text("My \"cat\""), "motivation": .text("planned"),
                "starting_savings": .number(2_000),
                "coming_up": .text("A boiler"),
            ], in: snapshot)
        let profile = try #require(Profile(of: run, in: snapshot))
        #expect(
            FlowReply.closing(of: profile)
                == """
                Thank you, that is all. This is what I understood:
                - What the money is for: Something I am saving for.
                - What gets in the way of saving: “My 'cat'”.
                - Put by on 20 April 2026, as said: £2,000.00.
                - Looks at the plan: weekly.
                - Is anything coming up in the next months that your records do not show yet? “A boiler”
                - You said £2,000.00; the app shows £1,500.00. The records in the app stay as they are.
                A name for how you save would be Intentional Dreamer. You said what the money is for: something I am \
                saving for. The monthly target of “Lisbon holiday”, £200.00, meets its date.
                You can change or remove any of this at any time.
                """)
    }

    @Test("a check-in ends with what is done, the plan, and how many there were in a row")
    func checkIn() throws {
        let plan = [Given.item("a"), Given.item("b")]
        var run = FlowRun.checkIn(id: "c", of: Given.snapshot(), plan: plan, at: Given.now)
        run = try Given.finish(&run, ["item.a": .text("done")])
        let result = try #require(CheckInResult(of: run, plan: plan, in: Given.snapshot()))
        let streak = CheckInStreak(of: [Day(Given.now)], cadence: .weekly, today: Day(Given.now))
        #expect(
            FlowReply.closing(of: result, streak: streak)
                == """
                Thank you, that is all.
                One step is done. Well done!
                Your plan until the next time:
                - Step b (by 25 April 2026)
                That is your first check-in.
                """)
        var empty = FlowRun.checkIn(id: "c", of: Given.snapshot(), at: Given.now)
        let none = try #require(CheckInResult(of: Given.finish(&empty, [:]), in: Given.snapshot()))
        #expect(FlowReply.closing(of: none) == "Thank you, that is all.\nThere is nothing on your plan now.")
    }

    @Test("the next question begins with a remark on the answer before it, and with the pace that follows from it")
    func remarks() throws {
        let snapshot = try Given.maya()
        var run = FlowRun.checkIn(id: "c", of: snapshot, at: Given.now)
        try run.apply(.answer("saved_now", .number(1_600)), at: Given.now)
        let earlier = SavingsPace.Sample(on: Day(Given.later(days: -30)), saved: Given.pounds(1_000))
        let words = FlowReply.words(for: run, answered: "saved_now", pace: run.pace(after: [earlier], in: snapshot))
        #expect(
            words?.hasPrefix(
                """
                You said £1,600.00; the app shows £1,500.00. The records in the app stay as they are.
                £600.00 more is put by than 30 days ago; for 30 days that is £600.00, from 2 looks over 30 days.
                Step 2 of 4. New step 1: keep it, change it, or write your own.
                """) == true)
    }
}
